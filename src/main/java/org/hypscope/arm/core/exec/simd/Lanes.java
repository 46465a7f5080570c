package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.FpState;

/**
 * Vectors of elements within doublewords. The type of an element is an int: its width of 8, 16, 32
 * or 64 bits, and {@link #UNSIGNED} where it is zero-extended to a long rather than sign-extended.
 */
final class Lanes {
  /** Elements are zero-extended. */
  static final int UNSIGNED = 0x80;

  /** Single-precision numbers, as their bits. */
  static final int SINGLE = 32 | UNSIGNED;

  /** A doubleword as a whole, for bitwise operations. */
  static final int WHOLE = 64 | UNSIGNED;

  private static final int WIDTH = 0x7f;

  private Lanes() {}

  /** The width of an element in bits. */
  static int bits(int type) {
    return type & WIDTH;
  }

  static boolean isUnsigned(int type) {
    return (type & UNSIGNED) != 0;
  }

  /** Elements of twice the width. */
  static int twice(int type) {
    return bits(type) * 2 | type & UNSIGNED;
  }

  /** The element whose lowest bit is bit {@code at} of {@code doubleword}. */
  static long get(long doubleword, int at, int type) {
    int unused = 64 - bits(type);
    long top = doubleword << unused - at;
    return isUnsigned(type) ? top >>> unused : top >> unused;
  }

  /** {@code value} as the element whose lowest bit is bit {@code at}; zero elsewhere. */
  static long put(long value, int at, int type) {
    return (value & -1L >>> 64 - bits(type)) << at;
  }

  /** A doubleword full of {@code element}. */
  static long replicate(long element, int type) {
    long all = put(element, 0, type);
    for (int at = bits(type); at < 64; at *= 2) {
      all |= all << at;
    }
    return all;
  }

  /** {@code op} on every element of three doublewords. */
  static long each(LaneOp op, long d, long n, long m, int type, FpState s) {
    long result = 0;
    for (int at = 0; at < 64; at += bits(type)) {
      long value = op.apply(get(d, at, type), get(n, at, type), get(m, at, type), type, s);
      result |= put(value, at, type);
    }
    return result;
  }

  /** {@code op} on every element of {@code d} and {@code m}, with the same {@code n}. */
  static long eachWith(LaneOp op, long d, long n, long m, int type, FpState s) {
    long result = 0;
    for (int at = 0; at < 64; at += bits(type)) {
      result |= put(op.apply(get(d, at, type), n, get(m, at, type), type, s), at, type);
    }
    return result;
  }

  /** The element number {@code index} of the vector whose doublewords are given. */
  static long element(long low, long high, int index, int type) {
    int at = index * bits(type);
    return at < 64 ? get(low, at, type) : get(high, at - 64, type);
  }
}
