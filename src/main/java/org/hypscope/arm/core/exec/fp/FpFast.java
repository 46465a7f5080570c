package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.FpState;

/**
 * The common case of arithmetic, in which the JDK's result is FPRound()'s too and no cumulative
 * exception is raised that is not raised already: rounding is to nearest, Inexact is set, and the
 * result is normal and was not made so by rounding.
 *
 * <p>Such a result also says that no operand is a NaN. One may be a denormal, which counts as it is
 * unless it is flushed to zero.
 */
final class FpFast {
  private static final int LEAST_EXPONENT = 2;
  private static final int SINGLE_EXPONENT = 0xff;
  private static final int DOUBLE_EXPONENT = 0x7ff;

  private FpFast() {}

  /** Whether {@code result}, the bits of the JDK's, holds for an operation on {@code a} and b. */
  static boolean holds(int result, int a, int b, FpState s, boolean standard) {
    int exponent = result >>> 23 & SINGLE_EXPONENT;
    return exponent >= LEAST_EXPONENT
        && exponent < SINGLE_EXPONENT
        && s.nearestAndInexact(standard)
        && !(s.flushToZero(standard) && (isDenormal(a) || isDenormal(b)));
  }

  /** As of singles, for doubles. */
  static boolean holds(long result, long a, long b, FpState s, boolean standard) {
    int exponent = (int) (result >>> 52) & DOUBLE_EXPONENT;
    return exponent >= LEAST_EXPONENT
        && exponent < DOUBLE_EXPONENT
        && s.nearestAndInexact(standard)
        && !(s.flushToZero(standard) && (isDenormal(a) || isDenormal(b)));
  }

  static boolean isDenormal(int a) {
    return (a >>> 23 & SINGLE_EXPONENT) == 0 && a << 1 != 0;
  }

  static boolean isDenormal(long a) {
    return (a >>> 52 & DOUBLE_EXPONENT) == 0 && a << 1 != 0;
  }
}
