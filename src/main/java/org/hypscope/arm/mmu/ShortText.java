package org.hypscope.arm.mmu;

import java.util.ArrayList;
import java.util.List;

/** Short descriptors in the manual's words (ARM ARM figures B3-4 and B3-5). */
final class ShortText {
  private static final String[] AP = {
    "PL1 none, PL0 none",
    "PL1 read/write, PL0 none",
    "PL1 read/write, PL0 read",
    "PL1 read/write, PL0 read/write",
    "reserved",
    "PL1 read, PL0 none",
    "PL1 read, PL0 read",
    "PL1 read, PL0 read"
  };

  private ShortText() {}

  static String kind(int level, int d) {
    if (level == 1) {
      return switch (d & 3) {
        case 0 -> "invalid";
        case 1 -> "table";
        default -> (d & 1 << 18) != 0 ? "supersection" : "section";
      };
    }
    return switch (d & 3) {
      case 0 -> "invalid";
      case 1 -> "large page";
      default -> "small page";
    };
  }

  static List<Attribute> attributes(boolean secure, int level, int d) {
    List<Attribute> list = new ArrayList<>();
    switch (kind(level, d)) {
      case "table" -> table(list, secure, d);
      case "supersection" -> section(list, secure, d, true);
      case "section" -> section(list, secure, d, false);
      case "large page" -> page(list, d, 12, 15, d & 0xffff_0000L);
      case "small page" -> page(list, d, 6, 0, d & 0xffff_f000L);
      default -> {}
    }
    return list;
  }

  private static void table(List<Attribute> list, boolean secure, int d) {
    add(list, "base", d & 0xffff_fc00L, "address of the second-level table");
    add(list, "Domain", d >>> 5 & 15, "domain " + (d >>> 5 & 15));
    ns(list, secure, d >>> 3);
    flag(list, "PXN", d >>> 2, "never executed at PL1", "may be executed at PL1");
  }

  private static void section(List<Attribute> list, boolean secure, int d, boolean isSuper) {
    if (isSuper) {
      long high = (long) (d >>> 5 & 15) << 36 | (long) (d >>> 20 & 15) << 32;
      add(list, "base", high | d & 0xff00_0000L, "output address");
    } else {
      add(list, "base", d & 0xfff0_0000L, "output address");
    }
    ns(list, secure, d >>> 19);
    common(list, d >>> 17, d >>> 16, d >>> 13 & 4 | d >>> 10 & 3, d >>> 12 & 7, d);
    if (!isSuper) {
      add(list, "Domain", d >>> 5 & 15, "domain " + (d >>> 5 & 15));
    }
    flag(list, "XN", d >>> 4, "never executed", "may be executed");
    flag(list, "PXN", d, "never executed at PL1", "may be executed at PL1");
  }

  private static void page(List<Attribute> list, int d, int tex, int xn, long base) {
    add(list, "base", base, "output address");
    common(list, d >>> 11, d >>> 10, d >>> 7 & 4 | d >>> 4 & 3, d >>> tex & 7, d);
    flag(list, "XN", d >>> xn, "never executed", "may be executed");
  }

  private static void common(List<Attribute> list, int ng, int s, int ap, int tex, int d) {
    flag(list, "nG", ng, "only in the present ASID", "global");
    flag(list, "S", s, "Shareable", "Non-shareable");
    add(list, "AP[2:0]", ap, AP[ap]);
    int texcb = tex << 2 | d >>> 2 & 3;
    String direct = Attributes.describe(Attributes.fromTex(texcb, (s & 1) != 0, false, 0, 0));
    add(list, "TEX:C:B", texcb, direct + " without TEX remap; region " + (texcb & 7) + " with it");
  }

  /** In Non-secure state all memory is Non-secure. */
  static void ns(List<Attribute> list, boolean secure, int value) {
    String none = "ignored in Non-secure state";
    flag(list, "NS", value, secure ? "Non-secure memory" : none, secure ? "Secure memory" : none);
  }

  static void flag(List<Attribute> list, String name, int value, String set, String clear) {
    add(list, name, value & 1, (value & 1) != 0 ? set : clear);
  }

  static void add(List<Attribute> list, String name, long value, String meaning) {
    list.add(new Attribute(name, value, meaning));
  }
}
