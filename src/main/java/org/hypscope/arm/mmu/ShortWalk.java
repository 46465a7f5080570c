package org.hypscope.arm.mmu;

import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;

/** Walks of Short-descriptor tables (ARM ARM B3.5; TranslationTableWalkSD() of B3.19.6). */
final class ShortWalk {
  private static final int AFE = 1 << 29;
  private static final int TRE = 1 << 28;
  private static final int EE = 1 << 25;
  private static final int UWXN = 1 << 20;
  private static final int WXN = 1 << 19;
  private static final int PD0 = 1 << 4;
  private static final int PD1 = 1 << 5;
  private static final int SUPERSECTION = 1 << 18;

  private final SysRegFile sysRegs;

  ShortWalk(SysRegFile sysRegs) {
    this.sysRegs = sysRegs;
  }

  /** Stage 1 of PL1 and PL0, up to but not with the checks of domain and permission. */
  void walk(Translation t, int va, boolean secure, Tables tables) {
    int ttbcr = sysRegs.word(TranslationRegs.TTBCR, secure);
    int n = ttbcr & 7;
    boolean low = n == 0 || va >>> 32 - n == 0;
    if ((ttbcr & (low ? PD0 : PD1)) != 0) {
      t.fail(Fault.TRANSLATION, 1);
      return;
    }
    int ttbr = sysRegs.word(low ? TranslationRegs.TTBR0 : TranslationRegs.TTBR1, secure);
    int used = low ? n : 0;
    int base = ttbr & -1 << 14 - used;
    int index = va << used >>> used + 20;
    int sctlr = sysRegs.word(ControlRegs.SCTLR, secure);
    long address = (base | index << 2) & 0xffff_ffffL;
    int first = tables.word(t, 1, address, !secure, (sctlr & EE) != 0);
    if (t.fault != null) {
      return;
    }
    switch (first & 3) {
      case 0 -> t.fail(Fault.TRANSLATION, 1);
      case 1 -> page(t, va, secure, first, sctlr, tables);
      default -> section(t, va, secure, first, sctlr);
    }
  }

  private void section(Translation t, int va, boolean secure, int d, int sctlr) {
    t.superSection = (d & SUPERSECTION) != 0;
    if (t.superSection) {
      long high = (long) (d >>> 5 & 15) << 36 | (long) (d >>> 20 & 15) << 32;
      map(t, va, high | d & 0xff00_0000L, 24);
      t.domain = 0;
    } else {
      map(t, va, d & 0xfff0_0000L, 20);
      t.domain = d >>> 5 & 15;
    }
    boolean pxn = (d & 1) != 0;
    int ap = d >>> 13 & 4 | d >>> 10 & 3;
    t.nonSecure = !secure || (d & 1 << 19) != 0;
    t.global = (d & 1 << 17) == 0;
    t.level = 1;
    attributes(t, secure, sctlr, d >>> 10 & 0x1c | d >>> 2 & 3, (d & 1 << 16) != 0);
    access(t, sctlr, ap, (d & 1 << 4) != 0, pxn);
  }

  private void page(Translation t, int va, boolean secure, int first, int sctlr, Tables tables) {
    t.domain = first >>> 5 & 15;
    long address = first & 0xffff_fc00L | (va >>> 12 & 0xff) << 2;
    int d = tables.word(t, 2, address, !secure, (sctlr & EE) != 0);
    if (t.fault != null) {
      return;
    }
    if ((d & 3) == 0) {
      t.fail(Fault.TRANSLATION, 2);
      return;
    }
    boolean small = (d & 2) != 0;
    boolean xn = small ? (d & 1) != 0 : (d & 1 << 15) != 0;
    int tex = small ? d >>> 6 & 7 : d >>> 12 & 7;
    map(t, va, d & (small ? 0xffff_f000L : 0xffff_0000L), small ? 12 : 16);
    boolean pxn = (first & 1 << 2) != 0;
    t.nonSecure = !secure || (first & 1 << 3) != 0;
    t.global = (d & 1 << 11) == 0;
    t.level = 2;
    attributes(t, secure, sctlr, tex << 2 | d >>> 2 & 3, (d & 1 << 10) != 0);
    access(t, sctlr, d >>> 7 & 4 | d >>> 4 & 3, xn, pxn);
  }

  private static void map(Translation t, int va, long base, int shift) {
    t.pa = base | va & (1L << shift) - 1;
    t.shift = shift;
    t.off = false;
  }

  private void attributes(Translation t, boolean secure, int sctlr, int texcb, boolean s) {
    int prrr = sysRegs.word(TranslationRegs.MAIR0, secure);
    int nmrr = sysRegs.word(TranslationRegs.MAIR1, secure);
    t.attributes = Attributes.fromTex(texcb, s, (sctlr & TRE) != 0, prrr, nmrr);
  }

  /** With SCTLR.AFE AP[0] is the access flag, and the rest means what it does when it is set. */
  private static void access(Translation t, int sctlr, int ap, boolean xn, boolean pxn) {
    boolean flag = (sctlr & AFE) != 0;
    boolean wxn = (sctlr & WXN) != 0;
    t.permissions = Permissions.stage1(flag ? ap | 1 : ap, xn, pxn, wxn, (sctlr & UWXN) != 0);
    if (flag && (ap & 1) == 0) {
      t.fail(Fault.ACCESS_FLAG, t.level);
    }
  }
}
