package org.hypscope.arm.arch;

/** Bit arithmetic on 32-bit words as the manual's pseudocode writes it. */
public final class Bits {
  private Bits() {}

  /** {@code word<high:low>}, zero-extended. */
  public static int bits(int word, int high, int low) {
    return (word >>> low) & (-1 >>> (31 - (high - low)));
  }

  /** {@code word<n>} as 0 or 1. */
  public static int bit(int word, int n) {
    return (word >>> n) & 1;
  }

  /** Whether {@code word<n>} is 1. */
  public static boolean isSet(int word, int n) {
    return ((word >>> n) & 1) != 0;
  }

  /** SignExtend(value, 32) of a {@code width}-bit value. */
  public static int signExtend(int value, int width) {
    int shift = 32 - width;
    return (value << shift) >> shift;
  }

  /** Align(value, size), {@code size} a power of two. */
  public static int align(int value, int size) {
    return value & -size;
  }

  /** {@code 0x%08x}. */
  public static String hex(int word) {
    return String.format("0x%08x", word);
  }
}
