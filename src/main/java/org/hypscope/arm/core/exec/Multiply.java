package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/** Multiply, multiply accumulate and divide (ARM ARM A4.4.3, A4.4.8). */
public final class Multiply {
  private static final int SETS_FLAGS = 20;

  private Multiply() {}

  /** MUL (A8.8.114). */
  public static void mul(Core core, int insn) {
    writeWord(core, insn, n(core, insn) * m(core, insn));
  }

  /** MLA (A8.8.100). */
  public static void mla(Core core, int insn) {
    writeWord(core, insn, n(core, insn) * m(core, insn) + core.r(Insn.at12(insn)));
  }

  /** MLS (A8.8.101). */
  public static void mls(Core core, int insn) {
    core.setR(Insn.at16(insn), core.r(Insn.at12(insn)) - n(core, insn) * m(core, insn));
  }

  /** UMULL (A8.8.257). */
  public static void umull(Core core, int insn) {
    writeLong(core, insn, unsignedN(core, insn) * unsignedM(core, insn));
  }

  /** UMLAL (A8.8.256). */
  public static void umlal(Core core, int insn) {
    writeLong(core, insn, unsignedN(core, insn) * unsignedM(core, insn) + accumulator(core, insn));
  }

  /** UMAAL: both halves are added apart, which cannot overflow (A8.8.255). */
  public static void umaal(Core core, int insn) {
    long high = core.r(Insn.at16(insn)) & 0xffff_ffffL;
    long low = core.r(Insn.at12(insn)) & 0xffff_ffffL;
    setLong(core, insn, unsignedN(core, insn) * unsignedM(core, insn) + high + low);
  }

  /** SMULL (A8.8.189). */
  public static void smull(Core core, int insn) {
    writeLong(core, insn, (long) n(core, insn) * m(core, insn));
  }

  /** SMLAL (A8.8.178). */
  public static void smlal(Core core, int insn) {
    writeLong(core, insn, (long) n(core, insn) * m(core, insn) + accumulator(core, insn));
  }

  /** SDIV: towards zero; by zero gives zero (A8.8.165). */
  public static void sdiv(Core core, int insn) {
    int divisor = m(core, insn);
    core.setR(Insn.at16(insn), divisor == 0 ? 0 : n(core, insn) / divisor);
  }

  /** UDIV: by zero gives zero (A8.8.248). */
  public static void udiv(Core core, int insn) {
    int divisor = m(core, insn);
    core.setR(Insn.at16(insn), divisor == 0 ? 0 : Integer.divideUnsigned(n(core, insn), divisor));
  }

  static int n(Core core, int insn) {
    return core.r(Insn.at0(insn));
  }

  static int m(Core core, int insn) {
    return core.r(Insn.at8(insn));
  }

  /** RdHi:RdLo as they are. */
  static long accumulator(Core core, int insn) {
    return (long) core.r(Insn.at16(insn)) << 32 | core.r(Insn.at12(insn)) & 0xffff_ffffL;
  }

  /** RdHi:RdLo = result. */
  static void setLong(Core core, int insn, long result) {
    core.setR(Insn.at12(insn), (int) result);
    core.setR(Insn.at16(insn), (int) (result >>> 32));
  }

  private static long unsignedN(Core core, int insn) {
    return n(core, insn) & 0xffff_ffffL;
  }

  private static long unsignedM(Core core, int insn) {
    return m(core, insn) & 0xffff_ffffL;
  }

  private static void writeWord(Core core, int insn, int result) {
    core.setR(Insn.at16(insn), result);
    if (Insn.isSet(insn, SETS_FLAGS)) {
      core.setNz(result);
    }
  }

  private static void writeLong(Core core, int insn, long result) {
    setLong(core, insn, result);
    if (Insn.isSet(insn, SETS_FLAGS)) {
      core.setNz64(result);
    }
  }
}
