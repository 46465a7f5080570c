package org.hypscope.arm.mmu;

import java.util.List;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;

/**
 * The registers that translation depends on, and what a change of each outdates: only the pages at
 * hand, where TLB entries are tagged with the value (ASID, VMID) or checked against it (DACR), or
 * the TLB entries of the regime too.
 */
final class Controls {
  private static final long SCTLR_AND_A = 0x3218_0003L;
  private static final long HCR_STAGES = 0x0800_1005L;

  private static final List<Watched> ALL =
      List.of(
          pl1(ControlRegs.SCTLR, SCTLR_AND_A & ~3L, true),
          pl1(ControlRegs.SCTLR, 3, false),
          pl1(TranslationRegs.TTBCR, -1, true),
          pl1(TranslationRegs.MAIR0, -1, true),
          pl1(TranslationRegs.MAIR1, -1, true),
          pl1(TranslationRegs.TTBR0, -1, false),
          pl1(TranslationRegs.TTBR1, -1, false),
          pl1(TranslationRegs.DACR, -1, false),
          pl1(TranslationRegs.CONTEXTIDR, 0xff, false),
          new Watched(HypRegs.HSCTLR, Regime.HYP, SCTLR_AND_A, true),
          new Watched(HypRegs.HTCR, Regime.HYP, -1, true),
          new Watched(HypRegs.HTTBR, Regime.HYP, -1, false),
          new Watched(HypRegs.HMAIR0, Regime.HYP, -1, true),
          new Watched(HypRegs.HMAIR1, Regime.HYP, -1, true),
          new Watched(HypRegs.HCR, Regime.PL1_NS, HCR_STAGES, false),
          new Watched(HypRegs.VTCR, Regime.PL1_NS, -1, true),
          new Watched(HypRegs.VTTBR, Regime.PL1_NS, -1, false));

  /** One register; of a banked one both copies, if {@code regime} is null. */
  private record Watched(SysReg register, Regime regime, long mask, boolean dropsEntries) {}

  private final SysRegFile sysRegs;
  private final long[] seen = new long[2 * ALL.size()];

  Controls(SysRegFile sysRegs) {
    this.sysRegs = sysRegs;
  }

  private static Watched pl1(SysReg register, long mask, boolean dropsEntries) {
    return new Watched(register, null, mask, dropsEntries);
  }

  /**
   * Looks at all of them, and drops from {@code tlb} what no longer holds.
   *
   * @return whether anything changed since the last look
   */
  boolean changed(Tlb tlb) {
    boolean any = false;
    for (int i = 0; i < ALL.size(); i++) {
      Watched each = ALL.get(i);
      boolean pl1 = each.regime == null;
      any |= changed(each, 2 * i, false, pl1 ? Regime.PL1_NS : each.regime, tlb);
      any |= pl1 && changed(each, 2 * i + 1, true, Regime.PL1_S, tlb);
    }
    return any;
  }

  private boolean changed(Watched each, int at, boolean secure, Regime regime, Tlb tlb) {
    long now = sysRegs.rawGet(each.register, secure) & each.mask;
    if (now == seen[at]) {
      return false;
    }
    seen[at] = now;
    if (each.dropsEntries) {
      tlb.invalidate(TlbKey.regime(regime), TlbKey.REGIME);
    }
    return true;
  }
}
