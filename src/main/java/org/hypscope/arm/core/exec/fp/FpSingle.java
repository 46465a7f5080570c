package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.FpState;

/**
 * Single-precision arithmetic on the bits of the operands (ARM ARM A2.7), by the name of the
 * pseudocode function. {@code standard} asks for StandardFPSCRValue(); exceptions accumulate in the
 * state.
 *
 * <p>Computed in double precision, where a sum or product of singles leaves an exact error.
 */
public final class FpSingle {
  /** The sign bit. */
  public static final int SIGN = 1 << 31;

  static final int INFINITY = 0x7f80_0000;
  static final int DEFAULT_NAN = 0x7fc0_0000;
  private static final int QUIET = 1 << 22;
  private static final int UNORDERED = 3 << 28;

  private FpSingle() {}

  /** FPAdd(). */
  public static int add(int a, int b, FpState s, boolean standard) {
    int fast = Float.floatToRawIntBits(single(a) + single(b));
    if (FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    return sum(a, b, 0, s, standard);
  }

  /** FPSub(). */
  public static int sub(int a, int b, FpState s, boolean standard) {
    int fast = Float.floatToRawIntBits(single(a) - single(b));
    if (FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    return sum(a, b, SIGN, s, standard);
  }

  /** Adds b with the sign changed by {@code flip}, which a NaN keeps as it was. */
  private static int sum(int a, int b, int flip, FpState s, boolean standard) {
    int x = unpack(a, s, standard);
    int y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      return nan(x, y, s, standard);
    }
    return exactSum(value(x), value(y ^ flip), s, standard);
  }

  private static int exactSum(double p, double q, FpState s, boolean standard) {
    double sum = p + q;
    if (sum == 0) {
      return zeroSum(p, q, s.rounding(standard));
    }
    if (Double.isNaN(sum)) {
      return invalid(s);
    }
    double error = Double.isInfinite(sum) ? 0 : FpRound.sumError(p, q, sum);
    return round(FpRound.toOdd(sum, error), s, standard);
  }

  /** The sign of a sum that is zero. */
  private static int zeroSum(double p, double q, int rounding) {
    boolean minus = Double.doubleToRawLongBits(p) < 0;
    if (minus == Double.doubleToRawLongBits(q) < 0) {
      return minus ? SIGN : 0;
    }
    return rounding == FpState.MINUS ? SIGN : 0;
  }

  /** FPMul(). */
  public static int mul(int a, int b, FpState s, boolean standard) {
    int fast = Float.floatToRawIntBits(single(a) * single(b));
    if (FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    int x = unpack(a, s, standard);
    int y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      return nan(x, y, s, standard);
    }
    double product = value(x) * value(y);
    return Double.isNaN(product) ? invalid(s) : round(product, s, standard);
  }

  /** FPMulAdd(): addend + a * b, rounded once. */
  public static int fma(int addend, int a, int b, FpState s, boolean standard) {
    int fast = Float.floatToRawIntBits(Math.fma(single(a), single(b), single(addend)));
    if (FpFast.holds(fast, addend, addend, s, standard) && FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    int x = unpack(addend, s, standard);
    int y = unpack(a, s, standard);
    int z = unpack(b, s, standard);
    double product = value(y) * value(z);
    boolean noProduct = Double.isNaN(product) && !isNan(y) && !isNan(z);
    if (isNan(x) || isNan(y) || isNan(z)) {
      return noProduct && !isSignaling(x) ? invalid(s) : nan(x, y, z, s, standard);
    }
    return noProduct ? invalid(s) : exactSum(product, value(x), s, standard);
  }

  /** FPDiv(). */
  public static int div(int a, int b, FpState s, boolean standard) {
    int fast = Float.floatToRawIntBits(single(a) / single(b));
    if (FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    int x = unpack(a, s, standard);
    int y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      return nan(x, y, s, standard);
    }
    double p = value(x);
    double q = value(y);
    double quotient = p / q;
    if (Double.isNaN(quotient)) {
      return invalid(s);
    }
    if (q == 0 && !Double.isInfinite(p)) {
      s.raise(FpState.DZC);
    }
    boolean exact = quotient == 0 || Double.isInfinite(quotient);
    double error = exact ? 0 : Math.fma(-quotient, q, p) * Math.signum(q);
    return round(FpRound.toOdd(quotient, error), s, standard);
  }

  /** FPSqrt(). */
  public static int sqrt(int a, FpState s, boolean standard) {
    int fast = Float.floatToRawIntBits((float) Math.sqrt(single(a)));
    if (FpFast.holds(fast, a, a, s, standard)) {
      return fast;
    }
    int x = unpack(a, s, standard);
    if (isNan(x)) {
      return nan(x, x, s, standard);
    }
    double p = value(x);
    if (p < 0) {
      return invalid(s);
    }
    double root = Math.sqrt(p);
    double error = Double.isInfinite(root) ? 0 : Math.fma(-root, root, p);
    return round(FpRound.toOdd(root, error), s, standard);
  }

  /** FPMax(): plus zero is greater than minus zero. */
  public static int max(int a, int b, FpState s, boolean standard) {
    int x = unpack(a, s, standard);
    int y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      return nan(x, y, s, standard);
    }
    double difference = value(x) - value(y);
    return difference > 0 ? x : difference < 0 ? y : equal(x, y, x & y);
  }

  /** FPMin(): minus zero is less than plus zero. */
  public static int min(int a, int b, FpState s, boolean standard) {
    int x = unpack(a, s, standard);
    int y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      return nan(x, y, s, standard);
    }
    double difference = value(x) - value(y);
    return difference < 0 ? x : difference > 0 ? y : equal(x, y, x | y);
  }

