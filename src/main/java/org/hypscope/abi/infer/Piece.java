package org.hypscope.abi.infer;

/**
 * The values of an input with which a handler does one thing: {@code first} to {@code last},
 * unsigned, of those bits that {@code mask} names.
 */
record Piece(int mask, long first, long last) {
  static final long TOP = 0xffff_ffffL;

  boolean contains(int value) {
    long part = value & mask & TOP;
    return part >= first && part <= last;
  }

  /** Whether it is every value that the input can have. */
  boolean isFull(int input) {
    long top = input == Inputs.IMMEDIATE ? 0xffff : mask & TOP;
    return first == 0 && last >= top;
  }

  boolean isOne() {
    return first == last;
  }

  boolean isMasked() {
    return mask != -1;
  }

  /** Which share of all values it is, at most 1. */
  double share() {
    int shift = Integer.bitCount(mask) == 1 ? Integer.numberOfTrailingZeros(mask) : 0;
    boolean whole = (mask & mask + 1) == 0;
    double all = whole ? (mask & TOP) + 1.0 : Math.pow(2, Integer.bitCount(mask));
    return ((last - first >>> shift) + 1) / all;
  }
}
