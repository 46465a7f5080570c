package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.exec.fp.FpAccess;

/** The places that fields have in Advanced SIMD words, and what comes before every operation. */
final class SimdInsn {
  private static final int D = 1 << 22;
  private static final int N = 1 << 7;
  private static final int M = 1 << 5;

  private SimdInsn() {}

  /** CheckAdvSIMDEnabled() for an instruction with the registers Vd, Vn and Vm. */
  static void checkThree(Core core, int insn) {
    check(core, insn, D | N | M);
  }

  /** CheckAdvSIMDEnabled() for Vd, Vn and a scalar, which lies in D0 to D15. */
  static void checkTwoAndScalar(Core core, int insn) {
    check(core, insn, D | N);
  }

  /** CheckAdvSIMDEnabled() for an instruction with the registers Vd and Vm. */
  static void checkTwo(Core core, int insn) {
    check(core, insn, D | M);
  }

  /** CheckAdvSIMDEnabled() for an instruction with the register Vd. */
  static void checkOne(Core core, int insn) {
    check(core, insn, D);
  }

  private static void check(Core core, int insn, int registerBits) {
    FpAccess.check(core, true);
    if ((insn & registerBits) != 0) {
      FpAccess.checkD32(core, 31);
    }
  }

  /** D:Vd. */
  static int d(int insn) {
    return insn >>> 18 & 16 | insn >>> 12 & 15;
  }

  /** N:Vn. */
  static int n(int insn) {
    return insn >>> 3 & 16 | insn >>> 16 & 15;
  }

  /** M:Vm. */
  static int m(int insn) {
    return insn >>> 1 & 16 | insn & 15;
  }

  /** How many doublewords a vector has: 1, or with Q (bit 6) 2. */
  static int doublewords(int insn) {
    return 1 + (insn >>> 6 & 1);
  }

  /** Bits 21:20 as the width of an element. */
  static int width(int insn) {
    return 8 << (insn >>> 20 & 3);
  }

  /** Bits 19:18 as the width of an element. */
  static int width18(int insn) {
    return 8 << (insn >>> 18 & 3);
  }

  /** The elements that size (bits 21:20) and U (bit 24) tell. */
  static int integers(int insn) {
    return width(insn) | ((insn & 1 << 24) != 0 ? Lanes.UNSIGNED : 0);
  }
}
