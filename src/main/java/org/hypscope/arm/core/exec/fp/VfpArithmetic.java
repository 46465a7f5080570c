package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;

/** Floating-point sums, products and quotients (ARM ARM A7.5). */
public final class VfpArithmetic {
  private VfpArithmetic() {}

  /** VADD, single precision (A8.8.283). */
  public static void vaddSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.add(n, m, s, false));
  }

  /** VADD, double precision (A8.8.283). */
  public static void vaddDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.add(n, m, s, false);
  }

  /** VSUB, single precision (A8.8.415). */
  public static void vsubSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.sub(n, m, s, false));
  }

  /** VSUB, double precision (A8.8.415). */
  public static void vsubDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.sub(n, m, s, false);
  }

  /** VMUL, single precision (A8.8.351). */
  public static void vmulSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.mul(n, m, s, false));
  }

  /** VMUL, double precision (A8.8.351). */
  public static void vmulDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.mul(n, m, s, false);
  }

  /** VNMUL: a product, negated, single precision (A8.8.356). */
  public static void vnmulSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.mul(n, m, s, false) ^ FpSingle.SIGN);
  }

  /** VNMUL: a product, negated, double precision (A8.8.356). */
  public static void vnmulDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.mul(n, m, s, false) ^ FpDouble.SIGN;
  }

  /** VDIV, single precision (A8.8.312). */
  public static void vdivSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.div(n, m, s, false));
  }

  /** VDIV, double precision (A8.8.312). */
  public static void vdivDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.div(n, m, s, false);
  }
}
