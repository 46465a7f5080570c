package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Operation;

/** Two registers and a scalar (ARM ARM A7.4.3). */
public final class ByScalar {
  private static final int Q = 1 << 24;

  private ByScalar() {}

  /** On integers, of vectors of the same length. */
  public static Operation integers(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, SimdInsn.width(insn));
  }

  /** On single-precision numbers, of vectors of the same length. */
  public static Operation singles(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, Lanes.SINGLE);
  }

  private static void vectors(Core core, int insn, LaneOp op, int type) {
    SimdInsn.checkTwoAndScalar(core, insn);
    FpState s = core.fp();
    long m = scalar(s, insn, type);
    int d = SimdInsn.d(insn);
    int n = SimdInsn.n(insn);
    int doublewords = (insn & Q) != 0 ? 2 : 1;
    for (int k = 0; k < doublewords; k++) {
      s.d[d + k] = Lanes.each(op, s.d[d + k], s.d[n + k], m, type, s);
    }
  }

  /** A quadword from a doubleword. */
  public static Operation widening(LaneOp op) {
    return (core, insn) -> {
      SimdInsn.checkTwoAndScalar(core, insn);
      FpState s = core.fp();
      int type = SimdInsn.integers(insn);
      DifferentLengths.widen(s, insn, op, scalar(s, insn, type), type);
    };
  }

  /** The scalar in each element: of D0 to D7 a halfword, of D0 to D15 a word. */
  private static long scalar(FpState s, int insn, int type) {
    int at;
    int register;
    if (Lanes.bits(type) == 16) {
      register = insn & 7;
      at = (insn >>> 4 & 2 | insn >>> 3 & 1) * 16;
    } else {
      register = insn & 15;
      at = (insn >>> 5 & 1) * 32;
    }
    return Lanes.replicate(Lanes.get(s.d[register], at, type), type);
  }
}
