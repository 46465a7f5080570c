package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/**
 * ADD, SUB and ADR with a plain immediate of 12 bits, as T32 has them (ARM ARM A6.3.3); R15 as Rn
 * is Align(PC, 4).
 */
public final class PlainImmediate {
  private PlainImmediate() {}

  /** ADDW, and ADR after the instruction (A8.8.4, A8.8.9, A8.8.12). */
  public static void add(Core core, int insn) {
    core.setR(Insn.at12(insn), Addressing.base(core, insn) + (insn & 0xfff));
  }

  /** SUBW, and ADR before the instruction (A8.8.12, A8.8.221, A8.8.225). */
  public static void sub(Core core, int insn) {
    core.setR(Insn.at12(insn), Addressing.base(core, insn) - (insn & 0xfff));
  }
}
