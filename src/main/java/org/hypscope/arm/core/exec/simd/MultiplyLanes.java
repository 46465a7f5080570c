package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.FpState;

/**
 * Multiplication of one element. Those that give twice the width are given the narrow elements and
 * their type, and the wide element of the destination.
 */
public final class MultiplyLanes {
  private MultiplyLanes() {}

  /** VMUL and VMULL. */
  public static long mul(long d, long n, long m, int type, FpState s) {
    return n * m;
  }

  /** VMLA and VMLAL. */
  public static long mla(long d, long n, long m, int type, FpState s) {
    return d + n * m;
  }

  /** VMLS and VMLSL. */
  public static long mls(long d, long n, long m, int type, FpState s) {
    return d - n * m;
  }

  /** VMUL and VMULL of polynomials over {0, 1}, of zero-extended elements. */
  public static long polynomial(long d, long n, long m, int type, FpState s) {
    long product = 0;
    for (int bit = 0; bit < Lanes.bits(type); bit++) {
      product ^= (n >>> bit & 1) == 0 ? 0 : m << bit;
    }
    return product;
  }

  /** VQDMULH: the high half of twice the product. */
  public static long qdmulh(long d, long n, long m, int type, FpState s) {
    return Saturation.fit(n * m >> Lanes.bits(type) - 1, type, s);
  }

  /** VQRDMULH: the high half of twice the product, rounded. */
  public static long qrdmulh(long d, long n, long m, int type, FpState s) {
    int bits = Lanes.bits(type);
    return Saturation.fit(n * m + (1L << bits - 2) >> bits - 1, type, s);
  }

  /** VQDMULL: twice the product. */
  public static long qdmull(long d, long n, long m, int type, FpState s) {
    return Saturation.add(n * m, n * m, Lanes.twice(type), s);
  }

  /** VQDMLAL. */
  public static long qdmlal(long d, long n, long m, int type, FpState s) {
    return Saturation.add(d, qdmull(d, n, m, type, s), Lanes.twice(type), s);
  }

  /** VQDMLSL. */
  public static long qdmlsl(long d, long n, long m, int type, FpState s) {
    return Saturation.sub(d, qdmull(d, n, m, type, s), Lanes.twice(type), s);
  }
}