  private static int equal(int x, int y, int zero) {
    return x == y ? x : zero;
  }

  /** FPCompare(): N, Z, C and V in bits 31 to 28; {@code quiet} NaNs raise IOC if true. */
  public static int compare(int a, int b, boolean quiet, FpState s, boolean standard) {
    int x = unpack(a, s, standard);
    int y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      if (quiet || isSignaling(x) || isSignaling(y)) {
        s.raise(FpState.IOC);
      }
      return UNORDERED;
    }
    return flags(Double.compare(value(x) + 0.0, value(y) + 0.0));
  }

  static int flags(int order) {
    return order == 0 ? 0x6000_0000 : order < 0 ? 0x8000_0000 : 0x2000_0000;
  }

  /** FPCompareEQ(): only signaling NaNs raise IOC. */
  public static boolean compareEQ(int a, int b, FpState s, boolean standard) {
    return compare(a, b, false, s, standard) == flags(0);
  }

  /** FPCompareGE(): every NaN raises IOC. */
  public static boolean compareGE(int a, int b, FpState s, boolean standard) {
    int flags = compare(a, b, true, s, standard);
    return flags == flags(0) || flags == flags(1);
  }

  /** FPCompareGT(): every NaN raises IOC. */
  public static boolean compareGT(int a, int b, FpState s, boolean standard) {
    return compare(a, b, true, s, standard) == flags(1);
  }

  /** FPUnpack(): {@code a}, or a zero of its sign where denormal operands are flushed. */
  static int unpack(int a, FpState s, boolean standard) {
    boolean denormal = (a & INFINITY) == 0 && (a & ~SIGN) != 0;
    if (denormal && s.flushToZero(standard)) {
      s.raise(FpState.IDC);
      return a & SIGN;
    }
    return a;
  }

  private static float single(int bits) {
    return Float.intBitsToFloat(bits);
  }

  static double value(int bits) {
    return Float.intBitsToFloat(bits);
  }

  static boolean isNan(int bits) {
    return (bits & ~SIGN) > INFINITY;
  }

  static boolean isSignaling(int bits) {
    return isNan(bits) && (bits & QUIET) == 0;
  }

  static int round(double odd, FpState s, boolean standard) {
    return FpRound.toSingle(odd, s, s.rounding(standard), s.flushToZero(standard));
  }

  static int invalid(FpState s) {
    s.raise(FpState.IOC);
    return DEFAULT_NAN;
  }

  /** FPProcessNaNs(): the first signaling one, else the first quiet one. */
  static int nan(int x, int y, FpState s, boolean standard) {
    int first = isSignaling(x) || !isSignaling(y) && isNan(x) ? x : y;
    return processNan(first, s, standard);
  }

  /** FPProcessNaNs3(). */
  private static int nan(int x, int y, int z, FpState s, boolean standard) {
    boolean fromX = isSignaling(x) || !isSignaling(y) && !isSignaling(z) && isNan(x);
    return fromX ? processNan(x, s, standard) : nan(y, z, s, standard);
  }

  private static int processNan(int nan, FpState s, boolean standard) {
    if (isSignaling(nan)) {
      s.raise(FpState.IOC);
    }
    return s.defaultNan(standard) ? DEFAULT_NAN : nan | QUIET;
  }
}
