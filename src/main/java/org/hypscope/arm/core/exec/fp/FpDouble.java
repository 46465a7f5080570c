package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.FpState;

/**
 * Double-precision arithmetic on the bits of the operands (ARM ARM A2.7), by the name of the
 * pseudocode function. {@code standard} asks for StandardFPSCRValue(); exceptions accumulate in the
 * state.
 *
 * <p>Computed on operands scaled to where nothing overflows or underflows, so that the error of the
 * JDK's result is exact.
 */
public final class FpDouble {
  /** The sign bit. */
  public static final long SIGN = 1L << 63;

  static final long DEFAULT_NAN = 0x7ff8L << 48;
  private static final long INFINITY = 0x7ffL << 52;
  private static final long FRACTION = (1L << 52) - 1;
  private static final long ONE = 0x3ffL << 52;
  private static final long QUIET = 1L << 51;
  private static final int UNORDERED = 3 << 28;
  private static final double LEAST_SAFE = 0x1p-900;
  private static final double GREATEST_SAFE = 0x1p1000;
  private static final int FAR = 300;

  private FpDouble() {}

  /** FPAdd(). */
  public static long add(long a, long b, FpState s, boolean standard) {
    long fast = Double.doubleToRawLongBits(value(a) + value(b));
    if (FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    return sum(a, b, 0, s, standard);
  }

  /** FPSub(). */
  public static long sub(long a, long b, FpState s, boolean standard) {
    long fast = Double.doubleToRawLongBits(value(a) - value(b));
    if (FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    return sum(a, b, SIGN, s, standard);
  }

  /** Adds b with the sign changed by {@code flip}, which a NaN keeps as it was. */
  private static long sum(long a, long b, long flip, FpState s, boolean standard) {
    long x = unpack(a, s, standard);
    long y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      return nan(x, y, s, standard);
    }
    double p = value(x);
    double q = value(y ^ flip);
    double sum = p + q;
    if (sum == 0) {
      return zeroSum(x, y ^ flip, s.rounding(standard));
    }
    if (Double.isNaN(sum)) {
      return invalid(s);
    }
    if (p == 0 || q == 0 || Double.isInfinite(p) || Double.isInfinite(q)) {
      return bits(sum);
    }
    if (Math.max(Math.abs(p), Math.abs(q)) < GREATEST_SAFE) {
      return round(sum, FpRound.sumError(p, q, sum), 0, s, standard);
    }
    return largeSum(p, q, s, standard);
  }

  /** A sum that may overflow, of operands other than zero. */
  private static long largeSum(double p, double q, FpState s, boolean standard) {
    double x = scaledDown(p);
    double y = scaledDown(q);
    double sum = x + y;
    return round(sum, FpRound.sumError(x, y, sum), 100, s, standard);
  }

  /** {@code value / 2^100}; one that is too small for that counts by its sign alone. */
  private static double scaledDown(double value) {
    double scaled = value * 0x1p-100;
    return scaled == 0 ? Math.copySign(Double.MIN_NORMAL, value) : scaled;
  }

  /** The sign of a sum that is zero. */
  private static long zeroSum(long x, long y, int rounding) {
    if ((x ^ y) >= 0) {
      return x & SIGN;
    }
    return rounding == FpState.MINUS ? SIGN : 0;
  }

  /** FPMul(). */
  public static long mul(long a, long b, FpState s, boolean standard) {
    long fast = Double.doubleToRawLongBits(value(a) * value(b));
    if (FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    long x = unpack(a, s, standard);
    long y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      return nan(x, y, s, standard);
    }
    double p = value(x);
    double q = value(y);
    double product = p * q;
    if (Double.isNaN(product)) {
      return invalid(s);
    }
    if (p == 0 || q == 0 || Double.isInfinite(p) || Double.isInfinite(q)) {
      return bits(product);
    }
    if (isSafe(product)) {
      return round(product, Math.fma(p, q, -product), 0, s, standard);
    }
    double m = mantissa(p);
    double n = mantissa(q);
    product = m * n;
    int scale = exponent(p) + exponent(q);
    return round(product, Math.fma(m, n, -product), scale, s, standard);
  }

  /** FPDiv(). */
  public static long div(long a, long b, FpState s, boolean standard) {
    long fast = Double.doubleToRawLongBits(value(a) / value(b));
    if (FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    long x = unpack(a, s, standard);
    long y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      return nan(x, y, s, standard);
    }
    double p = value(x);
    double q = value(y);
    if (p == 0 || q == 0 || Double.isInfinite(p) || Double.isInfinite(q)) {
      return specialQuotient(p, q, s);
    }
    double m = mantissa(p);
    double n = mantissa(q);
    double quotient = m / n;
    double error = Math.fma(-quotient, n, m) * Math.signum(n);
    return round(quotient, error, exponent(p) - exponent(q), s, standard);
  }

  private static long specialQuotient(double p, double q, FpState s) {
    double quotient = p / q;
    if (Double.isNaN(quotient)) {
      return invalid(s);
    }
    if (q == 0 && !Double.isInfinite(p)) {
      s.raise(FpState.DZC);
    }
    return bits(quotient);
  }

  /** FPSqrt(). */
  public static long sqrt(long a, FpState s, boolean standard) {
    long fast = Double.doubleToRawLongBits(Math.sqrt(value(a)));
    if (FpFast.holds(fast, a, a, s, standard)) {
      return fast;
    }
    long x = unpack(a, s, standard);
    if (isNan(x)) {
      return nan(x, x, s, standard);
    }
    double p = value(x);
    if (p < 0) {
      return invalid(s);
    }
    if (p == 0 || Double.isInfinite(p)) {
      return x;
    }
    int half = exponent(p) >> 1;
    double m = mantissa(p) * ((exponent(p) & 1) + 1);
    double root = Math.sqrt(m);
    return round(root, Math.fma(-root, root, m), half, s, standard);
  }

  /** FPMulAdd(): addend + a * b, rounded once. */
  public static long fma(long addend, long a, long b, FpState s, boolean standard) {
    long fast = Double.doubleToRawLongBits(Math.fma(value(a), value(b), value(addend)));
    if (FpFast.holds(fast, addend, addend, s, standard) && FpFast.holds(fast, a, b, s, standard)) {
      return fast;
    }
    long x = unpack(addend, s, standard);
    long y = unpack(a, s, standard);
    long z = unpack(b, s, standard);
    double p = value(y);
    double q = value(z);
    boolean noProduct = p == 0 && Double.isInfinite(q) || Double.isInfinite(p) && q == 0;
    if (isNan(x) || isNan(y) || isNan(z)) {
      return noProduct && !isSignaling(x) ? invalid(s) : nan(x, y, z, s, standard);
    }
    double c = value(x);
    if (p == 0 || q == 0 || Double.isInfinite(p) || Double.isInfinite(q)) {
      return withoutProduct(x, (y ^ z) & SIGN, p * q, s, standard);
    }
    return Double.isInfinite(c) ? x : fused(c, p, q, s, standard);
  }

  /** A fused sum in which the product is zero, infinite or none. */
  private static long withoutProduct(
      long x, long productSign, double product, FpState s, boolean standard) {
    double c = value(x);
    if (product == 0) {
      return c == 0 ? zeroSum(x, productSign, s.rounding(standard)) : x;
    }
    double sum = product + c;
    return Double.isNaN(sum) ? invalid(s) : bits(sum);
  }

  /**
   * A fused sum of numbers, the product not zero: the product's mantissas, and the addend scaled
   * along, where one that is far off counts by its sign alone.
   */
  private static long fused(double c, double p, double q, FpState s, boolean standard) {
    double m = mantissa(p);
    double n = mantissa(q);
    int scale = exponent(p) + exponent(q);
    int distance = c == 0 ? 0 : exponent(c) - scale;
    if (distance > FAR) {
      m = Math.scalb(m, -FAR);
      scale = exponent(c);
      distance = 0;
    }
    double addend = c == 0 ? c : Math.scalb(mantissa(c), Math.max(distance, -FAR));
    double sum = Math.fma(m, n, addend);
    if (sum == 0) {
      return zeroSum(bits(m * n), bits(c), s.rounding(standard));
    }
    return round(sum, fusedError(m, n, addend, sum), scale, s, standard);
  }

  /**
   * The error of {@code sum = m * n + c} (Boldo and Muller, ErrFma), rounded; its sign is exact.
   */
  private static double fusedError(double m, double n, double c, double sum) {
    double product = m * n;
    double productError = Math.fma(m, n, -product);
    double low = c + productError;
    double lowError = FpRound.sumError(c, productError, low);
    double high = product + low;
    double highError = FpRound.sumError(product, low, high);
    return high - sum + highError + lowError;
  }

  /** FPCompare(): N, Z, C and V in bits 31 to 28; {@code quiet} NaNs raise IOC if true. */
  public static int compare(long a, long b, boolean quiet, FpState s, boolean standard) {
    long x = unpack(a, s, standard);
    long y = unpack(b, s, standard);
    if (isNan(x) || isNan(y)) {
      if (quiet || isSignaling(x) || isSignaling(y)) {
        s.raise(FpState.IOC);
      }
      return UNORDERED;
    }
    return FpSingle.flags(Double.compare(value(x) + 0.0, value(y) + 0.0));
  }

  /** FPUnpack(): {@code a}, or a zero of its sign where denormal operands are flushed. */
  static long unpack(long a, FpState s, boolean standard) {
    boolean denormal = (a & INFINITY) == 0 && (a & ~SIGN) != 0;
    if (denormal && s.flushToZero(standard)) {
      s.raise(FpState.IDC);
      return a & SIGN;
    }
    return a;
  }

  static double value(long bits) {
    return Double.longBitsToDouble(bits);
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  static boolean isNan(long bits) {
    return (bits & ~SIGN) > INFINITY;
  }

  static boolean isSignaling(long bits) {
    return isNan(bits) && (bits & QUIET) == 0;
  }

  private static boolean isSafe(double value) {
    double size = Math.abs(value);
    return size > LEAST_SAFE && size < GREATEST_SAFE;
  }

  /** {@code value}, a number other than zero, scaled to between 1 and 2; its sign is kept. */
  private static double mantissa(double value) {
    boolean denormal = Math.abs(value) < Double.MIN_NORMAL;
    long bits = bits(denormal ? value * 0x1p54 : value);
    return value(bits & (SIGN | FRACTION) | ONE);
  }

  private static int exponent(double value) {
    boolean denormal = Math.abs(value) < Double.MIN_NORMAL;
    return denormal ? Math.getExponent(value * 0x1p54) - 54 : Math.getExponent(value);
  }

  private static long round(double nearest, double error, int scale, FpState s, boolean standard) {
    return FpRound.toDouble(
        nearest, error, scale, s, s.rounding(standard), s.flushToZero(standard));
  }

  private static long invalid(FpState s) {
    s.raise(FpState.IOC);
    return DEFAULT_NAN;
  }

  /** FPProcessNaNs(): the first signaling one, else the first quiet one. */
  private static long nan(long x, long y, FpState s, boolean standard) {
    long first = isSignaling(x) || !isSignaling(y) && isNan(x) ? x : y;
    return processNan(first, s, standard);
  }

  /** FPProcessNaNs3(). */
  private static long nan(long x, long y, long z, FpState s, boolean standard) {
    boolean fromX = isSignaling(x) || !isSignaling(y) && !isSignaling(z) && isNan(x);
    return fromX ? processNan(x, s, standard) : nan(y, z, s, standard);
  }

  private static long processNan(long nan, FpState s, boolean standard) {
    if (isSignaling(nan)) {
      s.raise(FpState.IOC);
    }
    return s.defaultNan(standard) ? DEFAULT_NAN : nan | QUIET;
  }
}
