package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.core.Core;

/** The result of a data-processing instruction that returns from an exception (B9.3.20). */
final class ReturnArithmetic {
  private ReturnArithmetic() {}

  /** The value that {@code insn}, an A32 data-processing word, would write to R15. */
  static int result(Core core, int insn) {
    int operand1 = core.r(Bits.bits(insn, 19, 16));
    int operand2 = operand2(core, insn);
    int carry = core.c() ? 1 : 0;
    return switch (Bits.bits(insn, 24, 21)) {
      case 0b0000 -> operand1 & operand2;
      case 0b0001 -> operand1 ^ operand2;
      case 0b0010 -> operand1 - operand2;
      case 0b0011 -> operand2 - operand1;
      case 0b0100 -> operand1 + operand2;
      case 0b0101 -> operand1 + operand2 + carry;
      case 0b0110 -> operand1 - operand2 - 1 + carry;
      case 0b0111 -> operand2 - operand1 - 1 + carry;
      case 0b1100 -> operand1 | operand2;
      case 0b1101 -> operand2;
      case 0b1110 -> operand1 & ~operand2;
      default -> ~operand2;
    };
  }

  private static int operand2(Core core, int insn) {
    if (Bits.isSet(insn, 25)) {
      return Integer.rotateRight(insn & 0xff, 2 * Bits.bits(insn, 11, 8));
    }
    int value = core.r(insn & 0xf);
    int amount = Bits.bits(insn, 11, 7);
    return switch (Bits.bits(insn, 6, 5)) {
      case 0 -> value << amount;
      case 1 -> amount == 0 ? 0 : value >>> amount;
      case 2 -> value >> (amount == 0 ? 31 : amount);
      default -> amount == 0 ? rrx(core, value) : Integer.rotateRight(value, amount);
    };
  }

  private static int rrx(Core core, int value) {
    return (core.c() ? 1 << 31 : 0) | value >>> 1;
  }
}
