package org.hypscope.debug.symbols.unwind;

/** Immediates of data-processing instructions. */
final class Immediates {
  private Immediates() {}

  /** ARMExpandImm(imm12) (ARM ARM A5.2.4). */
  static int a32(int imm12) {
    return Integer.rotateRight(imm12 & 0xff, imm12 >>> 8 << 1);
  }

  /** ThumbExpandImm(i:imm3:imm8) of two halfwords (ARM ARM A6.3.2). */
  static int t32(int first, int second) {
    int imm12 = plain(first, second);
    int imm8 = imm12 & 0xff;
    if (imm12 >>> 10 != 0) {
      return Integer.rotateRight(0x80 | imm12 & 0x7f, imm12 >>> 7);
    }
    return switch (imm12 >>> 8) {
      case 0 -> imm8;
      case 1 -> imm8 << 16 | imm8;
      case 2 -> imm8 << 24 | imm8 << 8;
      default -> imm8 * 0x01010101;
    };
  }

  /** i:imm3:imm8 as it stands. */
  static int plain(int first, int second) {
    return (first & 0x400) << 1 | second >>> 4 & 0x700 | second & 0xff;
  }
}
