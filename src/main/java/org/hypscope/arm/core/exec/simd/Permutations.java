package org.hypscope.arm.core.exec.simd;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpState;
import org.hypscope.arm.core.Operation;

/** Instructions that move elements about: VREV, VSWP, VTRN, VUZP, VZIP, VEXT, VTBL, VDUP. */
public final class Permutations {
  private static final int OP = 1 << 6;

  private Permutations() {}

  /** VREV16, VREV32 and VREV64: reverses the elements in each group of {@code group} bits. */
  public static Operation reverse(int group) {
    return (core, insn) -> {
      SimdInsn.checkTwo(core, insn);
      long[] r = core.fp().d;
      for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
        long m = r[SimdInsn.m(insn) + k];
        r[SimdInsn.d(insn) + k] = reverse(m, SimdInsn.width18(insn), group);
      }
    };
  }

  private static long reverse(long doubleword, int bits, int group) {
    long result = doubleword;
    for (int half = group / 2; half >= bits; half /= 2) {
      long low = lowHalves(half);
      result = (result & low) << half | result >>> half & low;
    }
    return result;
  }

  /** Ones in the low {@code bits} of every {@code 2 * bits}. */
  private static long lowHalves(int bits) {
    return Lanes.replicate(-1L >>> 64 - bits, 2 * bits);
  }

  /** VSWP. */
  public static void vswp(Core core, int insn) {
    SimdInsn.checkTwo(core, insn);
    long[] r = core.fp().d;
    int d = SimdInsn.d(insn);
    int m = SimdInsn.m(insn);
    for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
      long other = r[m + k];
      r[m + k] = r[d + k];
      r[d + k] = other;
    }
  }

  /** VTRN: transposes matrices of two by two elements. */
  public static void vtrn(Core core, int insn) {
    SimdInsn.checkTwo(core, insn);
    long[] r = core.fp().d;
    int bits = SimdInsn.width18(insn);
    long low = lowHalves(bits);
    for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
      long d = r[SimdInsn.d(insn) + k];
      long m = r[SimdInsn.m(insn) + k];
      r[SimdInsn.d(insn) + k] = d & low | (m & low) << bits;
      r[SimdInsn.m(insn) + k] = d >>> bits & low | m & ~low;
    }
  }

  /** VUZP: even elements of both registers to Vd, odd ones to Vm. */
  public static void vuzp(Core core, int insn) {
    SimdInsn.checkTwo(core, insn);
    long[] r = core.fp().d;
    int type = SimdInsn.width18(insn) | Lanes.UNSIGNED;
    int d = SimdInsn.d(insn);
    int m = SimdInsn.m(insn);
    int last = SimdInsn.doublewords(insn) - 1;
    long evenD = unzip(r[d], r[d + last], last, 0, type);
    long oddD = unzip(r[d], r[d + last], last, 1, type);
    long evenM = unzip(r[m], r[m + last], last, 0, type);
    long oddM = unzip(r[m], r[m + last], last, 1, type);
    if (last == 0) {
      r[d] = evenD | evenM << 32;
      r[m] = oddD | oddM << 32;
    } else {
      r[d] = evenD;
      r[d + 1] = evenM;
      r[m] = oddD;
      r[m + 1] = oddM;
    }
  }

  /** Every second element from {@code first} on of one register: 32 bits or, if quadword, 64. */
  private static long unzip(long low, long high, int quadword, int first, int type) {
    int bits = Lanes.bits(type);
    long result = 0;
    int count = (quadword != 0 ? 64 : 32) / bits;
    for (int k = 0; k < count; k++) {
      long element = Lanes.element(low, high, 2 * k + first, type);
      result |= Lanes.put(element, k * bits, type);
    }
    return result;
  }

  /** VZIP: interleaves the elements of both registers. */
  public static void vzip(Core core, int insn) {
    SimdInsn.checkTwo(core, insn);
    long[] r = core.fp().d;
    int bits = SimdInsn.width18(insn);
    int d = SimdInsn.d(insn);
    int m = SimdInsn.m(insn);
    long low = r[d];
    long other = r[m];
    if (SimdInsn.doublewords(insn) == 1) {
      r[d] = zip(low, other, bits);
      r[m] = zip(low >>> 32, other >>> 32, bits);
      return;
    }
    long high = r[d + 1];
    long otherHigh = r[m + 1];
    r[d] = zip(low, other, bits);
    r[d + 1] = zip(low >>> 32, other >>> 32, bits);
    r[m] = zip(high, otherHigh, bits);
    r[m + 1] = zip(high >>> 32, otherHigh >>> 32, bits);
  }

  /** The elements of two words in turn. */
  private static long zip(long one, long other, int bits) {
    long result = 0;
    for (int at = 0; at < 32; at += bits) {
      result |= Lanes.put(one >>> at, 2 * at, bits) | Lanes.put(other >>> at, 2 * at + bits, bits);
    }
    return result;
  }

  /** VEXT: bytes from the place in bits 11:8 on of Vm:Vn. */
  public static void vext(Core core, int insn) {
    SimdInsn.checkThree(core, insn);
    long[] r = core.fp().d;
    int d = SimdInsn.d(insn);
    int n = SimdInsn.n(insn);
    int m = SimdInsn.m(insn);
    int at = (insn >>> 8 & 15) * 8;
    if (SimdInsn.doublewords(insn) == 1) {
      r[d] = extract(r[n], r[m], at);
      return;
    }
    boolean high = at >= 64;
    long first = high ? r[n + 1] : r[n];
    long second = high ? r[m] : r[n + 1];
    long third = high ? r[m + 1] : r[m];
    r[d] = extract(first, second, at & 63);
    r[d + 1] = extract(second, third, at & 63);
  }

  private static long extract(long low, long high, int at) {
    return at == 0 ? low : low >>> at | high << 64 - at;
  }

  /** VTBL and, with bit 6, VTBX, which keeps bytes whose index is past the table. */
  public static void table(Core core, int insn) {
    SimdInsn.checkThree(core, insn);
    FpState s = core.fp();
    int d = SimdInsn.d(insn);
    int n = SimdInsn.n(insn);
    int bytes = ((insn >>> 8 & 3) + 1) * 8;
    long indices = s.d[SimdInsn.m(insn)];
    long outside = (insn & OP) != 0 ? s.d[d] : 0;
    long result = 0;
    for (int at = 0; at < 64; at += 8) {
      int index = (int) (indices >>> at) & 0xff;
      long element = index < bytes ? s.d[n + (index >> 3)] >>> (index & 7) * 8 : outside >>> at;
      result |= (element & 0xff) << at;
    }
    s.d[d] = result;
  }

  /** VDUP of a scalar whose elements have {@code bits}. */
  public static Operation duplicate(int bits) {
    return (core, insn) -> {
      SimdInsn.checkTwo(core, insn);
      long[] r = core.fp().d;
      int at = (insn >>> 16 & 15) / (bits / 4) * bits;
      long all = Lanes.replicate(Lanes.get(r[SimdInsn.m(insn)], at, bits), bits);
      for (int k = 0; k < SimdInsn.doublewords(insn); k++) {
        r[SimdInsn.d(insn) + k] = all;
      }
    };
  }
}
