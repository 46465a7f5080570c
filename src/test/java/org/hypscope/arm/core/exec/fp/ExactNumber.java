package org.hypscope.arm.core.exec.fp;

import java.math.BigInteger;

/**
 * A real number as far as rounding asks: an integer times a power of two, and whether something
 * smaller than the integer's last bit is missing from its size.
 */
record ExactNumber(BigInteger integer, int exponent, boolean more) {
  private static final int PRECISION = 140;

  static ExactNumber of(long integer, int exponent) {
    return new ExactNumber(BigInteger.valueOf(integer), exponent, false);
  }

  boolean isZero() {
    return integer.signum() == 0;
  }

  ExactNumber plus(ExactNumber other) {
    int least = Math.min(exponent, other.exponent);
    BigInteger sum = shifted(integer, exponent - least);
    return new ExactNumber(sum.add(shifted(other.integer, other.exponent - least)), least, false);
  }

  ExactNumber times(ExactNumber other) {
    return new ExactNumber(integer.multiply(other.integer), exponent + other.exponent, false);
  }

  /** The quotient by a number that is not zero, to many more bits than any format has. */
  ExactNumber over(ExactNumber other) {
    BigInteger[] parts = integer.abs().shiftLeft(PRECISION).divideAndRemainder(other.integer.abs());
    int sign = integer.signum() * other.integer.signum();
    return new ExactNumber(
        parts[0].multiply(BigInteger.valueOf(sign)),
        exponent - other.exponent - PRECISION,
        parts[1].signum() != 0);
  }

  /** The root of a number that is not negative. */
  ExactNumber root() {
    int up = PRECISION + (exponent & 1);
    BigInteger[] parts = integer.shiftLeft(up).sqrtAndRemainder();
    return new ExactNumber(parts[0], exponent - up >> 1, parts[1].signum() != 0);
  }

  /** The integer part of the size, counted in units of 2^{@code unit}. */
  BigInteger units(int unit) {
    return shifted(integer.abs(), exponent - unit);
  }

  /** How the size compares to {@code halves} halves of 2^{@code unit}. */
  int compareToHalves(BigInteger halves, int unit) {
    int least = Math.min(exponent, unit - 1);
    int order =
        shifted(integer.abs(), exponent - least).compareTo(shifted(halves, unit - 1 - least));
    return order == 0 && more ? 1 : order;
  }

  /** The exponent of the highest bit. */
  int highest() {
    return integer.abs().bitLength() - 1 + exponent;
  }

  private static BigInteger shifted(BigInteger value, int by) {
    return by >= 0 ? value.shiftLeft(by) : value.shiftRight(-by);
  }
}
