package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Operation;

/**
 * Two registers and a shift amount (ARM ARM A7.4.4). {@code bits} is the width of the (narrower)
 * elements, of which the immediate has the lowest bits of bits 21:16.
 */
public final class ByImmediate {
  private static final int U = 1 << 24;

  private ByImmediate() {}

  /** To the left by the immediate; {@code op} is given signed or unsigned elements. */
  public static Operation left(LaneOp op, int bits) {
    return (core, insn) -> vectors(core, insn, op, type(insn, bits), immediate(insn, bits));
  }

  /** To the left, of signed elements whatever bit 24 is: VQSHLU. */
  public static Operation leftSigned(LaneOp op, int bits) {
    return (core, insn) -> vectors(core, insn, op, bits, immediate(insn, bits));
  }

  /** To the right by {@code bits} less the immediate. */
  public static Operation right(LaneOp op, int bits) {
    return (core, insn) -> vectors(core, insn, op, type(insn, bits), bits - immediate(insn, bits));
  }

  /** Between single precision and fixed point: 64 less bits 21:16 are the fraction bits. */
  public static Operation fixed(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, Lanes.SINGLE, 32 - immediate(insn, 32));
  }

  private static int immediate(int insn, int bits) {
    return insn >>> 16 & bits - 1;
  }

  private static int type(int insn, int bits) {
    return bits | ((insn & U) != 0 ? Lanes.UNSIGNED : 0);
  }

  private static void vectors(Core core, int insn, LaneOp op, int type, int amount) {
    SimdInsn.checkTwo(core, insn);
    FpState s = core.fp();
    int d = SimdInsn.d(insn);
    int m = SimdInsn.m(insn);
    for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
      s.d[d + k] = Lanes.eachWith(op, s.d[d + k], amount, s.d[m + k], type, s);
    }
  }

  /** A quadword from a doubleword, to the left: VSHLL, and VMOVL by 0. */
  public static Operation widening(int bits) {
    return (core, insn) -> widen(core, insn, type(insn, bits), immediate(insn, bits));
  }

  /** VSHLL by the width of the elements, which bits 19:18 tell. */
  public static void wideningByWidth(Core core, int insn) {
    int bits = SimdInsn.width18(insn);
    widen(core, insn, bits, bits);
  }

  private static void widen(Core core, int insn, int type, int amount) {
    SimdInsn.checkTwo(core, insn);
    FpState s = core.fp();
    int d = SimdInsn.d(insn);
    long m = s.d[SimdInsn.m(insn)];
    s.d[d] = wideHalf(m, type, amount);
    s.d[d + 1] = wideHalf(m >>> 32, type, amount);
  }

  private static long wideHalf(long m, int type, int amount) {
    int wide = Lanes.twice(type);
    long result = 0;
    for (int at = 0; at < 32; at += Lanes.bits(type)) {
      result |= Lanes.put(Lanes.get(m, at, type) << amount, 2 * at, wide);
    }
    return result;
  }
}
