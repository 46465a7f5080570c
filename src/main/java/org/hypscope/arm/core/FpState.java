package org.hypscope.arm.core;

/**
 * The Advanced SIMD and Floating-point register file (ARM ARM A2.6): 32 doublewords and FPSCR.
 * FPEXC and the identification registers are system registers.
 */
public final class FpState {
  /** D0 to D31; S(n) is a half of D(n/2), Q(n) is D(2n) and D(2n+1). */
  public final long[] d = new long[32];

  private int fpscr;

  FpState() {}

  /** FPSCR. */
  public int fpscr() {
    return fpscr;
  }

  /** Sets FPSCR. */
  public void setFpscr(int value) {
    fpscr = value;
  }

  void copyFrom(FpState other) {
    System.arraycopy(other.d, 0, d, 0, d.length);
    fpscr = other.fpscr;
  }
}
