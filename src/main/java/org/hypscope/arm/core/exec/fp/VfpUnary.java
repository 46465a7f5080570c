package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;

/** Floating-point operations on one operand, and comparisons (ARM ARM A7.5). */
public final class VfpUnary {
  private static final int TO_EXCEPTIONS = 1 << 7;

  private VfpUnary() {}

  /** VABS, single precision (A8.8.280). */
  public static void vabsSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    s.setS(Vfp.sd(insn), s.s(Vfp.sm(insn)) & ~FpSingle.SIGN);
  }

  /** VABS, double precision (A8.8.280). */
  public static void vabsDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubleDm(core, insn);
    s.d[Vfp.dd(insn)] = s.d[Vfp.dm(insn)] & ~FpDouble.SIGN;
  }

  /** VNEG, single precision (A8.8.355). */
  public static void vnegSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    s.setS(Vfp.sd(insn), s.s(Vfp.sm(insn)) ^ FpSingle.SIGN);
  }

  /** VNEG, double precision (A8.8.355). */
  public static void vnegDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubleDm(core, insn);
    s.d[Vfp.dd(insn)] = s.d[Vfp.dm(insn)] ^ FpDouble.SIGN;
  }

  /** VSQRT, single precision (A8.8.401). */
  public static void vsqrtSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    s.setS(Vfp.sd(insn), FpSingle.sqrt(s.s(Vfp.sm(insn)), s, false));
  }

  /** VSQRT, double precision (A8.8.401). */
  public static void vsqrtDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubleDm(core, insn);
    s.d[Vfp.dd(insn)] = FpDouble.sqrt(s.d[Vfp.dm(insn)], s, false);
  }

  /** VMOV (register), single precision (A8.8.340). */
  public static void vmovSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    s.setS(Vfp.sd(insn), s.s(Vfp.sm(insn)));
  }

  /** VMOV (register), double precision (A8.8.340). */
  public static void vmovDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubleDm(core, insn);
    s.d[Vfp.dd(insn)] = s.d[Vfp.dm(insn)];
  }

  /** VMOV (immediate), single precision (A8.8.339). */
  public static void vmovImmediateSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    s.setS(Vfp.sd(insn), expandSingle(insn));
  }

  /** VMOV (immediate), double precision (A8.8.339). */
  public static void vmovImmediateDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubleD(core, insn);
    s.d[Vfp.dd(insn)] = Double.doubleToRawLongBits(Float.intBitsToFloat(expandSingle(insn)));
  }

  /** VFPExpandImm() to 32 bits of imm4H:imm4L; to 64 bits it is the same number. */
  private static int expandSingle(int insn) {
    int imm8 = insn >>> 12 & 0xf0 | insn & 0xf;
    int exponent = (imm8 & 0x40) != 0 ? 0x7c : 0x80;
    return (imm8 & 0x80) << 24 | exponent << 23 | (imm8 & 0x3f) << 19;
  }

  /** VCMP and VCMPE, single precision (A8.8.303). */
  public static void vcmpSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    compare(s, s.s(Vfp.sd(insn)), s.s(Vfp.sm(insn)), insn);
  }

  /** VCMP and VCMPE with zero, single precision (A8.8.303). */
  public static void vcmpZeroSingle(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    compare(s, s.s(Vfp.sd(insn)), 0, insn);
  }

  private static void compare(FpState s, int a, int b, int insn) {
    s.setNzcv(FpSingle.compare(a, b, (insn & TO_EXCEPTIONS) != 0, s, false));
  }

  /** VCMP and VCMPE, double precision (A8.8.303). */
  public static void vcmpDouble(Core core, int insn) {
    FpState s = Vfp.doubleDm(core, insn);
    compare(s, s.d[Vfp.dd(insn)], s.d[Vfp.dm(insn)], insn);
  }

  /** VCMP and VCMPE with zero, double precision (A8.8.303). */
  public static void vcmpZeroDouble(Core core, int insn) {
    FpState s = Vfp.doubleD(core, insn);
    compare(s, s.d[Vfp.dd(insn)], 0L, insn);
  }

  private static void compare(FpState s, long a, long b, int insn) {
    s.setNzcv(FpDouble.compare(a, b, (insn & TO_EXCEPTIONS) != 0, s, false));
  }
}
