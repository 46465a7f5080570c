package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.FpState;

/**
 * Conversions between single precision, double precision, integers and fixed point (ARM ARM A2.7).
 * {@code standard} asks for StandardFPSCRValue(); exceptions accumulate in the state.
 */
public final class FpConvert {
  private static final int SINGLE_QUIET_NAN = 0x7fc0_0000;
  private static final long DOUBLE_QUIET_NAN = 0x7ff8L << 48;
  private static final int SINGLE_FRACTION_BITS = 23;
  private static final int DOUBLE_FRACTION_BITS = 52;

  private FpConvert() {}

  /**
   * FPToFixed() of a single: {@code size} (16 or 32) bits with {@code fractionBits} of them below
   * the point, saturated, extended to 32 bits by its sign or by zeros.
   *
   * @param towardsZero whether to round so instead of as FPSCR says
   */
  public static int singleToFixed(
      int value,
      int size,
      int fractionBits,
      boolean unsigned,
      boolean towardsZero,
      FpState s,
      boolean standard) {
    double exact = FpSingle.value(FpSingle.unpack(value, s, standard));
    int rounding = towardsZero ? FpState.ZERO : s.rounding(standard);
    return (int) toFixed(exact, size, fractionBits, unsigned, rounding, s);
  }

  /** FPToFixed() of a double; otherwise as of a single, extended to 64 bits. */
  public static long doubleToFixed(
      long value, int size, int fractionBits, boolean unsigned, boolean towardsZero, FpState s) {
    double exact = FpDouble.value(FpDouble.unpack(value, s, false));
    int rounding = towardsZero ? FpState.ZERO : s.rounding(false);
    return toFixed(exact, size, fractionBits, unsigned, rounding, s);
  }

  private static long toFixed(
      double value, int size, int fractionBits, boolean unsigned, int rounding, FpState s) {
    if (Double.isNaN(value)) {
      s.raise(FpState.IOC);
      return 0;
    }
    double scaled = value * (1L << fractionBits);
    double rounded = integral(scaled, rounding);
    long least = unsigned ? 0 : -1L << size - 1;
    long greatest = least + (1L << size) - 1;
    if (rounded < least || rounded > greatest) {
      s.raise(FpState.IOC);
      return rounded < least ? least : greatest;
    }
    if (rounded != scaled) {
      s.raise(FpState.IXC);
    }
    return (long) rounded;
  }

  /** {@code value} as an integer, rounded as the mode of FPSCR.RMode asks. */
  static double integral(double value, int rounding) {
    return switch (rounding) {
      case FpState.NEAREST -> Math.rint(value);
      case FpState.PLUS -> Math.ceil(value);
      case FpState.MINUS -> Math.floor(value);
      default -> value < 0 ? Math.ceil(value) : Math.floor(value);
    };
  }

  /**
   * FixedToFP() to a single: of the low {@code size} (16 or 32) bits of {@code value}, {@code
   * fractionBits} are below the point.
   *
   * @param toNearest whether to round so instead of as FPSCR says
   */
  public static int fixedToSingle(
      int value,
      int size,
      int fractionBits,
      boolean unsigned,
      boolean toNearest,
      FpState s,
      boolean standard) {
    double exact = fixed(value, size, fractionBits, unsigned);
    return FpRound.toSingle(exact, s, toNearest ? FpState.NEAREST : s.rounding(standard), false);
  }

  /** FixedToFP() to a double, which is exact. */
  public static long fixedToDouble(int value, int size, int fractionBits, boolean unsigned) {
    return Double.doubleToRawLongBits(fixed(value, size, fractionBits, unsigned));
  }

  private static double fixed(int value, int size, int fractionBits, boolean unsigned) {
    long shifted = (long) value << Long.SIZE - size;
    long integer = unsigned ? shifted >>> Long.SIZE - size : shifted >> Long.SIZE - size;
    return (double) integer / (1L << fractionBits);
  }

  /** FPSingleToDouble(). */
  public static long singleToDouble(int value, FpState s, boolean standard) {
    int x = FpSingle.unpack(value, s, standard);
    if (!FpSingle.isNan(x)) {
      return Double.doubleToRawLongBits(FpSingle.value(x));
    }
    if (FpSingle.isSignaling(x)) {
      s.raise(FpState.IOC);
    }
    if (s.defaultNan(standard)) {
      return DOUBLE_QUIET_NAN;
    }
    long payload = (long) (x & (1 << SINGLE_FRACTION_BITS) - 1);
    long sign = (long) (x & FpSingle.SIGN) << 32;
    return sign | DOUBLE_QUIET_NAN | payload << DOUBLE_FRACTION_BITS - SINGLE_FRACTION_BITS;
  }

  /** FPDoubleToSingle(). */
  public static int doubleToSingle(long value, FpState s, boolean standard) {
    long x = FpDouble.unpack(value, s, standard);
    if (!FpDouble.isNan(x)) {
      return FpSingle.round(FpDouble.value(x), s, standard);
    }
    if (FpDouble.isSignaling(x)) {
      s.raise(FpState.IOC);
    }
    if (s.defaultNan(standard)) {
      return SINGLE_QUIET_NAN;
    }
    int payload = (int) (x >>> DOUBLE_FRACTION_BITS - SINGLE_FRACTION_BITS);
    int sign = (int) (x >>> 32) & FpSingle.SIGN;
    return sign | SINGLE_QUIET_NAN | payload & (1 << SINGLE_FRACTION_BITS) - 1;
  }
}
