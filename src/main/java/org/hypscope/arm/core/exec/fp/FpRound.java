package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.FpState;

/**
 * FPRound() (ARM ARM A2.7.2): gives an exact value the nearest representation that the rounding
 * mode asks for, and raises what follows from it. Tininess is detected before rounding.
 *
 * <p>An exact value is written as a double and the sign of what is missing from it: the JDK's
 * arithmetic rounds to nearest, and its error can be computed exactly.
 */
final class FpRound {
  private static final int HIDDEN_AND_BELOW = 11;
  private static final long BELOW = (1L << HIDDEN_AND_BELOW) - 1;
  private static final long HALF = 1L << HIDDEN_AND_BELOW - 1;
  private static final long DOUBLE_FRACTION = (1L << 52) - 1;
  private static final long DOUBLE_INFINITY = 0x7ffL << 52;
  private static final int DOUBLE_LEAST = -1022;
  private static final double SINGLE_BEYOND = 0x1p128;
  private static final double TWO_54 = 0x1p54;

  private FpRound() {}

  /**
   * The double that stands for {@code nearest} plus an infinitesimal of the sign of {@code error}
   * when it is rounded to less than 52 bits: rounded to odd.
   */
  static double toOdd(double nearest, double error) {
    long bits = Double.doubleToRawLongBits(nearest);
    if (error == 0 || (bits & 1) != 0) {
      return nearest;
    }
    return Double.longBitsToDouble(error > 0 == nearest > 0 ? bits + 1 : bits - 1);
  }

  /** The error of {@code sum = a + b}, exactly (TwoSum), where nothing overflows. */
  static double sumError(double a, double b, double sum) {
    double part = sum - a;
    return a - (sum - part) + (b - part);
  }

  /** {@code value}, exact or rounded to odd, as a single. */
  static int toSingle(double value, FpState s, int rounding, boolean flush) {
    float nearest = (float) value;
    boolean tiny = Math.abs(value) < Float.MIN_NORMAL;
    if (tiny && flush && value != 0) {
      s.raise(FpState.UFC);
      return Float.floatToRawIntBits(nearest) & FpSingle.SIGN;
    }
    if (nearest == value) {
      return Float.floatToRawIntBits(nearest);
    }
    s.raise(tiny ? FpState.UFC | FpState.IXC : FpState.IXC);
    int bits = Float.floatToRawIntBits(nearest);
    if (rounding != FpState.NEAREST) {
      bits = directed(bits, nearest, value, rounding);
    }
    if ((bits & ~FpSingle.SIGN) == FpSingle.INFINITY || Math.abs(value) >= SINGLE_BEYOND) {
      s.raise(FpState.OFC);
    }
    return bits;
  }

  private static int directed(int bits, float nearest, double value, int rounding) {
    int towardsZero = Math.abs((double) nearest) > Math.abs(value) ? bits - 1 : bits;
    return awayFromZero(value < 0, rounding) ? towardsZero + 1 : towardsZero;
  }

  private static boolean awayFromZero(boolean negative, int rounding) {
    return rounding == (negative ? FpState.MINUS : FpState.PLUS);
  }

  /**
   * The value {@code (nearest + infinitesimal of error's sign) * 2^scale}, which is not zero, as a
   * double.
   */
  static long toDouble(
      double nearest, double error, int scale, FpState s, int rounding, boolean flush) {
    double normal = nearest;
    int exponent = scale;
    if (Math.abs(normal) < Double.MIN_NORMAL) {
      normal *= TWO_54;
      exponent -= 54;
    }
    exponent += Math.getExponent(normal);
    long fraction = Double.doubleToRawLongBits(normal) & DOUBLE_FRACTION | 1L << 52;
    long significand = fraction << HIDDEN_AND_BELOW;
    if (error != 0) {
      significand += error > 0 == normal > 0 ? 1 : -1;
      if (significand > 0) {
        significand = significand << 1 | 1;
        exponent--;
      }
    }
    return pack(normal < 0, exponent, significand, s, rounding, flush);
  }

  /**
   * A double of {@code significand / 2^63 * 2^exponent}: its bit 63 is set, its bit 0 says that
   * more is missing.
   */
  private static long pack(
      boolean negative, int exponent, long significand, FpState s, int rounding, boolean flush) {
    long sign = negative ? Long.MIN_VALUE : 0;
    boolean tiny = exponent < DOUBLE_LEAST;
    if (tiny && flush) {
      s.raise(FpState.UFC);
      return sign;
    }
    if (exponent > Double.MAX_EXPONENT) {
      return overflow(negative, s, rounding);
    }
    long kept = tiny ? shiftRightJam(significand, DOUBLE_LEAST - exponent) : significand;
    long biased = tiny ? 0 : exponent - DOUBLE_LEAST;
    long below = kept & BELOW;
    long result = (biased << 52) + (kept >>> HIDDEN_AND_BELOW);
    if (below != 0) {
      s.raise(tiny ? FpState.UFC | FpState.IXC : FpState.IXC);
      result += roundsUp(negative, below, result & 1, rounding) ? 1 : 0;
      if (result == DOUBLE_INFINITY) {
        s.raise(FpState.OFC);
      }
    }
    return sign | result;
  }

  private static boolean roundsUp(boolean negative, long below, long lowest, int rounding) {
    return rounding == FpState.NEAREST ? below + lowest > HALF : awayFromZero(negative, rounding);
  }

  private static long overflow(boolean negative, FpState s, int rounding) {
    s.raise(FpState.OFC | FpState.IXC);
    boolean infinite = rounding == FpState.NEAREST || awayFromZero(negative, rounding);
    return (negative ? Long.MIN_VALUE : 0) | (infinite ? DOUBLE_INFINITY : DOUBLE_INFINITY - 1);
  }

  private static long shiftRightJam(long value, int by) {
    if (by >= Long.SIZE) {
      return 1;
    }
    return value >>> by | (value << -by != 0 ? 1 : 0);
  }
}
