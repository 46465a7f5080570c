package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Operation;

/** Three registers of different lengths (ARM ARM A7.4.2); the type is that of the narrow ones. */
public final class DifferentLengths {
  private static final int HALF_ROUNDS = 1 << 24;

  private DifferentLengths() {}

  /** A quadword from two doublewords: VADDL, VMLAL; {@code op} is given the narrow type. */
  public static Operation widening(LaneOp op) {
    return (core, insn) -> {
      SimdInsn.checkThree(core, insn);
      long[] r = core.fp().d;
      widen(core.fp(), insn, op, r[SimdInsn.m(insn)], SimdInsn.integers(insn));
    };
  }

  /** VMULL of polynomials. */
  public static Operation wideningPolynomials(LaneOp op) {
    return (core, insn) -> {
      SimdInsn.checkThree(core, insn);
      long m = core.fp().d[SimdInsn.m(insn)];
      widen(core.fp(), insn, op, m, SimdInsn.width(insn) | Lanes.UNSIGNED);
    };
  }

  /** A quadword from Vn and {@code m}, to Vd. */
  static void widen(FpState s, int insn, LaneOp op, long m, int type) {
    int d = SimdInsn.d(insn);
    long n = s.d[SimdInsn.n(insn)];
    s.d[d] = half(op, s.d[d], n, m, type, s);
    s.d[d + 1] = half(op, s.d[d + 1], n >>> 32, m >>> 32, type, s);
  }

  /** A doubleword from the low words of the operands. */
  static long half(LaneOp op, long d, long n, long m, int type, FpState s) {
    int bits = Lanes.bits(type);
    int wide = Lanes.twice(type);
    long result = 0;
    for (int at = 0; at < 32; at += bits) {
      long before = Lanes.get(d, 2 * at, wide);
      long value = op.apply(before, Lanes.get(n, at, type), Lanes.get(m, at, type), type, s);
      result |= Lanes.put(value, 2 * at, wide);
    }
    return result;
  }

  /** A quadword from a quadword and a doubleword: VADDW, VSUBW. */
  public static Operation wide(LaneOp op) {
    return (core, insn) -> {
      SimdInsn.checkThree(core, insn);
      FpState s = core.fp();
      int type = SimdInsn.integers(insn);
      int d = SimdInsn.d(insn);
      int n = SimdInsn.n(insn);
      long m = s.d[SimdInsn.m(insn)];
      s.d[d] = wideHalf(op, s.d[n], m, type, s);
      s.d[d + 1] = wideHalf(op, s.d[n + 1], m >>> 32, type, s);
    };
  }

  private static long wideHalf(LaneOp op, long n, long m, int type, FpState s) {
    int bits = Lanes.bits(type);
    int wide = Lanes.twice(type);
    long result = 0;
    for (int at = 0; at < 32; at += bits) {
      long value = op.apply(0, Lanes.get(n, 2 * at, wide), Lanes.get(m, at, type), wide, s);
      result |= Lanes.put(value, 2 * at, wide);
    }
    return result;
  }

  /** The high halves of a quadword's elements, rounded if bit 24 is set: VADDHN, VSUBHN. */
  public static Operation highHalves(LaneOp op) {
    return (core, insn) -> narrow(core, insn, op);
  }

  private static void narrow(Core core, int insn, LaneOp op) {
    SimdInsn.checkThree(core, insn);
    FpState s = core.fp();
    int type = SimdInsn.width(insn);
    int n = SimdInsn.n(insn);
    int m = SimdInsn.m(insn);
    long rounding = (insn & HALF_ROUNDS) != 0 ? 1L << Lanes.bits(type) - 1 : 0;
    long low = high(op, s.d[n], s.d[m], rounding, type, s);
    long high = high(op, s.d[n + 1], s.d[m + 1], rounding, type, s);
    s.d[SimdInsn.d(insn)] = low | high << 32;
  }

  private static long high(LaneOp op, long n, long m, long rounding, int type, FpState s) {
    int bits = Lanes.bits(type);
    int wide = Lanes.twice(type);
    long result = 0;
    for (int at = 0; at < 32; at += bits) {
      long value = op.apply(0, Lanes.get(n, 2 * at, wide), Lanes.get(m, 2 * at, wide), wide, s);
      result |= Lanes.put(value + rounding >> bits, at, type);
    }
    return result;
  }
}
