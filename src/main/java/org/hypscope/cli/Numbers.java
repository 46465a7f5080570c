package org.hypscope.cli;

import java.util.Locale;
import org.hypscope.debug.Sizes;
import org.hypscope.debug.symbols.Symbols;

/** Numbers and addresses as people type them: {@code 0x...} or decimal, and symbols. */
final class Numbers {
  private Numbers() {}

  /**
   * A number of up to 32 bits; {@code -1} stands for {@code 0xffffffff}.
   *
   * @throws UsageException where it is none
   */
  static long parse(String text) {
    try {
      long value = Long.decode(text.trim().toLowerCase(Locale.ROOT));
      if (value >= Integer.MIN_VALUE && value <= 0xffff_ffffL) {
        return value & 0xffff_ffffL;
      }
    } catch (NumberFormatException e) {
      throw notANumber(text);
    }
    throw notANumber(text);
  }

  /**
   * A physical or intermediate physical address, of up to 40 bits.
   *
   * @throws UsageException where it is none
   */
  static long physical(String text) {
    try {
      long value = Long.decode(text.trim().toLowerCase(Locale.ROOT));
      if (value >>> 40 == 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw notPhysical(text);
    }
    throw notPhysical(text);
  }

  private static UsageException notPhysical(String text) {
    return new UsageException(
        "'" + text + "' is no physical address of up to 40 bits: write 0x... or decimal.");
  }

  /** A size: a number, or one with K, M or G behind it. */
  static long size(String text) {
    try {
      return Sizes.bytes(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** An address: a number, {@code symbol} or {@code symbol+0x14}. */
  static int address(String text, Symbols symbols) {
    int plus = text.indexOf('+');
    String name = plus < 0 ? text : text.substring(0, plus);
    long offset = plus < 0 ? 0 : parse(text.substring(plus + 1));
    return symbols
        .address(name)
        .map(address -> (int) ((address & ~1) + offset))
        .orElseGet(() -> (int) plain(text));
  }

  private static long plain(String text) {
    if (text.isEmpty() || !Character.isDigit(text.charAt(0))) {
      throw new UsageException(
          "There is no symbol '" + text + "': give an address (0x...) or a symbol of the image.");
    }
    return parse(text);
  }

  private static UsageException notANumber(String text) {
    return new UsageException("'" + text + "' is no 32-bit number: write 0x... or decimal.");
  }
}
