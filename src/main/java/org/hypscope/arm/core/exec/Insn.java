package org.hypscope.arm.core.exec;

/** The places that register fields have in A32 words. */
final class Insn {
  static final int PC = 15;

  private Insn() {}

  /** Bits 19:16: Rn, or Rd of a multiply. */
  static int at16(int insn) {
    return insn >>> 16 & 15;
  }

  /** Bits 15:12: Rd or Rt, or Ra of a multiply. */
  static int at12(int insn) {
    return insn >>> 12 & 15;
  }

  /** Bits 11:8: Rs, or Rm of a multiply. */
  static int at8(int insn) {
    return insn >>> 8 & 15;
  }

  /** Bits 3:0: Rm, or Rn of a multiply. */
  static int at0(int insn) {
    return insn & 15;
  }

  /** Bits 11:7: the amount of an immediate shift. */
  static int imm5(int insn) {
    return insn >>> 7 & 31;
  }

  static boolean isSet(int insn, int bit) {
    return (insn & 1 << bit) != 0;
  }
}
