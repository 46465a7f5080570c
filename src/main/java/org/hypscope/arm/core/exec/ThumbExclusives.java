package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/** Exclusives that T32 has with an offset, or of any two registers (ARM ARM A3.4). */
public final class ThumbExclusives {
  private ThumbExclusives() {}

  /** LDREX: the offset is imm8 words (A8.8.75). */
  public static void ldrex(Core core, int insn) {
    core.setR(Insn.at12(insn), Exclusives.loadAt(core, address(core, insn), 4));
  }

  /** STREX: Rt is bits 15:12, Rd bits 11:8 (A8.8.212). */
  public static void strex(Core core, int insn) {
    int value = core.r(Insn.at12(insn));
    core.setR(Insn.at8(insn), Exclusives.storeAt(core, address(core, insn), 4, value));
  }

  private static int address(Core core, int insn) {
    return core.r(Insn.at16(insn)) + ((insn & 0xff) << 2);
  }

  /** LDREXD: Rt is bits 15:12, Rt2 bits 11:8 (A8.8.77). */
  public static void ldrexd(Core core, int insn) {
    Exclusives.loadPair(core, insn, Insn.at8(insn));
  }

  /** STREXD: Rd is bits 15:12, Rt2 bits 11:8, Rt bits 3:0 (A8.8.214). */
  public static void strexd(Core core, int insn) {
    Exclusives.storePair(core, insn, Insn.at8(insn));
  }
}
