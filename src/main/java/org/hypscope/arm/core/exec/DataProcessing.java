package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/**
 * Data processing without flags (ARM ARM A4.4.1): the result goes to Rd, or is branched to where Rd
 * is the PC.
 */
public final class DataProcessing {
  private DataProcessing() {}

  /** AND. */
  public static void and(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) & Shifter.operand(core, insn));
  }

  /** EOR. */
  public static void eor(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) ^ Shifter.operand(core, insn));
  }

  /** SUB. */
  public static void sub(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) - Shifter.operand(core, insn));
  }

  /** RSB. */
  public static void rsb(Core core, int insn) {
    write(core, insn, Shifter.operand(core, insn) - core.r(Insn.at16(insn)));
  }

  /** ADD. */
  public static void add(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) + Shifter.operand(core, insn));
  }

  /** ADC. */
  public static void adc(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) + Shifter.operand(core, insn) + carry(core));
  }

  /** SBC. */
  public static void sbc(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) - Shifter.operand(core, insn) - 1 + carry(core));
  }

  /** RSC. */
  public static void rsc(Core core, int insn) {
    write(core, insn, Shifter.operand(core, insn) - core.r(Insn.at16(insn)) - 1 + carry(core));
  }

  /** ORR. */
  public static void orr(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) | Shifter.operand(core, insn));
  }

  /** MOV and the shifts that are MOV of a shifted register. */
  public static void mov(Core core, int insn) {
    write(core, insn, Shifter.operand(core, insn));
  }

  /** BIC. */
  public static void bic(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) & ~Shifter.operand(core, insn));
  }

  /** ORN, which T32 alone has. */
  public static void orn(Core core, int insn) {
    write(core, insn, core.r(Insn.at16(insn)) | ~Shifter.operand(core, insn));
  }

  /** MVN. */
  public static void mvn(Core core, int insn) {
    write(core, insn, ~Shifter.operand(core, insn));
  }

  /** MOVW: a 16-bit immediate, zero-extended (A8.8.102). */
  public static void movw(Core core, int insn) {
    write(core, insn, imm16(insn));
  }

  /** MOVT: a 16-bit immediate into the upper half (A8.8.106). */
  public static void movt(Core core, int insn) {
    int d = Insn.at12(insn);
    write(core, insn, core.r(d) & 0xffff | imm16(insn) << 16);
  }

  private static int imm16(int insn) {
    return insn >>> 4 & 0xf000 | insn & 0xfff;
  }

  private static int carry(Core core) {
    return core.c() ? 1 : 0;
  }

  static void write(Core core, int insn, int result) {
    int d = Insn.at12(insn);
    if (d == Insn.PC) {
      core.aluWritePc(result);
    } else {
      core.setR(d, result);
    }
  }
}
