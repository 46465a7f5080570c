package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;

/** Registers of the interrupt controller that are made of flags, in words. */
final class GicWords {
  private static final int EOI_COUNT = 27;

  private GicWords() {}

  /** GICC_CTLR and GICV_CTLR. */
  static String control(int value) {
    List<String> words = new ArrayList<>();
    words.add(groups(value));
    add(words, value, 2, "acknowledges group 1 by IAR");
    add(words, value, 3, "group 0 as FIQ");
    add(words, value, 4, "one binary point for both groups");
    add(words, value, 9, "EOIR only drops the priority");
    return String.join("; ", words);
  }

  private static String groups(int value) {
    return switch (value & 3) {
      case 1 -> "takes group 0";
      case 2 -> "takes group 1";
      case 3 -> "takes both groups";
      default -> "takes nothing";
    };
  }

  /** GICH_HCR. */
  static String hypControl(int value) {
    List<String> words = new ArrayList<>();
    words.add((value & 1) != 0 ? "on" : "off");
    add(words, value, 1, "asks for underflow");
    add(words, value, 2, "asks for ends without list register");
    add(words, value, 3, "asks for none pending");
    add(words, value, 4, "asks for group 0 on");
    add(words, value, 5, "asks for group 0 off");
    add(words, value, 6, "asks for group 1 on");
    add(words, value, 7, "asks for group 1 off");
    if (value >>> EOI_COUNT != 0) {
      words.add((value >>> EOI_COUNT) + " ends without list register");
    }
    return String.join("; ", words);
  }

  /** GICH_VMCR. */
  static String machineControl(int value) {
    List<String> words = new ArrayList<>();
    words.add("guest " + groups(value));
    add(words, value, 2, "acknowledges group 1 by IAR");
    add(words, value, 3, "group 0 as virtual FIQ");
    add(words, value, 4, "one binary point for both groups");
    add(words, value, 9, "EOIR only drops the priority");
    words.add(String.format("PMR 0x%02x", value >>> EOI_COUNT << 3));
    return String.join("; ", words);
  }

  /** GICH_MISR. */
  static String reasons(int value) {
    List<String> words = new ArrayList<>();
    add(words, value, 0, "an end to be told");
    add(words, value, 1, "underflow");
    add(words, value, 2, "an end without list register");
    add(words, value, 3, "none pending");
    add(words, value, 4, "group 0 is on");
    add(words, value, 5, "group 0 is off");
    add(words, value, 6, "group 1 is on");
    add(words, value, 7, "group 1 is off");
    return words.isEmpty() ? "no maintenance interrupt" : String.join("; ", words);
  }

  private static void add(List<String> words, int value, int bit, String word) {
    if ((value >>> bit & 1) != 0) {
      words.add(word);
    }
  }
}
