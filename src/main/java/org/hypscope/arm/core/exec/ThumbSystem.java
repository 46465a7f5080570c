package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.PsrWriter;

/** System instructions that T32 has in a form of its own (ARM ARM B9.3). */
public final class ThumbSystem {
  private static final int LR = 14;

  private ThumbSystem() {}

  /** SUBS PC, LR, #imm8 (B9.3.19): UNDEFINED in HYP. */
  public static void subsPcLr(Core core, int insn) {
    if (core.currentModeIsHyp()) {
      throw core.undefined();
    }
    ExceptionInstructions.requireSpsr(core, insn);
    PsrWriter.exceptionReturn(core, insn, core.r(LR) - (insn & 0xff), core.spsr());
  }
}
