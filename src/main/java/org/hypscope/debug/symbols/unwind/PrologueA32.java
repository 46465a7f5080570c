package org.hypscope.debug.symbols.unwind;

import org.hypscope.arm.arch.Mode;

/** Reads A32 prologues. */
final class PrologueA32 {
  private static final int MOV_IP_SP = 0xe1a0c00d;
  private static final int IP = 12;

  private PrologueA32() {}

  /** Reads the instruction at {@code at} and tells its size. */
  static int step(Prologue prologue, int at, Mode mode, StackReader reader) {
    int insn = reader.word(mode, at).orElse(0);
    if (isBranch(insn)) {
      branch(prologue, insn);
    } else if (insn >>> 28 == 0xe && !stores(prologue, insn)) {
      arithmetic(prologue, insn);
    }
    return 4;
  }

  private static void branch(Prologue prologue, int insn) {
    boolean call = (insn & 0x0f000000) == 0x0b000000 || insn >>> 28 == 0xf;
    if (call) {
      prologue.calls();
    } else if (insn >>> 28 == 0xe) {
      prologue.jumps();
    } else {
      prologue.mayJump();
    }
  }

  /** B, BL, BLX, BX, and loads and moves of PC. */
  private static boolean isBranch(int insn) {
    boolean b = (insn & 0x0e000000) == 0x0a000000;
    boolean bx = (insn & 0x0fffffd0) == 0x012fff10;
    boolean ldm = (insn & 0x0e108000) == 0x08108000;
    boolean ldr = (insn & 0x0c10f000) == 0x0410f000;
    boolean mov = (insn & 0x0c00f000) == 0x0000f000 && (insn & 0x01800000) != 0x01000000;
    return b || bx || insn >>> 28 != 0xf && (ldm || ldr || mov);
  }

  private static boolean stores(Prologue prologue, int insn) {
    int rt = insn >>> 12 & 0xf;
    int wide = insn >>> 4 & 0xf0 | insn & 0xf;
    if ((insn & 0x0fff0000) == 0x092d0000) {
      prologue.push(insn & 0xffff);
    } else if ((insn & 0x0fff0000) == 0x052d0000) {
      prologue.store(rt, -(insn & 0xfff), true);
    } else if ((insn & 0x0fff0000) == 0x058d0000) {
      prologue.store(rt, insn & 0xfff, false);
    } else if ((insn & 0x0fff10f0) == 0x014d00f0 || (insn & 0x0fff10f0) == 0x016d00f0) {
      prologue.store(rt + 1, 4 - wide, false);
      prologue.store(rt, -wide, (insn & 0x00200000) != 0);
    } else if ((insn & 0x0fff10f0) == 0x01cd00f0) {
      prologue.store(rt, wide, false);
      prologue.store(rt + 1, wide + 4, false);
    } else if ((insn & 0x0fbf0e00) == 0x0d2d0a00) {
      prologue.moveSp(-4 * (insn & 0xff));
    } else {
      return false;
    }
    return true;
  }

  private static void arithmetic(Prologue prologue, int insn) {
    int rd = insn >>> 12 & 0xf;
    int rn = insn >>> 16 & 0xf;
    boolean sub = (insn & 0x0ff00000) == 0x02400000;
    boolean add = (insn & 0x0ff00000) == 0x02800000;
    int value = Immediates.a32(insn & 0xfff) * (sub ? -1 : 1);
    boolean fromSp = rn == FrameRegisters.SP;
    if (insn == MOV_IP_SP) {
      prologue.copySp();
    } else if ((add || sub) && rd == FrameRegisters.SP && fromSp) {
      prologue.moveSp(value);
    } else if ((add || sub) && isFrame(rd) && (fromSp || rn == IP)) {
      prologue.setFrame(rd, !fromSp, value);
    } else if ((insn & 0x0fff0fff) == 0x01a0000d && isFrame(rd)) {
      prologue.setFrame(rd, false, 0);
    } else if (writes(insn) && rd == FrameRegisters.SP) {
      prologue.loseSp();
    }
  }

  private static boolean isFrame(int register) {
    return register == FrameRegisters.FP_A32 || register == FrameRegisters.FP_T32;
  }

  /** Whether it is a data-processing instruction with a result. */
  private static boolean writes(int insn) {
    return (insn & 0x0c000000) == 0 && (insn & 0x01800000) != 0x01000000;
  }
}
