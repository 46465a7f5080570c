package org.hypscope.debug.symbols.unwind;

import org.hypscope.arm.arch.Mode;

/** Reads T32 prologues. */
final class PrologueT32 {
  private static final int WIDE = 0xe800;
  private static final int MOV_R7_SP = 0x466f;

  private PrologueT32() {}

  /** Reads the instruction at {@code at} and tells its size. */
  static int step(Prologue prologue, int at, Mode mode, StackReader reader) {
    int first = Words.half(reader, mode, at);
    if (first < 0) {
      prologue.calls();
      return 2;
    }
    if (first < WIDE) {
      narrow(prologue, first);
      return 2;
    }
    int second = Words.half(reader, mode, at + 2);
    if (!wideStores(prologue, first, second)) {
      wide(prologue, first, second);
    }
    return 4;
  }

  private static void narrow(Prologue prologue, int insn) {
    if ((insn & 0xfe00) == 0xb400) {
      prologue.push(insn & 0xff | (insn & 0x100) << 6);
    } else if ((insn & 0xff80) == 0xb080) {
      prologue.moveSp(-4 * (insn & 0x7f));
    } else if ((insn & 0xff80) == 0xb000) {
      prologue.moveSp(4 * (insn & 0x7f));
    } else if ((insn & 0xff00) == 0xaf00) {
      prologue.setFrame(FrameRegisters.FP_T32, false, 4 * (insn & 0xff));
    } else if (insn == MOV_R7_SP) {
      prologue.setFrame(FrameRegisters.FP_T32, false, 0);
    } else if ((insn & 0xf800) == 0x9000) {
      prologue.store(insn >>> 8 & 7, 4 * (insn & 0xff), false);
    } else if ((insn & 0xff87) == 0x4685 || (insn & 0xff87) == 0x4485) {
      prologue.loseSp();
    } else {
      narrowBranch(prologue, insn);
    }
  }

  private static void narrowBranch(Prologue prologue, int insn) {
    boolean conditional = (insn & 0xf000) == 0xd000 && (insn & 0x0e00) != 0x0e00;
    boolean compared = (insn & 0xf500) == 0xb100;
    boolean always = (insn & 0xf800) == 0xe000 || (insn & 0xff80) == 0x4700;
    if ((insn & 0xff80) == 0x4780) {
      prologue.calls();
    } else if (conditional || compared) {
      prologue.mayJump();
    } else if (always || (insn & 0xff00) == 0xbd00 || (insn & 0xff87) == 0x4687) {
      prologue.jumps();
    }
  }

  private static boolean wideStores(Prologue prologue, int first, int second) {
    int rt = second >>> 12;
    if (first == 0xe92d) {
      prologue.push(second);
    } else if (first == 0xf84d && (second & 0x0f00) == 0x0d00) {
      prologue.store(rt, -(second & 0xff), true);
    } else if (first == 0xf8cd) {
      prologue.store(rt, second & 0xfff, false);
    } else if (first == 0xe96d) {
      int bytes = 4 * (second & 0xff);
      prologue.store(second >>> 8 & 0xf, 4 - bytes, false);
      prologue.store(rt, -bytes, true);
    } else if (first == 0xe9cd) {
      int bytes = 4 * (second & 0xff);
      prologue.store(rt, bytes, false);
      prologue.store(second >>> 8 & 0xf, bytes + 4, false);
    } else if ((first & 0xffbf) == 0xed2d && (second & 0x0e00) == 0x0a00) {
      prologue.moveSp(-4 * (second & 0xff));
    } else {
      return false;
    }
    return true;
  }

  private static void wide(Prologue prologue, int first, int second) {
    boolean toSp = (second & 0x8f00) == 0x0d00;
    if ((first & 0xfbff) == 0xf1ad && toSp) {
      prologue.moveSp(-Immediates.t32(first, second));
    } else if ((first & 0xfbff) == 0xf2ad && toSp) {
      prologue.moveSp(-Immediates.plain(first, second));
    } else if ((first & 0xfbff) == 0xf10d && toSp) {
      prologue.moveSp(Immediates.t32(first, second));
    } else if (toSp && (first == 0xebad || (first & 0xfbf0) == 0xf020)) {
      prologue.loseSp();
    } else if ((first & 0xf800) == 0xf000 && (second & 0x8000) != 0) {
      wideBranch(prologue, first, second);
    } else if (first == 0xe8bd && (second & 0x8000) != 0) {
      prologue.jumps();
    }
  }

  private static void wideBranch(Prologue prologue, int first, int second) {
    boolean conditional = (second & 0x5000) == 0 && (first & 0x0380) != 0x0380;
    boolean plain = (second & 0x5000) == 0;
    if (conditional) {
      prologue.mayJump();
    } else if (!plain) {
      boolean links = (second & 0x4000) != 0;
      if (links) {
        prologue.calls();
      } else {
        prologue.jumps();
      }
    }
  }
}
