package org.hypscope.arm.mmu;

import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;

/**
 * Walks of Long-descriptor tables: PL1 with TTBCR.EAE, HYP, and stage 2 (ARM ARM B3.6;
 * TranslationTableWalkLD() of B3.19.6).
 */
final class LongWalk {
  private static final int EE = 1 << 25;
  private static final int WXN = 1 << 19;
  private static final int UWXN = 1 << 20;
  private static final long ADDRESS = 0xff_ffff_f000L;

  /** Which walk: what the descriptors' attributes mean goes by it. */
  enum Kind {
    PL1_S,
    PL1_NS,
    HYP,
    STAGE2
  }

  private final SysRegFile sysRegs;

  LongWalk(SysRegFile sysRegs) {
    this.sysRegs = sysRegs;
  }

  /** Stage 1 of PL1 and PL0 with TTBCR.EAE. */
  void pl1(Translation t, int va, boolean secure, Tables tables) {
    Kind kind = secure ? Kind.PL1_S : Kind.PL1_NS;
    int ttbcr = sysRegs.word(TranslationRegs.TTBCR, secure);
    int t0sz = ttbcr & 7;
    int t1sz = ttbcr >>> 16 & 7;
    boolean low = t0sz == 0 || va >>> 32 - t0sz == 0;
    boolean high = t1sz == 0 ? !low : ~va >>> 32 - t1sz == 0;
    boolean disabled = (ttbcr & (high ? 1 << 23 : 1 << 7)) != 0;
    if (!low && !high || disabled) {
      t.fail(Fault.TRANSLATION, 1);
      return;
    }
    int size = high ? t1sz : t0sz;
    long base =
        sysRegs.rawGet(high ? TranslationRegs.TTBR1 : TranslationRegs.TTBR0, secure)
            & 0xff_ffff_ffffL;
    int sctlr = sysRegs.word(ControlRegs.SCTLR, secure);
    stage1(t, kind, va, size, base, sctlr, tables);
  }

  /** Stage 1 of HYP. */
  void hyp(Translation t, int va, Tables tables) {
    int t0sz = sysRegs.word(HypRegs.HTCR) & 7;
    if (t0sz != 0 && va >>> 32 - t0sz != 0) {
      t.fail(Fault.TRANSLATION, 1);
      return;
    }
    long base = sysRegs.rawGet(HypRegs.HTTBR) & 0xff_ffff_ffffL;
    stage1(t, Kind.HYP, va, t0sz, base, sysRegs.word(HypRegs.HSCTLR), tables);
  }

  private void stage1(
      Translation t, Kind kind, int va, int size, long base, int sctlr, Tables tables) {
    int inputBits = 32 - size;
    long ia = va & 0xffff_ffffL & (1L << inputBits) - 1;
    walk(t, kind, ia, inputBits, size < 2 ? 1 : 2, base, sctlr, tables);
  }

  /** Stage 2, for an intermediate physical address of 40 bits. */
  void stage2(Translation t, long ipa, Tables tables) {
    int vtcr = sysRegs.word(HypRegs.VTCR);
    int inputBits = 32 - (vtcr << 28 >> 28);
    int startLevel = (vtcr >>> 6 & 3) == 0 ? 2 : 1;
    boolean consistent =
        (vtcr >>> 6 & 3) < 2 && (startLevel == 2 ? inputBits <= 34 : inputBits > 30);
    if (ipa >>> inputBits != 0 || !consistent) {
      t.fail(Fault.TRANSLATION, 1);
      return;
    }
    long base = sysRegs.rawGet(HypRegs.VTTBR) & 0xff_ffff_ffffL;
    walk(t, Kind.STAGE2, ipa, inputBits, startLevel, base, sysRegs.word(HypRegs.HSCTLR), tables);
  }

  private void walk(
      Translation t,
      Kind kind,
      long ia,
      int inputBits,
      int startLevel,
      long ttbr,
      int control,
      Tables tables) {
    int level = startLevel;
    long base = ttbr & -(1L << inputBits - shift(level) + 3);
    boolean bigEndian = (control & EE) != 0;
    long hierarchy = 0;
    while (true) {
      long indexMask = level == startLevel ? -1 : 0x1ff;
      long address = base | (ia >>> shift(level) & indexMask) << 3;
      long descriptor = tables.doubleword(t, kind, level, address, bigEndian);
      if (t.fault != null) {
        return;
      }
      boolean last = level == 3 || (descriptor & 2) == 0;
      if ((descriptor & 1) == 0 || level == 3 && (descriptor & 2) == 0) {
        t.fail(Fault.TRANSLATION, level);
        return;
      }
      if (last) {
        leaf(t, kind, ia, level, descriptor, hierarchy, control);
        return;
      }
      hierarchy |= descriptor;
      base = descriptor & ADDRESS;
      level++;
    }
  }

  /** Address bits below what a descriptor of {@code level} maps. */
  static int shift(int level) {
    return 39 - 9 * level;
  }

  private void leaf(
      Translation t, Kind kind, long ia, int level, long descriptor, long hierarchy, int control) {
    long offset = (1L << shift(level)) - 1;
    t.pa = descriptor & ADDRESS & ~offset | ia & offset;
    t.off = false;
    t.level = level;
    int sh = (int) (descriptor >>> 8) & 3;
    if (kind == Kind.STAGE2) {
      t.permissions2 = Permissions.stage2((int) (descriptor >>> 6) & 3, bit(descriptor, 54));
      t.attributes = Attributes.fromMemAttr((int) (descriptor >>> 2) & 15, sh);
      t.nonSecure = true;
    } else {
      stage1Leaf(t, kind, level, descriptor, hierarchy, control, sh);
    }
    if (!bit(descriptor, 10)) {
      t.fail(Fault.ACCESS_FLAG, level);
    }
  }

  private void stage1Leaf(
      Translation t, Kind kind, int level, long descriptor, long hierarchy, int control, int sh) {
    boolean secure = kind == Kind.PL1_S;
    t.shift = shift(level);
    boolean xn = bit(descriptor, 54) || bit(hierarchy, 60);
    boolean readOnly = bit(descriptor, 7) || bit(hierarchy, 62);
    boolean wxn = (control & WXN) != 0;
    int index = (int) (descriptor >>> 2) & 7;
    if (kind == Kind.HYP) {
      t.permissions = Permissions.hyp(readOnly, xn, wxn);
      t.attributes =
          Attributes.fromMair(
              index, sh, sysRegs.word(HypRegs.HMAIR0), sysRegs.word(HypRegs.HMAIR1));
    } else {
      boolean pxn = bit(descriptor, 53) || bit(hierarchy, 59);
      boolean user = bit(descriptor, 6) && !bit(hierarchy, 61);
      int ap = (readOnly ? 4 : 0) | (user ? 2 : 0) | 1;
      t.permissions = Permissions.stage1(ap, xn, pxn, wxn, (control & UWXN) != 0);
      t.attributes =
          Attributes.fromMair(
              index,
              sh,
              sysRegs.word(TranslationRegs.MAIR0, secure),
              sysRegs.word(TranslationRegs.MAIR1, secure));
    }
    t.global = kind == Kind.HYP || !bit(descriptor, 11);
    t.nonSecure = !secure || bit(descriptor, 5) || bit(hierarchy, 63);
  }

  private static boolean bit(long value, int n) {
    return (value >>> n & 1) != 0;
  }
}
