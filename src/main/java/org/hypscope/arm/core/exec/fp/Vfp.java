package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;

/** The places of register fields in floating-point words, and what their operations begin with. */
final class Vfp {
  private static final int D = 1 << 22;
  private static final int N = 1 << 7;
  private static final int M = 1 << 5;

  private Vfp() {}

  /** Single-precision destination: Vd:D. */
  static int sd(int insn) {
    return insn >>> 11 & 0x1e | insn >>> 22 & 1;
  }

  /** Single-precision first operand: Vn:N. */
  static int sn(int insn) {
    return insn >>> 15 & 0x1e | insn >>> 7 & 1;
  }

  /** Single-precision second operand: Vm:M. */
  static int sm(int insn) {
    return insn << 1 & 0x1e | insn >>> 5 & 1;
  }

  /** Double-precision destination: D:Vd. */
  static int dd(int insn) {
    return insn >>> 12 & 0xf | insn >>> 18 & 0x10;
  }

  /** Double-precision first operand: N:Vn. */
  static int dn(int insn) {
    return insn >>> 16 & 0xf | insn >>> 3 & 0x10;
  }

  /** Double-precision second operand: M:Vm. */
  static int dm(int insn) {
    return insn & 0xf | insn >>> 1 & 0x10;
  }

  /** Begins an operation that is never a short vector, on single-precision registers. */
  static FpState singles(Core core, int insn) {
    FpAccess.check(core, false);
    return core.fp();
  }

  /** As {@link #singles}, with a double-precision destination. */
  static FpState doubleD(Core core, int insn) {
    return doubles(core, insn, D);
  }

  /** As {@link #singles}, with a double-precision second operand. */
  static FpState doubleM(Core core, int insn) {
    return doubles(core, insn, M);
  }

  /** As {@link #singles}, with double-precision destination and second operand. */
  static FpState doubleDm(Core core, int insn) {
    return doubles(core, insn, D | M);
  }

  /** As {@link #singles}; {@code highBits} are the bits that select D16 to D31. */
  private static FpState doubles(Core core, int insn, int highBits) {
    FpAccess.check(core, false);
    if ((insn & highBits) != 0) {
      FpAccess.checkHighRegisters(core);
    }
    return core.fp();
  }

  /**
   * Begins a single-precision operation that FPSCR.LEN and STRIDE would make a short vector, which
   * is UNDEFINED on a Cortex-A15.
   */
  static FpState scalarSingles(Core core, int insn) {
    return scalar(core, singles(core, insn));
  }

  /** As {@link #scalarSingles}, on one double-precision register, the destination. */
  static FpState scalarDoubleD(Core core, int insn) {
    return scalar(core, doubles(core, insn, D));
  }

  /** As {@link #scalarSingles}, on double-precision destination and second operand. */
  static FpState scalarDoubleDm(Core core, int insn) {
    return scalar(core, doubles(core, insn, D | M));
  }

  /** As {@link #scalarSingles}, on three double-precision registers. */
  static FpState scalarDoubles(Core core, int insn) {
    return scalar(core, doubles(core, insn, D | N | M));
  }

  private static FpState scalar(Core core, FpState state) {
    if (state.shortVectors()) {
      throw core.undefined();
    }
    return state;
  }
}
