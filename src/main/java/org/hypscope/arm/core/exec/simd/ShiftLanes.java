package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.FpState;

/** Shifts of one element, by a register or by an immediate. */
public final class ShiftLanes {
  private ShiftLanes() {}

  /** VSHL by the low byte of {@code n}, a negative amount to the right. */
  public static long shl(long d, long n, long m, int type, FpState s) {
    int shift = (byte) n;
    return shift >= 0 ? left(m, shift) : right(m, -shift, type);
  }

  /** VRSHL. */
  public static long rshl(long d, long n, long m, int type, FpState s) {
    int shift = (byte) n;
    return shift >= 0 ? left(m, shift) : rounded(m, -shift, type);
  }

  /** VQSHL by a register. */
  public static long qshl(long d, long n, long m, int type, FpState s) {
    int shift = (byte) n;
    return shift >= 0 ? saturatingLeft(m, shift, type, s) : right(m, -shift, type);
  }

  /** VQRSHL. */
  public static long qrshl(long d, long n, long m, int type, FpState s) {
    int shift = (byte) n;
    return shift >= 0 ? saturatingLeft(m, shift, type, s) : rounded(m, -shift, type);
  }

  /** VSHL by {@code n} bits, fewer than the element has; VSHLL. */
  public static long shlImmediate(long d, long n, long m, int type, FpState s) {
    return m << n;
  }

  /** VSLI: the low {@code n} bits stay. */
  public static long sli(long d, long n, long m, int type, FpState s) {
    return m << n | d & ~(-1L << n);
  }

  /** VSHR by {@code n} bits, 1 to the element's width. */
  public static long shr(long d, long n, long m, int type, FpState s) {
    return right(m, (int) n, type);
  }

  /** VRSHR. */
  public static long rshr(long d, long n, long m, int type, FpState s) {
    return rounded(m, (int) n, type);
  }

  /** VSRA. */
  public static long sra(long d, long n, long m, int type, FpState s) {
    return d + right(m, (int) n, type);
  }

  /** VRSRA. */
  public static long rsra(long d, long n, long m, int type, FpState s) {
    return d + rounded(m, (int) n, type);
  }

  /** VSRI, of zero-extended elements: the high {@code n} bits stay. */
  public static long sri(long d, long n, long m, int type, FpState s) {
    int shift = (int) n;
    long inserted = right(Saturation.greatest(type), shift, type);
    return right(m, shift, type) | d & ~inserted;
  }

  /** VQSHL by an immediate. */
  public static long qshlImmediate(long d, long n, long m, int type, FpState s) {
    return saturatingLeft(m, (int) n, type, s);
  }

  /** VQSHLU: a signed element to an unsigned one. */
  public static long qshlu(long d, long n, long m, int type, FpState s) {
    if (m < 0) {
      s.raise(FpState.QC);
      return 0;
    }
    return saturatingLeft(m, (int) n, type | Lanes.UNSIGNED, s);
  }

  private static long left(long value, int shift) {
    return shift > 63 ? 0 : value << shift;
  }

  /** {@code value >> shift} for any shift. */
  static long right(long value, int shift, int type) {
    if (shift > 63) {
      return Lanes.isUnsigned(type) ? 0 : value >> 63;
    }
    return Lanes.isUnsigned(type) ? value >>> shift : value >> shift;
  }

  /** {@code (value + (1 << shift - 1)) >> shift} for any shift from 0, without overflow. */
  static long rounded(long value, int shift, int type) {
    if (shift == 0) {
      return value;
    }
    if (shift > 63) {
      return shift == 64 && Lanes.isUnsigned(type) ? value >>> 63 : 0;
    }
    return right(value, shift, type) + (value >>> shift - 1 & 1);
  }

  private static long saturatingLeft(long value, int shift, int type, FpState s) {
    if (value == 0) {
      return 0;
    }
    if (shift >= Lanes.bits(type)) {
      return Saturation.end(value, type, s);
    }
    long shifted = value << shift;
    boolean fits =
        right(shifted, shift, type) == value
            && (Lanes.bits(type) == 64
                || shifted <= Saturation.greatest(type) && shifted >= Saturation.least(type));
    return fits ? shifted : Saturation.end(value, type, s);
  }
}
