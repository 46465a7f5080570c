package org.hypscope.arm.decode;

import java.util.function.Consumer;

/**
 * Operands of element and structure loads and stores. {@code {regs:2:1}} is a list of two registers
 * one apart, {@code {lane:2}} and {@code {all:2}} the same element or every element of two, further
 * apart where the field s or T is set. {@code {at}} is the address, {@code {at:64}} with that
 * alignment in bits where one is asked for, {@code {at:align}} with 32 shifted by the field align.
 */
final class SimdStructures {
  private static final int NO_WRITEBACK = 15;
  private static final int BY_SIZE = 13;

  private SimdStructures() {}

  /** How to write the operand of this name, or null where there is none. */
  static Consumer<Text> find(String name) {
    String[] parts = name.split(":");
    return switch (parts[0]) {
      case "regs" -> {
        int count = Integer.parseInt(parts[1]);
        int spacing = Integer.parseInt(parts[2]);
        yield out -> list(out, count, spacing, "");
      }
      case "lane" -> {
        int count = Integer.parseInt(parts[1]);
        yield out -> {
          int spacing = out.has("s") ? 1 + out.get("s") : 1;
          add(out, count, spacing, "[" + out.get("index") + "]", count == 1);
        };
      }
      case "all" -> {
        int count = Integer.parseInt(parts[1]);
        yield out -> all(out, count);
      }
      case "at" -> out -> address(out, parts.length == 1 ? "" : parts[1]);
      default -> null;
    };
  }

  private static void all(Text out, int count) {
    int t = out.get("T");
    list(out, count == 1 ? 1 + t : count, count == 1 ? 1 : 1 + t, "[]");
  }

  /** Neighbours are written as a range. */
  private static void list(Text out, int count, int spacing, String element) {
    add(out, count, spacing, element, spacing == 1);
  }

  private static void add(Text out, int count, int spacing, String element, boolean range) {
    int first = out.get("D") << 4 | out.get("Vd");
    StringBuilder text = new StringBuilder("{d" + first + element);
    int last = first + (count - 1) * spacing;
    if (range && count > 1) {
      text.append("-d").append(last).append(element);
    }
    for (int n = first + spacing; !range && n <= last; n += spacing) {
      text.append(",d").append(n).append(element);
    }
    out.add(text + "}");
  }

  private static void address(Text out, String alignment) {
    out.add("[");
    out.addRegister(out.get("Rn"));
    out.add(aligned(out) == 0 ? "" : " :" + bits(out, alignment));
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
