package org.hypscope.arm.decode;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Operands of element and structure loads and stores. {@code {regs:2:1}} is a list of two registers
 * one apart, {@code {lane:2}} and {@code {all:2}} the same element or every element of two, further
 * apart where the field s or T is set. {@code {at}} is the address, {@code {at=128}} with that
 * alignment, {@code {at:64}} with that alignment in bits where one is asked for, {@code {at:align}}
 * with 32 shifted by the field align.
 */
final class SimdStructures {
  private static final int NO_WRITEBACK = 15;
  private static final int BY_SIZE = 13;

  private SimdStructures() {}

  /** How to write the operand of this name, or null where there is none. */
  static Consumer<Text> find(String name) {
    if (isList(name)) {
      return out -> list(name, out);
    }
    return name.matches("at([:=].+)?") ? out -> address(out, name) : null;
  }

  /** Whether {@code name} is that of a list of registers: {@code lane:2}. */
  static boolean isList(String name) {
    return name.matches("regs:\\d:\\d|(lane|all):\\d");
  }

  private static int number(String name, int part) {
    return name.split(":")[part].charAt(0) - '0';
  }

  private static int count(String name, Pattern pattern, int word) {
    boolean two = name.equals("all:1") && pattern.get("T").of(word) == 1;
    return two ? 2 : number(name, 1);
  }

  private static int spacing(String name, Pattern pattern, int word) {
    Field further = pattern.find(name.startsWith("lane") ? "s" : "T");
    if (name.startsWith("regs")) {
      return number(name, 2);
    }
    return further == null || name.equals("all:1") ? 1 : 1 + further.of(word);
  }

  private static int first(Pattern pattern, int word) {
    return pattern.get("D").of(word) << 4 | pattern.get("Vd").of(word);
  }

  /** Adds the names of the registers of a list. */
  static void addList(String name, Pattern pattern, int word, Set<String> names) {
    for (int k = 0; k < count(name, pattern, word); k++) {
      names.add("d" + (first(pattern, word) + k * spacing(name, pattern, word)));
    }
  }

  /** Neighbours are written as a range, but one by one where they are lanes. */
  private static void list(String name, Text out) {
    String element =
        name.startsWith("lane") ? "[" + out.get("index") + "]" : name.startsWith("all") ? "[]" : "";
    int count = count(name, out.pattern(), out.word());
    int spacing = spacing(name, out.pattern(), out.word());
    int first = first(out.pattern(), out.word());
    int last = first + (count - 1) * spacing;
    StringBuilder text = new StringBuilder("{d" + first + element);
    if (count > 1 && spacing == 1 && element.isEmpty()) {
      text.append("-d").append(last);
    } else {
      for (int n = first + spacing; n <= last; n += spacing) {
        text.append(", d").append(n).append(element);
      }
    }
    out.add(text + "}");
  }

  private static void address(Text out, String name) {
    out.add("[");
    out.addRegister(out.get("Rn"));
    if (name.startsWith("at=")) {
      out.add(" :" + name.substring(3));
    } else if (aligned(out) != 0) {
      out.add(" :" + bits(out, name.substring(3)));
    }
    out.add("]");
    int m = out.get("Rm");
    if (m == BY_SIZE) {
      out.add("!");
    } else if (m != NO_WRITEBACK) {
      out.add(", ");
      out.addRegister(m);
    }
  }

  private static int aligned(Text out) {
    return out.has("a") ? out.get("a") : out.has("align") ? out.get("align") : 0;
  }

  private static String bits(Text out, String alignment) {
    return alignment.equals("align") ? Integer.toString(32 << out.get("align")) : alignment;
  }
}
