package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;

/** Floating-point conversions (ARM ARM A7.5). */
public final class VfpConversions {
  private static final int TOP = 1 << 7;
  private static final int TOWARDS_ZERO = 1 << 7;
  private static final int SIGNED = 1 << 7;
  private static final int SIGNED_RESULT = 1 << 16;
  private static final int UNSIGNED = 1 << 16;
  private static final int WORD = 1 << 7;
  private static final int HALF_BITS = 0xffff;

  private VfpConversions() {}

  /** VCVT from single to double precision (A8.8.309). */
  public static void singleToDouble(Core core, int insn) {
    FpState s = Vfp.doubleD(core, insn);
    s.d[Vfp.dd(insn)] = FpConvert.singleToDouble(s.s(Vfp.sm(insn)), s, false);
  }

  /** VCVT from double to single precision (A8.8.309). */
  public static void doubleToSingle(Core core, int insn) {
    FpState s = Vfp.doubleM(core, insn);
    s.setS(Vfp.sd(insn), FpConvert.doubleToSingle(s.d[Vfp.dm(insn)], s, false));
  }

  /** VCVTB and VCVTT from half to single precision (A8.8.311). */
  public static void halfToSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int pair = s.s(Vfp.sm(insn));
    s.setS(Vfp.sd(insn), FpHalf.toSingle((insn & TOP) != 0 ? pair >>> 16 : pair, s, false));
  }

  /** VCVTB and VCVTT from single to half precision; the other half is kept (A8.8.311). */
  public static void singleToHalf(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int d = Vfp.sd(insn);
    int half = FpHalf.fromSingle(s.s(Vfp.sm(insn)), s, false);
    int pair = s.s(d);
    boolean top = (insn & TOP) != 0;
    s.setS(d, top ? pair & HALF_BITS | half << 16 : pair & ~HALF_BITS | half);
  }

  /** VCVT from an integer to single precision (A8.8.306). */
  public static void integerToSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    boolean unsigned = (insn & SIGNED) == 0;
    int value = s.s(Vfp.sm(insn));
    s.setS(Vfp.sd(insn), FpConvert.fixedToSingle(value, 32, 0, unsigned, false, s, false));
  }

  /** VCVT from an integer to double precision (A8.8.306). */
  public static void integerToDouble(Core core, int insn) {
    FpState s = Vfp.doubleD(core, insn);
    boolean unsigned = (insn & SIGNED) == 0;
    s.d[Vfp.dd(insn)] = FpConvert.fixedToDouble(s.s(Vfp.sm(insn)), 32, 0, unsigned);
  }

  /** VCVT and VCVTR from single precision to an integer (A8.8.306). */
  public static void singleToInteger(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    boolean unsigned = (insn & SIGNED_RESULT) == 0;
    boolean towardsZero = (insn & TOWARDS_ZERO) != 0;
    int value = s.s(Vfp.sm(insn));
    int result = FpConvert.singleToFixed(value, 32, 0, unsigned, towardsZero, s, false);
    s.setS(Vfp.sd(insn), result);
  }

  /** VCVT and VCVTR from double precision to an integer (A8.8.306). */
  public static void doubleToInteger(Core core, int insn) {
    FpState s = Vfp.doubleM(core, insn);
    boolean unsigned = (insn & SIGNED_RESULT) == 0;
    boolean towardsZero = (insn & TOWARDS_ZERO) != 0;
    long value = s.d[Vfp.dm(insn)];
    s.setS(Vfp.sd(insn), (int) FpConvert.doubleToFixed(value, 32, 0, unsigned, towardsZero, s));
  }

  /** VCVT from fixed point to single precision, in place (A8.8.308). */
  public static void fixedToSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int d = Vfp.sd(insn);
    boolean unsigned = (insn & UNSIGNED) != 0;
    int size = size(insn);
    s.setS(
        d, FpConvert.fixedToSingle(s.s(d), size, fraction(insn, size), unsigned, true, s, false));
  }

  /** VCVT from fixed point to double precision, in place (A8.8.308). */
  public static void fixedToDouble(Core core, int insn) {
    FpState s = Vfp.doubleD(core, insn);
    int d = Vfp.dd(insn);
    boolean unsigned = (insn & UNSIGNED) != 0;
    int size = size(insn);
    s.d[d] = FpConvert.fixedToDouble((int) s.d[d], size, fraction(insn, size), unsigned);
  }

  /** VCVT from single precision to fixed point, in place (A8.8.308). */
  public static void singleToFixed(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int d = Vfp.sd(insn);
    boolean unsigned = (insn & UNSIGNED) != 0;
    int size = size(insn);
    s.setS(
        d, FpConvert.singleToFixed(s.s(d), size, fraction(insn, size), unsigned, true, s, false));
  }

  /** VCVT from double precision to fixed point, in place (A8.8.308). */
  public static void doubleToFixed(Core core, int insn) {
    FpState s = Vfp.doubleD(core, insn);
    int d = Vfp.dd(insn);
    boolean unsigned = (insn & UNSIGNED) != 0;
    int size = size(insn);
    s.d[d] = FpConvert.doubleToFixed(s.d[d], size, fraction(insn, size), unsigned, true, s);
  }

  private static int size(int insn) {
    return (insn & WORD) != 0 ? 32 : 16;
  }

  /** The number of fraction bits; below zero it is UNPREDICTABLE, and taken as UNDEFINED. */
  private static int fraction(int insn, int size) {
    return size - (insn << 1 & 0x1e | insn >>> 5 & 1);
  }
}
