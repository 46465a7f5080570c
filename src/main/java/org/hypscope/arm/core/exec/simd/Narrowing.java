package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Operation;

/** A doubleword from a quadword, with or without a shift to the right and saturation. */
public final class Narrowing {
  private static final int U = 1 << 24;
  private static final int ROUNDS = 1 << 6;
  private static final int UNSIGNED_MOVE = 1 << 6;

  private Narrowing() {}

  /** What becomes of the shifted elements. */
  private enum Fit {
    TRUNCATED,
    SATURATED,
    SIGNED_TO_UNSIGNED
  }

  /** VSHRN and VRSHRN to elements of {@code bits}. */
  public static Operation shift(int bits) {
    return (core, insn) ->
        narrow(core, insn, bits | Lanes.UNSIGNED, amount(insn, bits), rounds(insn), Fit.TRUNCATED);
  }

  /** VQSHRN and VQRSHRN to elements of {@code bits}, signed or unsigned. */
  public static Operation saturatingShift(int bits) {
    return (core, insn) -> {
      int type = bits | ((insn & U) != 0 ? Lanes.UNSIGNED : 0);
      narrow(core, insn, type, amount(insn, bits), rounds(insn), Fit.SATURATED);
    };
  }

  /** VQSHRUN and VQRSHRUN from signed to unsigned elements of {@code bits}. */
  public static Operation unsignedShift(int bits) {
    return (core, insn) ->
        narrow(core, insn, bits, amount(insn, bits), rounds(insn), Fit.SIGNED_TO_UNSIGNED);
  }

  /** VMOVN. */
  public static void vmovn(Core core, int insn) {
    narrow(core, insn, SimdInsn.width18(insn), 0, false, Fit.TRUNCATED);
  }

  /** VQMOVN: of unsigned elements if bit 6 is set. */
  public static void vqmovn(Core core, int insn) {
    int sign = (insn & UNSIGNED_MOVE) != 0 ? Lanes.UNSIGNED : 0;
    narrow(core, insn, SimdInsn.width18(insn) | sign, 0, false, Fit.SATURATED);
  }

  /** VQMOVUN. */
  public static void vqmovun(Core core, int insn) {
    narrow(core, insn, SimdInsn.width18(insn), 0, false, Fit.SIGNED_TO_UNSIGNED);
  }

  private static int amount(int insn, int bits) {
    return bits - (insn >>> 16 & bits - 1);
  }

  private static boolean rounds(int insn) {
    return (insn & ROUNDS) != 0;
  }

  private static void narrow(Core core, int insn, int type, int amount, boolean rounds, Fit fit) {
    SimdInsn.checkTwo(core, insn);
    FpState s = core.fp();
    int m = SimdInsn.m(insn);
    long low = half(s, s.d[m], type, amount, rounds, fit);
    long high = half(s, s.d[m + 1], type, amount, rounds, fit);
    s.d[SimdInsn.d(insn)] = low | high << 32;
  }

  private static long half(FpState s, long operand, int type, int amount, boolean rounds, Fit fit) {
    int bits = Lanes.bits(type);
    int wide = Lanes.twice(type);
    long result = 0;
    for (int at = 0; at < 32; at += bits) {
      long element = Lanes.get(operand, 2 * at, wide);
      long shifted =
          rounds
              ? ShiftLanes.rounded(element, amount, wide)
              : ShiftLanes.right(element, amount, wide);
      result |= Lanes.put(fit(shifted, type, fit, s), at, type);
    }
    return result;
  }

  private static long fit(long value, int type, Fit fit, FpState s) {
    return switch (fit) {
      case TRUNCATED -> value;
      case SIGNED_TO_UNSIGNED -> Saturation.fit(value, type | Lanes.UNSIGNED, s);
      case SATURATED ->
          Lanes.isUnsigned(type)
              ? Saturation.fitUnsigned(value, type, s)
              : Saturation.fit(value, type, s);
    };
  }
}
