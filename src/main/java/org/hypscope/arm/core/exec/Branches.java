package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Syndrome;

/** Branches (ARM ARM A4.3). */
public final class Branches {
  private static final int LR = 14;
  private static final int PC = 15;
  private static final int HSTR_TJDBX = 1 << 17;

  private Branches() {}

  /** B (A8.8.18). */
  public static void b(Core core, int insn) {
    branch(core, core.r(PC) + offset(insn));
  }

  /** BL (A8.8.25). */
  public static void bl(Core core, int insn) {
    int from = core.r(PC);
    core.setR(LR, from - 4);
    branch(core, from + offset(insn));
  }

  /** BLX (immediate): to T32 state (A8.8.25). */
  public static void blxImmediate(Core core, int insn) {
    int from = core.r(PC);
    core.setR(LR, from - 4);
    core.bxWritePc((from + offset(insn) + (Bits.bit(insn, 24) << 1)) | 1);
  }

  /** BLX (register) (A8.8.26). */
  public static void blxRegister(Core core, int insn) {
    int target = core.r(insn & 15);
    core.setR(LR, core.thumb() ? core.r(PC) - 2 | 1 : core.r(PC) - 4);
    exchange(core, target);
  }

  /** BX (A8.8.27). */
  public static void bx(Core core, int insn) {
    exchange(core, core.r(insn & 15));
  }

  /**
   * BXJ: with the trivial Jazelle implementation it is BX (A8.8.28). HSTR.TJDBX traps it to HYP
   * with Rm in the syndrome (B1.14).
   */
  public static void bxj(Core core, int insn) {
    boolean below = !core.isSecure() && !core.currentModeIsHyp();
    if (below && (core.sysRegs().word(HypRegs.HSTR) & HSTR_TJDBX) != 0) {
      throw core.exceptions()
          .hypTrap(Syndrome.of(Syndrome.BXJ, true, Syndrome.COND_AL | insn & 15));
    }
    exchange(core, core.r(insn & 15));
  }

  private static void branch(Core core, int target) {
    core.branchTo(target);
    if (target == core.pc()) {
      core.requestStop(StopCause.LOOP_TO_SELF);
    }
  }

  private static void exchange(Core core, int target) {
    core.bxWritePc(target);
    if ((target & ~1) == core.pc()) {
      core.requestStop(StopCause.LOOP_TO_SELF);
    }
  }

  private static int offset(int insn) {
    return Bits.signExtend(insn, 24) << 2;
  }
}
