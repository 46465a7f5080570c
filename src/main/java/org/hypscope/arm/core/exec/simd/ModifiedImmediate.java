package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Operation;

/** One register and a modified immediate (ARM ARM A7.4.6). */
public final class ModifiedImmediate {
  private static final int OP = 1 << 5;

  private ModifiedImmediate() {}

  /** VMOV, VMVN, VORR and VBIC, as {@code op} makes them of the register and the constant. */
  public static Operation of(LaneOp op) {
    return (core, insn) -> {
      SimdInsn.checkOne(core, insn);
      long[] r = core.fp().d;
      long constant = expand(insn);
      int d = SimdInsn.d(insn);
      for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
        r[d + k] = op.apply(r[d + k], r[d + k], constant, Lanes.WHOLE, core.fp());
      }
    };
  }

  /** AdvSIMDExpandImm(). */
  private static long expand(int insn) {
    long imm8 = insn >>> 17 & 0x80 | insn >>> 12 & 0x70 | insn & 15;
    int cmode = insn >>> 8 & 15;
    int shift = (cmode >> 1 & 3) * 8;
    return switch (cmode) {
      case 8, 9 -> Lanes.replicate(imm8, 16);
      case 10, 11 -> Lanes.replicate(imm8 << 8, 16);
      case 12 -> Lanes.replicate(imm8 << 8 | 0xff, 32);
      case 13 -> Lanes.replicate(imm8 << 16 | 0xffff, 32);
      case 14 -> (insn & OP) == 0 ? Lanes.replicate(imm8, 8) : bytes((int) imm8);
      case 15 -> Lanes.replicate(single((int) imm8), 32);
      default -> Lanes.replicate(imm8 << shift, 32);
    };
  }

  /** A byte of ones for every bit that is set. */
  private static long bytes(int imm8) {
    long result = 0;
    for (int bit = 0; bit < 8; bit++) {
      result |= (imm8 >>> bit & 1) == 0 ? 0 : 0xffL << bit * 8;
    }
    return result;
  }

  private static int single(int imm8) {
    int exponent = (imm8 & 0x40) != 0 ? 0x3e00_0000 : 0x4000_0000;
    return (imm8 & 0x80) << 24 | exponent | (imm8 & 0x3f) << 19;
  }
}
