package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * An index of unwind tables (.ARM.exidx; Exception Handling ABI for the Arm Architecture, 6): pairs
 * of words by ascending function, wherever they lie.
 */
final class ExidxTable {
  private static final int ENTRY = 8;
  private static final int MOST = 1 << 22;
  private static final int CANNOT_UNWIND = 1;

  private final int start;
  private final int count;
  private final IntFunction<OptionalInt> memory;

  /**
   * What the table says of one function.
   *
   * @param function its address
   * @param cannot whether it says that it cannot be unwound
   * @param generic whether a routine of another language interprets it
   * @param opcodes what undoes its prologue
   */
  record Entry(int function, boolean cannot, boolean generic, byte[] opcodes) {}

  /**
   * A table from {@code start} to {@code end}.
   *
   * @param memory the word at an address; empty where there is none
   */
  ExidxTable(int start, int end, IntFunction<OptionalInt> memory) {
    this.start = start;
    this.count = (int) Math.min(MOST, Integer.toUnsignedLong(end - start) / ENTRY);
    this.memory = memory;
  }

  /** The entry of the function that {@code at} is in: the last one that begins at or before it. */
  Optional<Entry> find(int at) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Integer.compareUnsigned(function(middle), at) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? Optional.empty() : Optional.of(entry(low - 1));
  }

  private int function(int index) {
    return place(start + index * ENTRY) & ~1;
  }

  private Entry entry(int index) {
    int function = function(index);
    int at = start + index * ENTRY + 4;
    int word = word(at);
    if (word == CANNOT_UNWIND) {
      return new Entry(function, true, false, new byte[0]);
    }
    if (word < 0) {
      return new Entry(function, false, false, compact(at, word, true));
    }
    int table = place(at);
    int first = word(table);
    return first < 0
        ? new Entry(function, false, false, compact(table, first, false))
        : new Entry(function, false, true, opcodes(table + 4, 1, word(table + 4) >>> 24));
  }

  /** The opcodes of the ABI's own three personality routines (6.3). */
  private byte[] compact(int at, int word, boolean inIndex) {
    int routine = word >>> 24 & 0x7f;
    if (routine == 0) {
      return opcodes(at, 1, 0);
    }
    if (inIndex || routine > 2) {
      throw new BadTableException("an unwind table names personality routine " + routine);
    }
    return opcodes(at, 2, word >>> 16 & 0xff);
  }

  /** Bytes from the most significant one down, word by word, from byte {@code skip} on. */
  private byte[] opcodes(int at, int skip, int moreWords) {
    byte[] bytes = new byte[4 * (1 + moreWords) - skip];
    for (int n = 0; n < bytes.length; n++) {
      int place = n + skip;
      bytes[n] = (byte) (word(at + (place & ~3)) >>> 24 - 8 * (place & 3));
    }
    return bytes;
  }

  /** The address that a word holds relative to itself, in 31 bits. */
  private int place(int at) {
    return at + (word(at) << 1 >> 1);
  }

  private int word(int at) {
    return memory
        .apply(at)
        .orElseThrow(
            () ->
                new BadTableException(
                    String.format("an unwind table at 0x%08x cannot be read", at)));
  }
}
