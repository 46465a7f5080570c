package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.FpState;

/** Bitwise operations, on doublewords as a whole. */
public final class BitwiseLanes {
  private BitwiseLanes() {}

  /** VAND. */
  public static long and(long d, long n, long m, int type, FpState s) {
    return n & m;
  }

  /** VBIC. */
  public static long bic(long d, long n, long m, int type, FpState s) {
    return n & ~m;
  }

  /** VORR, and VMOV of a register. */
  public static long orr(long d, long n, long m, int type, FpState s) {
    return n | m;
  }

  /** VORN. */
  public static long orn(long d, long n, long m, int type, FpState s) {
    return n | ~m;
  }

  /** VEOR. */
  public static long eor(long d, long n, long m, int type, FpState s) {
    return n ^ m;
  }

  /** VBSL: bits of the first operand where the destination has ones. */
  public static long bsl(long d, long n, long m, int type, FpState s) {
    return n & d | m & ~d;
  }

  /** VBIT: inserts the first operand where the second has ones. */
  public static long bit(long d, long n, long m, int type, FpState s) {
    return n & m | d & ~m;
  }

  /** VBIF: inserts the first operand where the second has zeros. */
  public static long bif(long d, long n, long m, int type, FpState s) {
    return d & m | n & ~m;
  }

  /** VMOV of an immediate. */
  public static long second(long d, long n, long m, int type, FpState s) {
    return m;
  }

  /** VMVN. */
  public static long mvn(long d, long n, long m, int type, FpState s) {
    return ~m;
  }
}
