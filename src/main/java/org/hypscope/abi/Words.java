package org.hypscope.abi;

import java.util.List;

/** How numbers are written and read wherever the ABI is spoken of. */
public final class Words {
  private Words() {}

  /** Eight hex digits with {@code 0x}. */
  public static String hex(int value) {
    return String.format("0x%08x", value);
  }

  /** A register value as people write it: small numbers and minus one in decimal, else hex. */
  public static String number(int value) {
    return value >= -1 && value < 16 ? Integer.toString(value) : hex(value);
  }

  /** {@code A}, {@code A or B}, {@code A, B or C}. */
  static String anyOf(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }

  /**
   * A 32-bit number, decimal or {@code 0x...}, signed or unsigned.
   *
   * @throws IllegalArgumentException with a sentence if it is none
   */
  public static int parse(String text) {
    try {
      long value = Long.decode(text.replace("_", ""));
      if (value >= Integer.MIN_VALUE && value <= 0xffff_ffffL) {
        return (int) value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no number; write decimal or 0x and hex digits", e);
    }
    throw new IllegalArgumentException("'" + text + "' does not fit 32 bits");
  }
}
