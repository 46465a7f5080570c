package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.exec.fp.FpConvert;
import org.hypscope.arm.core.exec.fp.FpEstimate;
import org.hypscope.arm.core.exec.fp.FpSingle;

/** Single-precision operations on one element, by StandardFPSCRValue() (ARM ARM A2.7.4). */
public final class FloatLanes {
  private static final int SIGN = FpSingle.SIGN;

  private FloatLanes() {}

  /** VADD. */
  public static long add(long d, long n, long m, int type, FpState s) {
    return FpSingle.add((int) n, (int) m, s, true);
  }

  /** VSUB. */
  public static long sub(long d, long n, long m, int type, FpState s) {
    return FpSingle.sub((int) n, (int) m, s, true);
  }

  /** VABD. */
  public static long abd(long d, long n, long m, int type, FpState s) {
    return FpSingle.sub((int) n, (int) m, s, true) & ~SIGN;
  }

  /** VMUL. */
  public static long mul(long d, long n, long m, int type, FpState s) {
    return FpSingle.mul((int) n, (int) m, s, true);
  }

  /** VMLA: the product is rounded before the sum. */
  public static long mla(long d, long n, long m, int type, FpState s) {
    return FpSingle.add((int) d, FpSingle.mul((int) n, (int) m, s, true), s, true);
  }

  /** VMLS. */
  public static long mls(long d, long n, long m, int type, FpState s) {
    return FpSingle.add((int) d, FpSingle.mul((int) n, (int) m, s, true) ^ SIGN, s, true);
  }

  /** VFMA. */
  public static long fma(long d, long n, long m, int type, FpState s) {
    return FpSingle.fma((int) d, (int) n, (int) m, s, true);
  }

  /** VFMS. */
  public static long fms(long d, long n, long m, int type, FpState s) {
    return FpSingle.fma((int) d, (int) n ^ SIGN, (int) m, s, true);
  }

  /** VMAX. */
  public static long max(long d, long n, long m, int type, FpState s) {
    return FpSingle.max((int) n, (int) m, s, true);
  }

  /** VMIN. */
  public static long min(long d, long n, long m, int type, FpState s) {
    return FpSingle.min((int) n, (int) m, s, true);
  }

  /** VCEQ. */
  public static long ceq(long d, long n, long m, int type, FpState s) {
    return IntegerLanes.all(FpSingle.compareEQ((int) n, (int) m, s, true));
  }

  /** VCGE. */
  public static long cge(long d, long n, long m, int type, FpState s) {
    return IntegerLanes.all(FpSingle.compareGE((int) n, (int) m, s, true));
  }

  /** VCGT. */
  public static long cgt(long d, long n, long m, int type, FpState s) {
    return IntegerLanes.all(FpSingle.compareGT((int) n, (int) m, s, true));
  }

  /** VACGE. */
  public static long acge(long d, long n, long m, int type, FpState s) {
    return cge(d, n & ~SIGN, m & ~SIGN, type, s);
  }

  /** VACGT. */
  public static long acgt(long d, long n, long m, int type, FpState s) {
    return cgt(d, n & ~SIGN, m & ~SIGN, type, s);
  }

  /** VCEQ with zero. */
  public static long eqZero(long d, long n, long m, int type, FpState s) {
    return ceq(d, m, 0, type, s);
  }

  /** VCGE with zero. */
  public static long geZero(long d, long n, long m, int type, FpState s) {
    return cge(d, m, 0, type, s);
  }

  /** VCGT with zero. */
  public static long gtZero(long d, long n, long m, int type, FpState s) {
    return cgt(d, m, 0, type, s);
  }

  /** VCLE with zero. */
  public static long leZero(long d, long n, long m, int type, FpState s) {
    return cge(d, 0, m, type, s);
  }

  /** VCLT with zero. */
  public static long ltZero(long d, long n, long m, int type, FpState s) {
    return cgt(d, 0, m, type, s);
  }

  /** VABS. */
  public static long abs(long d, long n, long m, int type, FpState s) {
    return m & ~SIGN;
  }

  /** VNEG. */
  public static long neg(long d, long n, long m, int type, FpState s) {
    return m ^ SIGN;
  }

  /** VRECPE. */
  public static long recpe(long d, long n, long m, int type, FpState s) {
    return FpEstimate.recipEstimate((int) m, s);
  }

  /** VRSQRTE. */
  public static long rsqrte(long d, long n, long m, int type, FpState s) {
    return FpEstimate.rsqrtEstimate((int) m, s);
  }

  /** VRECPE of unsigned fractions. */
  public static long unsignedRecpe(long d, long n, long m, int type, FpState s) {
    return FpEstimate.unsignedRecipEstimate((int) m);
  }

  /** VRSQRTE of unsigned fractions. */
  public static long unsignedRsqrte(long d, long n, long m, int type, FpState s) {
    return FpEstimate.unsignedRsqrtEstimate((int) m);
  }

  /** VRECPS. */
  public static long recps(long d, long n, long m, int type, FpState s) {
    return FpEstimate.recipStep((int) n, (int) m, s);
  }

  /** VRSQRTS. */
  public static long rsqrts(long d, long n, long m, int type, FpState s) {
    return FpEstimate.rsqrtStep((int) n, (int) m, s);
  }

  /** VCVT from a signed fixed-point number with {@code n} fraction bits. */
  public static long fromSigned(long d, long n, long m, int type, FpState s) {
    return FpConvert.fixedToSingle((int) m, 32, (int) n, false, true, s, true);
  }

  /** VCVT from an unsigned fixed-point number with {@code n} fraction bits. */
  public static long fromUnsigned(long d, long n, long m, int type, FpState s) {
    return FpConvert.fixedToSingle((int) m, 32, (int) n, true, true, s, true);
  }

  /** VCVT to a signed fixed-point number with {@code n} fraction bits, towards zero. */
  public static long toSigned(long d, long n, long m, int type, FpState s) {
    return FpConvert.singleToFixed((int) m, 32, (int) n, false, true, s, true);
  }

  /** VCVT to an unsigned fixed-point number with {@code n} fraction bits, towards zero. */
  public static long toUnsigned(long d, long n, long m, int type, FpState s) {
    return FpConvert.singleToFixed((int) m, 32, (int) n, true, true, s, true);
  }
}
