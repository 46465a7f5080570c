package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Operation;

/** Three registers of the same length (ARM ARM A7.4.1). */
public final class SameLength {
  private SameLength() {}

  /** On signed or unsigned integers. */
  public static Operation integers(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, SimdInsn.integers(insn));
  }

  /** On integers taken as signed, where bit 24 says something else. */
  public static Operation signed(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, SimdInsn.width(insn));
  }

  /** On polynomials. */
  public static Operation polynomials(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, SimdInsn.width(insn) | Lanes.UNSIGNED);
  }

  /** On single-precision numbers. */
  public static Operation singles(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, Lanes.SINGLE);
  }

  /** On all bits alike. */
  public static Operation bits(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, Lanes.WHOLE);
  }

  private static void vectors(Core core, int insn, LaneOp op, int type) {
    SimdInsn.checkThree(core, insn);
    FpState s = core.fp();
    int d = SimdInsn.d(insn);
    int n = SimdInsn.n(insn);
    int m = SimdInsn.m(insn);
    for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
      s.d[d + k] = Lanes.each(op, s.d[d + k], s.d[n + k], s.d[m + k], type, s);
    }
  }

  /** Each element from two neighbours of the operands, on signed or unsigned integers. */
  public static Operation pairsOfIntegers(LaneOp op) {
    return (core, insn) -> pairs(core, insn, op, SimdInsn.integers(insn));
  }

  /** Each element from two neighbours of the operands, on single-precision numbers. */
  public static Operation pairsOfSingles(LaneOp op) {
    return (core, insn) -> pairs(core, insn, op, Lanes.SINGLE);
  }

  private static void pairs(Core core, int insn, LaneOp op, int type) {
    SimdInsn.checkThree(core, insn);
    FpState s = core.fp();
    long low = halves(op, s.d[SimdInsn.n(insn)], type, s);
    long high = halves(op, s.d[SimdInsn.m(insn)], type, s);
    s.d[SimdInsn.d(insn)] = low | high << 32;
  }

  /** The low word of the result of one operand. */
  private static long halves(LaneOp op, long operand, int type, FpState s) {
    int bits = Lanes.bits(type);
    long result = 0;
    for (int at = 0; at < 64; at += 2 * bits) {
      long one = Lanes.get(operand, at, type);
      long other = Lanes.get(operand, at + bits, type);
      result |= Lanes.put(op.apply(0, one, other, type, s), at / 2, type);
    }
    return result;
  }
}
