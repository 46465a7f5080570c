package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;

/** Transfers between core registers and Advanced SIMD and Floating-point ones (ARM ARM A7.8, 9). */
public final class VfpTransfers {
  private static final int TO_CORE = 1 << 20;
  private static final int UNSIGNED = 1 << 23;
  private static final int QUAD = 1 << 21;
  private static final long BYTES = 0x0101_0101_0101_0101L;
  private static final long HALVES = 0x0001_0001_0001_0001L;
  private static final long WORDS = 0x0000_0001_0000_0001L;

  private VfpTransfers() {}

  /** VMOV between a core register and a single-precision register (A8.8.343). */
  public static void single(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int t = insn >>> 12 & 0xf;
    if ((insn & TO_CORE) != 0) {
      core.setR(t, s.s(Vfp.sn(insn)));
    } else {
      s.setS(Vfp.sn(insn), core.r(t));
    }
  }

  /** VMOV between two core registers and two single-precision registers (A8.8.344). */
  public static void twoSingles(Core core, int insn) {
    FpState s = Vfp.singles(core, insn);
    int t = insn >>> 12 & 0xf;
    int t2 = insn >>> 16 & 0xf;
    int m = Vfp.sm(insn);
    if ((insn & TO_CORE) != 0) {
      core.setR(t, s.s(m));
      core.setR(t2, s.s(m + 1));
    } else {
      s.setS(m, core.r(t));
      s.setS(m + 1, core.r(t2));
    }
  }

  /** VMOV between two core registers and a doubleword register (A8.8.345). */
  public static void doubleword(Core core, int insn) {
    FpState s = Vfp.doubleM(core, insn);
    int t = insn >>> 12 & 0xf;
    int t2 = insn >>> 16 & 0xf;
    int m = Vfp.dm(insn);
    if ((insn & TO_CORE) != 0) {
      core.setR(t, (int) s.d[m]);
      core.setR(t2, (int) (s.d[m] >>> 32));
    } else {
      s.d[m] = (long) core.r(t2) << 32 | core.r(t) & 0xffff_ffffL;
    }
  }

  /** VMOV from a core register to a byte (A8.8.341). */
  public static void toByte(Core core, int insn) {
    toScalar(core, insn, true, 8 * byteIndex(insn), 0xff);
  }

  /** VMOV from a core register to a halfword (A8.8.341). */
  public static void toHalfword(Core core, int insn) {
    toScalar(core, insn, true, 16 * halfwordIndex(insn), 0xffff);
  }

  /** VMOV from a core register to a word of a doubleword register (A8.8.341). */
  public static void toWord(Core core, int insn) {
    toScalar(core, insn, false, 32 * (insn >>> 21 & 1), 0xffff_ffffL);
  }

  private static void toScalar(Core core, int insn, boolean advSimd, int shift, long mask) {
    FpAccess.check(core, advSimd);
    int d = Vfp.dn(insn);
    FpAccess.checkD32(core, d);
    long value = core.r(insn >>> 12 & 0xf) & mask;
    long[] registers = core.fp().d;
    registers[d] = registers[d] & ~(mask << shift) | value << shift;
  }

  /** VMOV from a byte to a core register (A8.8.342). */
  public static void fromByte(Core core, int insn) {
    long moved = scalar(core, insn, true) >>> 8 * byteIndex(insn);
    extend(core, insn, (insn & UNSIGNED) != 0 ? (int) moved & 0xff : (byte) moved);
  }

  /** VMOV from a halfword to a core register (A8.8.342). */
  public static void fromHalfword(Core core, int insn) {
    long moved = scalar(core, insn, true) >>> 16 * halfwordIndex(insn);
    extend(core, insn, (insn & UNSIGNED) != 0 ? (int) moved & 0xffff : (short) moved);
  }

  /** VMOV from a word of a doubleword register to a core register (A8.8.342). */
  public static void fromWord(Core core, int insn) {
    extend(core, insn, (int) (scalar(core, insn, false) >>> 32 * (insn >>> 21 & 1)));
  }

  private static long scalar(Core core, int insn, boolean advSimd) {
    FpAccess.check(core, advSimd);
    int n = Vfp.dn(insn);
    FpAccess.checkD32(core, n);
    return core.fp().d[n];
  }

  private static void extend(Core core, int insn, int value) {
    core.setR(insn >>> 12 & 0xf, value);
  }

  private static int byteIndex(int insn) {
    return insn >>> 19 & 4 | insn >>> 5 & 3;
  }

  private static int halfwordIndex(int insn) {
    return insn >>> 20 & 2 | insn >>> 6 & 1;
  }

  /** VDUP (ARM core register) of bytes (A8.8.314). */
  public static void duplicateByte(Core core, int insn) {
    duplicate(core, insn, 0xff, BYTES);
  }

  /** VDUP (ARM core register) of halfwords (A8.8.314). */
  public static void duplicateHalfword(Core core, int insn) {
    duplicate(core, insn, 0xffff, HALVES);
  }

  /** VDUP (ARM core register) of words (A8.8.314). */
  public static void duplicateWord(Core core, int insn) {
    duplicate(core, insn, 0xffff_ffffL, WORDS);
  }

  private static void duplicate(Core core, int insn, long mask, long ones) {
    FpAccess.check(core, true);
    int d = Vfp.dn(insn);
    FpAccess.checkD32(core, d);
    long value = (core.r(insn >>> 12 & 0xf) & mask) * ones;
    core.fp().d[d] = value;
    if ((insn & QUAD) != 0) {
      core.fp().d[d + 1] = value;
    }
  }
}
