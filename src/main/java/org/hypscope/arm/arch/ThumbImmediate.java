package org.hypscope.arm.arch;

/** The modified immediates of T32 (ARM ARM A6.3.2). */
public final class ThumbImmediate {
  private static final int ROTATED = 0xc00;
  private static final int PATTERN = 0x300;

  private ThumbImmediate() {}

  /** ThumbExpandImm() of the twelve bits i:imm3:imm8. */
  public static int expand(int imm12) {
    if ((imm12 & ROTATED) != 0) {
      return Integer.rotateRight(0x80 | imm12 & 0x7f, imm12 >>> 7);
    }
    int value = imm12 & 0xff;
    return switch (imm12 >>> 8) {
      case 0 -> value;
      case 1 -> value << 16 | value;
      case 2 -> value << 24 | value << 8;
      default -> value * 0x01010101;
    };
  }

  /** Whether a byte of 0 is repeated, which is UNPREDICTABLE. */
  public static boolean isZeroPattern(int imm12) {
    return (imm12 & ROTATED) == 0 && (imm12 & PATTERN) != 0 && (imm12 & 0xff) == 0;
  }
}
