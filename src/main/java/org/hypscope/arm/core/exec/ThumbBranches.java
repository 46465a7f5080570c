package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;

/**
 * Branches that T32 alone has, or that count in halfwords there (ARM ARM A4.3). The offset of their
 * images, bits 23:0, is in halfwords.
 */
public final class ThumbBranches {
  private static final int LR = 14;
  private static final int PC = 15;
  private static final int NON_ZERO = 1 << 24;

  private ThumbBranches() {}

  /** B (A8.8.18). */
  public static void b(Core core, int insn) {
    int target = core.r(PC) + offset(insn);
    core.branchTo(target);
    if (target == core.pc()) {
      core.requestStop(StopCause.LOOP_TO_SELF);
    }
  }

  /** BL (A8.8.25). */
  public static void bl(Core core, int insn) {
    int from = core.r(PC);
    core.setR(LR, from | 1);
    core.branchTo(from + offset(insn));
  }

  /** BLX (immediate): to A32 state, from the word that PC is in (A8.8.25). */
  public static void blx(Core core, int insn) {
    int from = core.r(PC);
    core.setR(LR, from | 1);
    core.bxWritePc((from & ~3) + offset(insn));
  }

  /** CBZ and CBNZ: Rn is bits 31:28 (A8.8.29). */
  public static void compareAndBranch(Core core, int insn) {
    boolean nonZero = (insn & NON_ZERO) != 0;
    if ((core.r(insn >>> 28) != 0) == nonZero) {
      core.branchTo(core.r(PC) + offset(insn));
    }
  }

  /** TBB (A8.8.236). */
  public static void tbb(Core core, int insn) {
    int address = base(core, insn) + core.r(Insn.at0(insn));
    core.branchTo(core.r(PC) + 2 * core.mem().memU(address, 1));
  }

  /** TBH (A8.8.236). */
  public static void tbh(Core core, int insn) {
    int address = base(core, insn) + 2 * core.r(Insn.at0(insn));
    core.branchTo(core.r(PC) + 2 * core.mem().memU(address, 2));
  }

  /** Rn, which where it is the PC is not aligned: tables lie after the instruction. */
  private static int base(Core core, int insn) {
    return core.r(Insn.at16(insn));
  }

  /** IT: ITSTATE of the next instruction (A8.8.54). */
  public static void it(Core core, int insn) {
    core.setItState(insn & 0xff);
  }

  private static int offset(int insn) {
    return Bits.signExtend(insn, 24) << 1;
  }
}
