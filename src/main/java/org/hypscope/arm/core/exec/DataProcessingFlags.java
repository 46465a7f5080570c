package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/**
 * Data processing that sets the flags (ARM ARM A4.4.1). With Rd the PC these encodings are
 * exception returns, which have rows of their own.
 */
public final class DataProcessingFlags {
  private DataProcessingFlags() {}

  /** ANDS. */
  public static void ands(Core core, int insn) {
    logical(core, insn, core.r(Insn.at16(insn)) & Shifter.operandSettingCarry(core, insn));
  }

  /** EORS. */
  public static void eors(Core core, int insn) {
    logical(core, insn, core.r(Insn.at16(insn)) ^ Shifter.operandSettingCarry(core, insn));
  }

  /** ORRS. */
  public static void orrs(Core core, int insn) {
    logical(core, insn, core.r(Insn.at16(insn)) | Shifter.operandSettingCarry(core, insn));
  }

  /** MOVS. */
  public static void movs(Core core, int insn) {
    logical(core, insn, Shifter.operandSettingCarry(core, insn));
  }

  /** BICS. */
  public static void bics(Core core, int insn) {
    logical(core, insn, core.r(Insn.at16(insn)) & ~Shifter.operandSettingCarry(core, insn));
  }

  /** MVNS. */
  public static void mvns(Core core, int insn) {
    logical(core, insn, ~Shifter.operandSettingCarry(core, insn));
  }

  /** ORNS, which T32 alone has. */
  public static void orns(Core core, int insn) {
    logical(core, insn, core.r(Insn.at16(insn)) | ~Shifter.operandSettingCarry(core, insn));
  }

  /** TST. */
  public static void tst(Core core, int insn) {
    core.setNz(core.r(Insn.at16(insn)) & Shifter.operandSettingCarry(core, insn));
  }

  /** TEQ. */
  public static void teq(Core core, int insn) {
    core.setNz(core.r(Insn.at16(insn)) ^ Shifter.operandSettingCarry(core, insn));
  }

  /** ADDS. */
  public static void adds(Core core, int insn) {
    DataProcessing.write(
        core, insn, added(core, core.r(Insn.at16(insn)), Shifter.operand(core, insn)));
  }

  /** SUBS. */
  public static void subs(Core core, int insn) {
    DataProcessing.write(
        core, insn, subtracted(core, core.r(Insn.at16(insn)), Shifter.operand(core, insn)));
  }

  /** RSBS. */
  public static void rsbs(Core core, int insn) {
    DataProcessing.write(
        core, insn, subtracted(core, Shifter.operand(core, insn), core.r(Insn.at16(insn))));
  }

  /** ADCS. */
  public static void adcs(Core core, int insn) {
    DataProcessing.write(
        core, insn, addedWithCarry(core, core.r(Insn.at16(insn)), Shifter.operand(core, insn)));
  }

  /** SBCS. */
  public static void sbcs(Core core, int insn) {
    DataProcessing.write(
        core, insn, addedWithCarry(core, core.r(Insn.at16(insn)), ~Shifter.operand(core, insn)));
  }

  /** RSCS. */
  public static void rscs(Core core, int insn) {
    DataProcessing.write(
        core, insn, addedWithCarry(core, Shifter.operand(core, insn), ~core.r(Insn.at16(insn))));
  }

  /** CMP. */
  public static void cmp(Core core, int insn) {
    subtracted(core, core.r(Insn.at16(insn)), Shifter.operand(core, insn));
  }

  /** CMN. */
  public static void cmn(Core core, int insn) {
    added(core, core.r(Insn.at16(insn)), Shifter.operand(core, insn));
  }

  private static void logical(Core core, int insn, int result) {
    core.setNz(result);
    DataProcessing.write(core, insn, result);
  }

  private static int added(Core core, int a, int b) {
    int result = a + b;
    core.setNz(result);
    core.setC(Integer.compareUnsigned(result, a) < 0);
    core.setV(((a ^ result) & (b ^ result)) < 0);
    return result;
  }

  private static int subtracted(Core core, int a, int b) {
    int result = a - b;
    core.setNz(result);
    core.setC(Integer.compareUnsigned(a, b) >= 0);
    core.setV(((a ^ b) & (a ^ result)) < 0);
    return result;
  }

  /** AddWithCarry() with the C flag as the carry in. */
  private static int addedWithCarry(Core core, int a, int b) {
    long wide = (a & 0xffff_ffffL) + (b & 0xffff_ffffL) + (core.c() ? 1 : 0);
    int result = (int) wide;
    core.setNz(result);
    core.setC(wide >>> 32 != 0);
    core.setV(((a ^ result) & (b ^ result)) < 0);
    return result;
  }
}
