package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.FpState;

/** Integer addition, comparison and bitwise operations on one element (ARM ARM A4.13). */
public final class IntegerLanes {
  private IntegerLanes() {}

  /** VADD. */
  public static long add(long d, long n, long m, int type, FpState s) {
    return n + m;
  }

  /** VSUB. */
  public static long sub(long d, long n, long m, int type, FpState s) {
    return n - m;
  }

  /** VHADD. */
  public static long hadd(long d, long n, long m, int type, FpState s) {
    return n + m >> 1;
  }

  /** VRHADD. */
  public static long rhadd(long d, long n, long m, int type, FpState s) {
    return n + m + 1 >> 1;
  }

  /** VHSUB. */
  public static long hsub(long d, long n, long m, int type, FpState s) {
    return n - m >> 1;
  }

  /** VQADD. */
  public static long qadd(long d, long n, long m, int type, FpState s) {
    return Saturation.add(n, m, type, s);
  }

  /** VQSUB. */
  public static long qsub(long d, long n, long m, int type, FpState s) {
    return Saturation.sub(n, m, type, s);
  }

  /** VMAX. */
  public static long max(long d, long n, long m, int type, FpState s) {
    return Math.max(n, m);
  }

  /** VMIN. */
  public static long min(long d, long n, long m, int type, FpState s) {
    return Math.min(n, m);
  }

  /** VABD. */
  public static long abd(long d, long n, long m, int type, FpState s) {
    return Math.abs(n - m);
  }

  /** VABA. */
  public static long aba(long d, long n, long m, int type, FpState s) {
    return d + Math.abs(n - m);
  }

  /** VPADAL: two neighbours added to what was there. */
  public static long addBoth(long d, long n, long m, int type, FpState s) {
    return d + n + m;
  }

  /** VCGT. */
  public static long cgt(long d, long n, long m, int type, FpState s) {
    return all(n > m);
  }

  /** VCGE. */
  public static long cge(long d, long n, long m, int type, FpState s) {
    return all(n >= m);
  }

  /** VCEQ. */
  public static long ceq(long d, long n, long m, int type, FpState s) {
    return all(n == m);
  }

  /** VTST. */
  public static long tst(long d, long n, long m, int type, FpState s) {
    return all((n & m) != 0);
  }

  /** VCGT with zero. */
  public static long gtZero(long d, long n, long m, int type, FpState s) {
    return all(m > 0);
  }

  /** VCGE with zero. */
  public static long geZero(long d, long n, long m, int type, FpState s) {
    return all(m >= 0);
  }

  /** VCEQ with zero. */
  public static long eqZero(long d, long n, long m, int type, FpState s) {
    return all(m == 0);
  }

  /** VCLE with zero. */
  public static long leZero(long d, long n, long m, int type, FpState s) {
    return all(m <= 0);
  }

  /** VCLT with zero. */
  public static long ltZero(long d, long n, long m, int type, FpState s) {
    return all(m < 0);
  }

  /** Ones in every bit of an element that satisfies a comparison. */
  static long all(boolean holds) {
    return holds ? -1 : 0;
  }

  /** VABS. */
  public static long abs(long d, long n, long m, int type, FpState s) {
    return Math.abs(m);
  }

  /** VNEG. */
  public static long neg(long d, long n, long m, int type, FpState s) {
    return -m;
  }

  /** VQABS. */
  public static long qabs(long d, long n, long m, int type, FpState s) {
    return Saturation.fit(Math.abs(m), type, s);
  }

  /** VQNEG. */
  public static long qneg(long d, long n, long m, int type, FpState s) {
    return Saturation.fit(-m, type, s);
  }

  /** VCLS: how many bits below the sign are as it is. */
  public static long cls(long d, long n, long m, int type, FpState s) {
    return Long.numberOfLeadingZeros(m ^ m >> 63) - 1 - (64 - Lanes.bits(type));
  }

  /** VCLZ, of a zero-extended element. */
  public static long clz(long d, long n, long m, int type, FpState s) {
    return Long.numberOfLeadingZeros(m) - (64 - Lanes.bits(type));
  }

  /** VCNT, of a zero-extended element. */
  public static long cnt(long d, long n, long m, int type, FpState s) {
    return Long.bitCount(m);
  }
}
