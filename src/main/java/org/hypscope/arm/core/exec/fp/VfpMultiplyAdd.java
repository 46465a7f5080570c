package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;

/** Floating-point multiply-accumulate, with the product rounded or fused (ARM ARM A7.5). */
public final class VfpMultiplyAdd {
  private VfpMultiplyAdd() {}

  /** VMLA: adds a rounded product, single precision (A8.8.337). */
  public static void vmlaSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.add(s.s(d), FpSingle.mul(n, m, s, false), s, false));
  }

  /** VMLA: adds a rounded product, double precision (A8.8.337). */
  public static void vmlaDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.add(s.d[d], FpDouble.mul(n, m, s, false), s, false);
  }

  /** VMLS: adds a negated rounded product, single precision (A8.8.337). */
  public static void vmlsSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.add(s.s(d), FpSingle.mul(n, m, s, false) ^ FpSingle.SIGN, s, false));
  }

  /** VMLS: adds a negated rounded product, double precision (A8.8.337). */
  public static void vmlsDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.add(s.d[d], FpDouble.mul(n, m, s, false) ^ FpDouble.SIGN, s, false);
  }

  /** VNMLA: negates, and adds a negated rounded product, single precision (A8.8.356). */
  public static void vnmlaSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(
        d,
        FpSingle.add(
            s.s(d) ^ FpSingle.SIGN, FpSingle.mul(n, m, s, false) ^ FpSingle.SIGN, s, false));
  }

  /** VNMLA: negates, and adds a negated rounded product, double precision (A8.8.356). */
  public static void vnmlaDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] =
        FpDouble.add(
            s.d[d] ^ FpDouble.SIGN, FpDouble.mul(n, m, s, false) ^ FpDouble.SIGN, s, false);
  }

  /** VNMLS: negates, and adds a rounded product, single precision (A8.8.356). */
  public static void vnmlsSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.add(s.s(d) ^ FpSingle.SIGN, FpSingle.mul(n, m, s, false), s, false));
  }

  /** VNMLS: negates, and adds a rounded product, double precision (A8.8.356). */
  public static void vnmlsDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.add(s.d[d] ^ FpDouble.SIGN, FpDouble.mul(n, m, s, false), s, false);
  }

  /** VFMA, single precision (A8.8.317). */
  public static void vfmaSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.fma(s.s(d), n, m, s, false));
  }

  /** VFMA, double precision (A8.8.317). */
  public static void vfmaDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.fma(s.d[d], n, m, s, false);
  }

  /** VFMS: the product negated, single precision (A8.8.317). */
  public static void vfmsSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.fma(s.s(d), n ^ FpSingle.SIGN, m, s, false));
  }

  /** VFMS: the product negated, double precision (A8.8.317). */
  public static void vfmsDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.fma(s.d[d], n ^ FpDouble.SIGN, m, s, false);
  }

  /** VFNMA: addend and product negated, single precision (A8.8.318). */
  public static void vfnmaSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.fma(s.s(d) ^ FpSingle.SIGN, n ^ FpSingle.SIGN, m, s, false));
  }

  /** VFNMA: addend and product negated, double precision (A8.8.318). */
  public static void vfnmaDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.fma(s.d[d] ^ FpDouble.SIGN, n ^ FpDouble.SIGN, m, s, false);
  }

  /** VFNMS: the addend negated, single precision (A8.8.318). */
  public static void vfnmsSingle(Core core, int insn) {
    FpState s = Vfp.scalarSingles(core, insn);
    int d = Vfp.sd(insn);
    int n = s.s(Vfp.sn(insn));
    int m = s.s(Vfp.sm(insn));
    s.setS(d, FpSingle.fma(s.s(d) ^ FpSingle.SIGN, n, m, s, false));
  }

  /** VFNMS: the addend negated, double precision (A8.8.318). */
  public static void vfnmsDouble(Core core, int insn) {
    FpState s = Vfp.scalarDoubles(core, insn);
    int d = Vfp.dd(insn);
    long n = s.d[Vfp.dn(insn)];
    long m = s.d[Vfp.dm(insn)];
    s.d[d] = FpDouble.fma(s.d[d] ^ FpDouble.SIGN, n, m, s, false);
  }
}
