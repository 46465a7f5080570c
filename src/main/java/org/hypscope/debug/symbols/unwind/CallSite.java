package org.hypscope.debug.symbols.unwind;

import java.util.OptionalInt;
import org.hypscope.arm.arch.Mode;

/** Whether an address is where a call returns to. */
final class CallSite {
  /** What is said of a return address that no call precedes. */
  static final String NONE = "no call stands before it";

  private static final int MOV_LR_PC = 0xe1a0e00f;

  private CallSite() {}

  /** Whether the instruction before {@code target} (bit 0 for T32) is a call. */
  static boolean before(int target, Mode mode, StackReader reader) {
    return (target & 1) != 0
        ? beforeT32(target & ~1, mode, reader)
        : (target & 2) == 0 && beforeA32(target, mode, reader);
  }

  /** What the direct call before {@code target} calls; empty for others. */
  static OptionalInt callee(int target, Mode mode, StackReader reader) {
    int at = (target & ~1) - 4;
    if ((target & 1) == 0) {
      int insn = reader.word(mode, at).orElse(0);
      boolean bl = insn >>> 28 != 0xf && (insn & 0x0f000000) == 0x0b000000;
      boolean blx = (insn & 0xfe000000) == 0xfa000000;
      int offset = (insn << 8 >> 6) + (blx ? insn >>> 23 & 2 : 0);
      return bl || blx ? OptionalInt.of(at + 8 + offset) : OptionalInt.empty();
    }
    int first = Words.half(reader, mode, at);
    int second = Words.half(reader, mode, at + 2);
    boolean call = (first & 0xf800) == 0xf000 && (second & 0xc000) == 0xc000;
    return call ? OptionalInt.of(t32Target(at + 4, first, second)) : OptionalInt.empty();
  }

  /** BL and BLX (immediate): imm32 from S, J1, J2, imm10 and imm11 (ARM ARM A8.8.25). */
  private static int t32Target(int pc, int first, int second) {
    int sign = first << 21 >> 31;
    int bit23 = ~(second >>> 13 ^ sign) & 1;
    int bit22 = ~(second >>> 11 ^ sign) & 1;
    int offset =
        sign << 24 | bit23 << 23 | bit22 << 22 | (first & 0x3ff) << 12 | (second & 0x7ff) << 1;
    boolean toA32 = (second & 0x1000) == 0;
    return toA32 ? (pc & ~3) + (offset & ~3) : pc + offset;
  }

  private static boolean beforeA32(int target, Mode mode, StackReader reader) {
    OptionalInt word = reader.word(mode, target - 4);
    if (word.isEmpty()) {
      return false;
    }
    int insn = word.getAsInt();
    boolean conditional = insn >>> 28 != 0xf;
    boolean bl = conditional && (insn & 0x0f000000) == 0x0b000000;
    boolean blx = (insn & 0xfe000000) == 0xfa000000;
    boolean register = conditional && (insn & 0x0ffffff0) == 0x012fff30;
    return bl || blx || register || reader.word(mode, target - 8).equals(OptionalInt.of(MOV_LR_PC));
  }

  private static boolean beforeT32(int target, Mode mode, StackReader reader) {
    int last = Words.half(reader, mode, target - 2);
    if ((last & 0xff87) == 0x4780) {
      return true;
    }
    int first = Words.half(reader, mode, target - 4);
    return first >= 0 && last >= 0 && (first & 0xf800) == 0xf000 && (last & 0xc000) == 0xc000;
  }
}
