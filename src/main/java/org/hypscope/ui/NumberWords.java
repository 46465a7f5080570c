package org.hypscope.ui;

import java.util.Optional;
import org.hypscope.debug.symbols.Symbols;

/** One number in the ways that a person may want it: what hovering over a value says. */
public final class NumberWords {
  private NumberWords() {}

  /** Eight hexadecimal digits without {@code 0x}, for tables whose head says so. */
  public static String digits(int word) {
    return String.format("%08x", word);
  }

  /** Hexadecimal with {@code 0x}, two groups of four digits. */
  public static String grouped(int word) {
    return String.format("0x%04x_%04x", word >>> 16, word & 0xffff);
  }

  /**
   * Hexadecimal, decimal, signed where that differs, bits, and the symbol there if there is one.
   */
  public static String explain(int word, Symbols symbols) {
    StringBuilder text = new StringBuilder(grouped(word));
    text.append("\ndecimal  ").append(Integer.toUnsignedString(word));
    if (word < 0) {
      text.append("\nsigned   ").append(word);
    }
    text.append("\nbits     ").append(binary(word));
    symbol(word, symbols).ifPresent(name -> text.append("\nsymbol   ").append(name));
    return text.toString();
  }

  /** {@code name+0x14} where {@code word} lies inside something that has a name. */
  public static Optional<String> symbol(int word, Symbols symbols) {
    return symbols.at(word).map(s -> symbols.describe(word));
  }

  private static String binary(int word) {
    StringBuilder text = new StringBuilder();
    for (int nibble = 7; nibble >= 0; nibble--) {
      String four = Integer.toBinaryString((word >>> (nibble * 4)) & 0xf);
      text.append("0".repeat(4 - four.length())).append(four).append(nibble == 0 ? "" : " ");
    }
    return text.toString();
  }
}
