package org.hypscope.arm.core;

/**
 * The Advanced SIMD and Floating-point register file (ARM ARM A2.6): 32 doublewords and FPSCR.
 * FPEXC and the identification registers are system registers.
 *
 * <p>Where a method takes {@code standard}, true asks for StandardFPSCRValue(), by which Advanced
 * SIMD computes: default NaN, flush to zero, round to nearest. Exception flags accumulate in FPSCR
 * in either case.
 */
public final class FpState {
  /** FPSCR.IOC: Invalid Operation. */
  public static final int IOC = 1;

  /** FPSCR.DZC: Division by Zero. */
  public static final int DZC = 1 << 1;

  /** FPSCR.OFC: Overflow. */
  public static final int OFC = 1 << 2;

  /** FPSCR.UFC: Underflow. */
  public static final int UFC = 1 << 3;

  /** FPSCR.IXC: Inexact. */
  public static final int IXC = 1 << 4;

  /** FPSCR.IDC: Input Denormal. */
  public static final int IDC = 1 << 7;

  /** FPSCR.QC: a saturating Advanced SIMD operation has saturated. */
  public static final int QC = 1 << 27;

  /** FPSCR.RMode: round to nearest, ties to even. */
  public static final int NEAREST = 0;

  /** FPSCR.RMode: round towards plus infinity. */
  public static final int PLUS = 1;

  /** FPSCR.RMode: round towards minus infinity. */
  public static final int MINUS = 2;

  /** FPSCR.RMode: round towards zero. */
  public static final int ZERO = 3;

  private static final int AHP = 1 << 26;
  private static final int DN = 1 << 25;
  private static final int FZ = 1 << 24;
  private static final int RMODE_SHIFT = 22;
  private static final int LEN_STRIDE = 0x0037_0000;
  private static final int NZCV = 0xf000_0000;

  /**
   * The bits that a Cortex-A15 keeps: flags, QC, modes, STRIDE, LEN and the cumulative exceptions.
   * The trap enables read as zero, because it traps no exception.
   */
  private static final int KEPT = 0xfff7_009f;

  /** D0 to D31; S(n) is a half of D(n/2), Q(n) is D(2n) and D(2n+1). */
  public final long[] d = new long[32];

  private int fpscr;

  /** All registers zero. */
  public FpState() {}

  /** FPSCR. */
  public int fpscr() {
    return fpscr;
  }

  /** Sets FPSCR; bits that it does not have stay zero. */
  public void setFpscr(int value) {
    fpscr = value & KEPT;
  }

  /** Sets FPSCR.N, Z, C and V from bits 31 to 28. */
  public void setNzcv(int flags) {
    fpscr = fpscr & ~NZCV | flags & NZCV;
  }

  /** FPProcessException(): sets cumulative flags of FPSCR, QC among them. */
  public void raise(int flags) {
    fpscr |= flags;
  }

  /** Whether an operation that gives a NaN gives the default NaN (FPSCR.DN). */
  public boolean defaultNan(boolean standard) {
    return standard || (fpscr & DN) != 0;
  }

  /** Whether denormal operands and results are taken as zero (FPSCR.FZ). */
  public boolean flushToZero(boolean standard) {
    return standard || (fpscr & FZ) != 0;
  }

  /** The rounding mode: {@link #NEAREST}, {@link #PLUS}, {@link #MINUS} or {@link #ZERO}. */
  public int rounding(boolean standard) {
    return standard ? NEAREST : fpscr >>> RMODE_SHIFT & 3;
  }

  /** Whether results are rounded to nearest, and one that is not exact would raise nothing new. */
  public boolean nearestAndInexact(boolean standard) {
    return (fpscr & IXC) != 0 && rounding(standard) == NEAREST;
  }

  /** Whether half-precision numbers are in ARM's alternative format (FPSCR.AHP). */
  public boolean alternativeHalf() {
    return (fpscr & AHP) != 0;
  }

  /** Whether FPSCR asks for short vectors, which a Cortex-A15 does not have. */
  public boolean shortVectors() {
    return (fpscr & LEN_STRIDE) != 0;
  }

  /** S{@code n}, 0 to 31. */
  public int s(int n) {
    long pair = d[n >> 1];
    return (int) ((n & 1) == 0 ? pair : pair >>> 32);
  }

  /** Sets S{@code n}, 0 to 31; the other half of the doubleword is kept. */
  public void setS(int n, int value) {
    long pair = d[n >> 1];
    d[n >> 1] =
        (n & 1) == 0
            ? pair & 0xffff_ffff_0000_0000L | value & 0xffff_ffffL
            : pair & 0xffff_ffffL | (long) value << 32;
  }

  void copyFrom(FpState other) {
    System.arraycopy(other.d, 0, d, 0, d.length);
    fpscr = other.fpscr;
  }
}
