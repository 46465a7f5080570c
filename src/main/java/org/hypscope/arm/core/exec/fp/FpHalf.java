package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.FpState;

/**
 * Half precision, which exists to be converted only (ARM ARM A2.7.4). In the alternative format
 * (FPSCR.AHP) the greatest exponent means numbers too; denormal numbers are never flushed.
 */
public final class FpHalf {
  private static final int SIGN = 1 << 15;
  private static final int FRACTION = 0x3ff;
  private static final int FRACTION_BITS = 10;
  private static final int INFINITY = 0x7c00;
  private static final int DEFAULT_NAN = 0x7e00;
  private static final int QUIET = 1 << 9;
  private static final int BIAS = 15;
  private static final int LEAST = -14;
  private static final int NAN_SHIFT = 23 - FRACTION_BITS;

  private FpHalf() {}

  /** FPHalfToSingle() of the low 16 bits. */
  public static int toSingle(int half, FpState s, boolean standard) {
    int fraction = half & FRACTION;
    int sign = (half & SIGN) << 16;
    int exponent = half >>> FRACTION_BITS & 0x1f;
    if (exponent == 0x1f && !s.alternativeHalf()) {
      return fraction == 0 ? sign | FpSingle.INFINITY : nan(half, sign, s, standard);
    }
    float size =
        exponent == 0
            ? Math.scalb((float) fraction, LEAST - FRACTION_BITS)
            : Math.scalb((float) (fraction | FRACTION + 1), exponent - BIAS - FRACTION_BITS);
    return sign | Float.floatToRawIntBits(size);
  }

  private static int nan(int half, int sign, FpState s, boolean standard) {
    if ((half & QUIET) == 0) {
      s.raise(FpState.IOC);
    }
    return s.defaultNan(standard)
        ? FpSingle.DEFAULT_NAN
        : sign | FpSingle.DEFAULT_NAN | (half & FRACTION) << NAN_SHIFT;
  }

  /** FPSingleToHalf(): 16 bits. */
  public static int fromSingle(int single, FpState s, boolean standard) {
    int x = FpSingle.unpack(single, s, standard);
    int sign = x >>> 16 & SIGN;
    if (FpSingle.isNan(x)) {
      return fromNan(x, sign, s, standard);
    }
    double size = Math.abs(FpSingle.value(x));
    if (Double.isInfinite(size)) {
      return sign | (s.alternativeHalf() ? tooLarge(s) : INFINITY);
    }
    return sign | round(size, sign != 0, s, s.rounding(standard));
  }

  private static int fromNan(int x, int sign, FpState s, boolean standard) {
    if (FpSingle.isSignaling(x) || s.alternativeHalf()) {
      s.raise(FpState.IOC);
    }
    if (s.alternativeHalf()) {
      return sign;
    }
    return s.defaultNan(standard) ? DEFAULT_NAN : sign | DEFAULT_NAN | x >>> NAN_SHIFT & FRACTION;
  }

  /** FPRound() to 16 bits of a number of this size. */
  private static int round(double size, boolean negative, FpState s, int rounding) {
    int exponent = Math.max(Math.getExponent(size), LEAST);
    double scaled = Math.scalb(size, FRACTION_BITS - exponent);
    double signed = FpConvert.integral(negative ? -scaled : scaled, rounding);
    int bits = (exponent - LEAST << FRACTION_BITS) + (int) Math.abs(signed);
    if (bits >= (s.alternativeHalf() ? SIGN : INFINITY)) {
      return s.alternativeHalf() ? tooLarge(s) : overflow(negative, s, rounding);
    }
    if (Math.abs(signed) != scaled) {
      boolean tiny = Math.getExponent(size) < LEAST;
      s.raise(tiny ? FpState.UFC | FpState.IXC : FpState.IXC);
    }
    return bits;
  }

  /** Without infinities, the greatest number stands for what is greater. */
  private static int tooLarge(FpState s) {
    s.raise(FpState.IOC);
    return SIGN - 1;
  }

  private static int overflow(boolean negative, FpState s, int rounding) {
    s.raise(FpState.OFC | FpState.IXC);
    boolean infinite =
        rounding == FpState.NEAREST || rounding == (negative ? FpState.MINUS : FpState.PLUS);
    return infinite ? INFINITY : INFINITY - 1;
  }
}
