package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.ThumbImmediate;
import org.hypscope.arm.core.Core;

/** The second operand of data processing, and register offsets (ARM ARM A5.2.4, A8.4). */
final class Shifter {
  private static final int IMMEDIATE = 1 << 25;
  private static final int BY_REGISTER = 1 << 4;
  private static final int THUMB = 15;
  private static final int SHIFT_BITS = 0xff0;

  private Shifter() {}

  /** ARMExpandImm(), or ThumbExpandImm() where the condition field is 0b1111. */
  static int expandImm(int insn) {
    return insn >>> 28 == THUMB ? ThumbImmediate.expand(insn & 0xfff) : armExpandImm(insn);
  }

  private static int armExpandImm(int insn) {
    return Integer.rotateRight(insn & 0xff, insn >>> 7 & 0x1e);
  }

  /** The second operand, without its carry. */
  static int operand(Core core, int insn) {
    if ((insn & IMMEDIATE) != 0) {
      return expandImm(insn);
    }
    return register(core, insn);
  }

  /** The second operand; C becomes the shifter's carry. */
  static int operandSettingCarry(Core core, int insn) {
    if ((insn & IMMEDIATE) != 0) {
      int value = expandImm(insn);
      if ((insn & (insn >>> 28 == THUMB ? 0xc00 : 0xf00)) != 0) {
        core.setC(value < 0);
      }
      return value;
    }
    int value = core.r(Insn.at0(insn));
    return (insn & SHIFT_BITS) == 0 ? value : shiftSettingCarry(core, insn, value);
  }

  /** Rm shifted as bits 11:4 say. */
  static int register(Core core, int insn) {
    int value = core.r(Insn.at0(insn));
    return (insn & SHIFT_BITS) == 0 ? value : shift(core, insn, value);
  }

  private static int shift(Core core, int insn, int value) {
    if ((insn & BY_REGISTER) != 0) {
      return byRegister(insn, value, core.r(Insn.at8(insn)) & 0xff);
    }
    int amount = Insn.imm5(insn);
    return switch (insn >>> 5 & 3) {
      case 0 -> value << amount;
      case 1 -> amount == 0 ? 0 : value >>> amount;
      case 2 -> value >> (amount == 0 ? 31 : amount);
      default -> amount == 0 ? rrx(core, value) : Integer.rotateRight(value, amount);
    };
  }

  private static int rrx(Core core, int value) {
    return value >>> 1 | (core.c() ? 1 << 31 : 0);
  }

  private static int byRegister(int insn, int value, int amount) {
    return switch (insn >>> 5 & 3) {
      case 0 -> amount > 31 ? 0 : value << amount;
      case 1 -> amount > 31 ? 0 : value >>> amount;
      case 2 -> value >> Math.min(amount, 31);
      default -> Integer.rotateRight(value, amount);
    };
  }

  private static int shiftSettingCarry(Core core, int insn, int value) {
    int type = insn >>> 5 & 3;
    int amount;
    if ((insn & BY_REGISTER) != 0) {
      amount = core.r(Insn.at8(insn)) & 0xff;
      if (amount == 0) {
        return value;
      }
    } else {
      amount = Insn.imm5(insn);
      if (amount == 0) {
        if (type == 3) {
          int result = rrx(core, value);
          core.setC((value & 1) != 0);
          return result;
        }
        amount = 32;
      }
    }
    core.setC(carryOut(type, value, amount));
    return byRegister(insn, value, amount);
  }

  /** The carry of Shift_C() for an amount of 1 to 255. */
  private static boolean carryOut(int type, int value, int amount) {
    return switch (type) {
      case 0 -> amount <= 32 && (value >>> (32 - amount) & 1) != 0;
      case 1 -> amount <= 32 && (value >>> (amount - 1) & 1) != 0;
      case 2 -> (value >> (Math.min(amount, 32) - 1) & 1) != 0;
      default -> (value >>> (amount - 1 & 31) & 1) != 0;
    };
  }
}
