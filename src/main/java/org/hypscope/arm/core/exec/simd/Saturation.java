package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.FpState;

/** SignedSatQ() and UnsignedSatQ() (ARM ARM Pseudocode Appendix), which set FPSCR.QC. */
final class Saturation {
  private Saturation() {}

  /** The greatest value of an element. */
  static long greatest(int type) {
    int bits = Lanes.bits(type);
    return Lanes.isUnsigned(type) ? -1L >>> 64 - bits : Long.MAX_VALUE >>> 64 - bits;
  }

  /** The least value of an element. */
  static long least(int type) {
    return Lanes.isUnsigned(type) ? 0 : -1L << Lanes.bits(type) - 1;
  }

  /** {@code value} held within an element of less than 64 bits. */
  static long fit(long value, int type, FpState s) {
    if (value > greatest(type)) {
      s.raise(FpState.QC);
      return greatest(type);
    }
    if (value < least(type)) {
      s.raise(FpState.QC);
      return least(type);
    }
    return value;
  }

  /** As {@link #fit}, of an unsigned 64-bit value. */
  static long fitUnsigned(long value, int type, FpState s) {
    if (Long.compareUnsigned(value, greatest(type)) > 0) {
      s.raise(FpState.QC);
      return greatest(type);
    }
    return value;
  }

  /** The end of the range that a value of the sign of {@code value} has left. */
  static long end(long value, int type, FpState s) {
    s.raise(FpState.QC);
    return Lanes.isUnsigned(type) || value >= 0 ? greatest(type) : least(type);
  }

  /** {@code a + b} of elements of any width. */
  static long add(long a, long b, int type, FpState s) {
    long sum = a + b;
    if (Lanes.bits(type) < 64) {
      return fit(sum, type, s);
    }
    boolean overflow =
        Lanes.isUnsigned(type) ? Long.compareUnsigned(sum, a) < 0 : ((a ^ sum) & (b ^ sum)) < 0;
    return overflow ? end(a, type, s) : sum;
  }

  /** {@code a - b} of elements of any width. */
  static long sub(long a, long b, int type, FpState s) {
    long difference = a - b;
    if (Lanes.bits(type) < 64) {
      return fit(difference, type, s);
    }
    if (Lanes.isUnsigned(type)) {
      if (Long.compareUnsigned(a, b) < 0) {
        s.raise(FpState.QC);
        return 0;
      }
      return difference;
    }
    return ((a ^ b) & (a ^ difference)) < 0 ? end(a, type, s) : difference;
  }
}
