package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.fp.FpHalf;

/** Two registers, miscellaneous (ARM ARM A7.4.5): element by element. */
public final class Elements {
  private Elements() {}

  /** On signed integers of the width in bits 19:18. */
  public static Operation signed(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, SimdInsn.width18(insn));
  }

  /** On unsigned integers of the width in bits 19:18. */
  public static Operation unsigned(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, SimdInsn.width18(insn) | Lanes.UNSIGNED);
  }

  /** On single-precision numbers, and on words. */
  public static Operation singles(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, Lanes.SINGLE);
  }

  /** On all bits alike. */
  public static Operation bits(LaneOp op) {
    return (core, insn) -> vectors(core, insn, op, Lanes.WHOLE);
  }

  private static void vectors(Core core, int insn, LaneOp op, int type) {
    SimdInsn.checkTwo(core, insn);
    FpState s = core.fp();
    int d = SimdInsn.d(insn);
    int m = SimdInsn.m(insn);
    for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
      s.d[d + k] = Lanes.eachWith(op, s.d[d + k], 0, s.d[m + k], type, s);
    }
  }

  /** VPADDL and VPADAL: wide elements from neighbours; unsigned if bit 7 is set. */
  public static Operation pairs(LaneOp op) {
    return (core, insn) -> {
      SimdInsn.checkTwo(core, insn);
      FpState s = core.fp();
      int type = SimdInsn.width18(insn) | ((insn & 1 << 7) != 0 ? Lanes.UNSIGNED : 0);
      int d = SimdInsn.d(insn);
      int m = SimdInsn.m(insn);
      for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
        s.d[d + k] = pairs(op, s.d[d + k], s.d[m + k], type, s);
      }
    };
  }

  private static long pairs(LaneOp op, long d, long m, int type, FpState s) {
    int bits = Lanes.bits(type);
    int wide = Lanes.twice(type);
    long result = 0;
    for (int at = 0; at < 64; at += 2 * bits) {
      long before = Lanes.get(d, at, wide);
      long one = Lanes.get(m, at, type);
      long other = Lanes.get(m, at + bits, type);
      result |= Lanes.put(op.apply(before, one, other, type, s), at, wide);
    }
    return result;
  }

  /** VCVT from half to single precision. */
  public static void halfToSingle(Core core, int insn) {
    SimdInsn.checkTwo(core, insn);
    FpState s = core.fp();
    long m = s.d[SimdInsn.m(insn)];
    int d = SimdInsn.d(insn);
    s.d[d] = singles((int) m, s);
    s.d[d + 1] = singles((int) (m >>> 32), s);
  }

  private static long singles(int halves, FpState s) {
    long low = FpHalf.toSingle(halves & 0xffff, s, true);
    long high = FpHalf.toSingle(halves >>> 16, s, true);
    return low & 0xffff_ffffL | high << 32;
  }

  /** VCVT from single to half precision. */
  public static void singleToHalf(Core core, int insn) {
    SimdInsn.checkTwo(core, insn);
    FpState s = core.fp();
    int m = SimdInsn.m(insn);
    long low = halves(s.d[m], s);
    long high = halves(s.d[m + 1], s);
    s.d[SimdInsn.d(insn)] = low | high << 32;
  }

  private static long halves(long singles, FpState s) {
    int low = FpHalf.fromSingle((int) singles, s, true) & 0xffff;
    int high = FpHalf.fromSingle((int) (singles >>> 32), s, true) & 0xffff;
    return low | (long) high << 16;
  }
}
