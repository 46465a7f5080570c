package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.FpState;

/**
 * Reciprocal and reciprocal square root estimates and steps of Advanced SIMD (ARM ARM A2.7.5, 6),
 * which compute by StandardFPSCRValue().
 */
public final class FpEstimate {
  private static final int EXPONENT_SHIFT = 23;
  private static final int FRACTION = (1 << EXPONENT_SHIFT) - 1;
  private static final int TWO = 0x4000_0000;
  private static final int THREE = 0x4040_0000;
  private static final long HALF_EXPONENT = 0x3feL << 52;
  private static final long QUARTER_EXPONENT = 0x3fdL << 52;

  private FpEstimate() {}

  /** FPRecipEstimate(). */
  public static int recipEstimate(int operand, FpState s) {
    int x = FpSingle.unpack(operand, s, true);
    int sign = x & FpSingle.SIGN;
    double size = Math.abs(FpSingle.value(x));
    if (FpSingle.isNan(x)) {
      return FpSingle.nan(x, x, s, true);
    }
    if (size == 0) {
      s.raise(FpState.DZC);
      return sign | FpSingle.INFINITY;
    }
    if (size >= 0x1p126) {
      s.raise(Double.isInfinite(size) ? 0 : FpState.UFC);
      return sign;
    }
    int exponent = 253 - (x >>> EXPONENT_SHIFT & 0xff);
    double estimate = recip(scaled(HALF_EXPONENT, (long) (x & FRACTION) << 29));
    return sign | exponent << EXPONENT_SHIFT | fraction(estimate, 29) & FRACTION;
  }

  /** FPRSqrtEstimate(). */
  public static int rsqrtEstimate(int operand, FpState s) {
    int x = FpSingle.unpack(operand, s, true);
    double value = FpSingle.value(x);
    if (FpSingle.isNan(x)) {
      return FpSingle.nan(x, x, s, true);
    }
    if (value == 0) {
      s.raise(FpState.DZC);
      return x & FpSingle.SIGN | FpSingle.INFINITY;
    }
    if (value < 0) {
      return FpSingle.invalid(s);
    }
    if (Double.isInfinite(value)) {
      return 0;
    }
    boolean even = (x & 1 << EXPONENT_SHIFT) == 0;
    int exponent = (380 - (x >>> EXPONENT_SHIFT)) / 2;
    long fraction = (long) (x & FRACTION) << 29;
    double estimate = rsqrt(scaled(even ? HALF_EXPONENT : QUARTER_EXPONENT, fraction));
    return exponent << EXPONENT_SHIFT | fraction(estimate, 29) & FRACTION;
  }

  /** UnsignedRecipEstimate(): of a fixed-point number between 1/2 and 1. */
  public static int unsignedRecipEstimate(int operand) {
    if (operand >= 0) {
      return -1;
    }
    long fraction = (operand & 0x7fff_ffffL) << 21;
    return 1 << 31 | fraction(recip(scaled(HALF_EXPONENT, fraction)), 21) & 0x7fff_ffff;
  }

  /** UnsignedRSqrtEstimate(): of a fixed-point number between 1/4 and 1. */
  public static int unsignedRsqrtEstimate(int operand) {
    if (operand >>> 30 == 0) {
      return -1;
    }
    double a =
        operand < 0
            ? scaled(HALF_EXPONENT, (operand & 0x7fff_ffffL) << 21)
            : scaled(QUARTER_EXPONENT, (operand & 0x3fff_ffffL) << 22);
    return 1 << 31 | fraction(rsqrt(a), 21) & 0x7fff_ffff;
  }

  /** FPRecipStep(): 2 - a * b, rounded twice; the product of zero and infinity is zero. */
  public static int recipStep(int a, int b, FpState s) {
    int x = FpSingle.unpack(a, s, true);
    int y = FpSingle.unpack(b, s, true);
    if (FpSingle.isNan(x) || FpSingle.isNan(y)) {
      return FpSingle.nan(x, y, s, true);
    }
    return FpSingle.sub(TWO, product(x, y, s), s, true);
  }

  /** FPRSqrtStep(): (3 - a * b) / 2; the product of zero and infinity is zero. */
  public static int rsqrtStep(int a, int b, FpState s) {
    int x = FpSingle.unpack(a, s, true);
    int y = FpSingle.unpack(b, s, true);
    if (FpSingle.isNan(x) || FpSingle.isNan(y)) {
      return FpSingle.nan(x, y, s, true);
    }
    double three = FpSingle.value(THREE);
    double product = FpSingle.value(product(x, y, s));
    double difference = three - product;
    double error =
        Double.isInfinite(difference) ? 0 : FpRound.sumError(three, -product, difference);
    return FpSingle.round(FpRound.toOdd(difference, error) / 2, s, true);
  }

  private static int product(int x, int y, FpState s) {
    boolean none = Double.isNaN(FpSingle.value(x) * FpSingle.value(y));
    return none ? 0 : FpSingle.mul(x, y, s, true);
  }

  private static double scaled(long exponent, long fraction) {
    return Double.longBitsToDouble(exponent | fraction);
  }

  private static int fraction(double estimate, int shift) {
    return (int) (Double.doubleToRawLongBits(estimate) >>> shift);
  }

  /** recip_estimate(): of a number from 1/2 to 1, in steps of 1/512, to 8 bits. */
  private static double recip(double a) {
    int q = (int) (a * 512.0);
    double r = 1.0 / ((q + 0.5) / 512.0);
    return (int) (256.0 * r + 0.5) / 256.0;
  }

  /** recip_sqrt_estimate(): of a number from 1/4 to 1, to 8 bits. */
  private static double rsqrt(double a) {
    double steps = a < 0.5 ? 512.0 : 256.0;
    int q = (int) (a * steps);
    double r = 1.0 / Math.sqrt((q + 0.5) / steps);
    return (int) (256.0 * r + 0.5) / 256.0;
  }
}
