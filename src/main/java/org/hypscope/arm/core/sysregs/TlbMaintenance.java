package org.hypscope.arm.core.sysregs;

import java.util.List;
import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.mmu.Lookup;
import org.hypscope.arm.mmu.Regime;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * TLB maintenance (ARM ARM B4.2.2). A core has one TLB for instructions and data, so that their
 * forms do the same. The Inner Shareable forms reach every core, and all do from Non-secure PL1
 * with HCR.FB set.
 */
final class TlbMaintenance {
  private static final int HCR_FB = 1 << 9;

  /** Invalidates entries of {@code regime} that {@code value} names. */
  private interface Operation {
    void apply(Lookup tlb, Regime regime, int value);
  }

  private TlbMaintenance() {}

  static void bind(Map<SysReg, Effect> effects) {
    for (String prefix : List.of("TLBI", "ITLBI", "DTLBI")) {
      pl1(effects, prefix + "ALL", (tlb, regime, value) -> tlb.invalidateAll(regime));
      pl1(effects, prefix + "MVA", TlbMaintenance::byAddress);
      pl1(effects, prefix + "ASID", TlbMaintenance::byAsid);
    }
    pl1(effects, "TLBIMVAA", Lookup::invalidateAddress);
    pl1(effects, "TLBIALLIS", (tlb, regime, value) -> tlb.invalidateAll(regime));
    pl1(effects, "TLBIMVAIS", TlbMaintenance::byAddress);
    pl1(effects, "TLBIASIDIS", TlbMaintenance::byAsid);
    pl1(effects, "TLBIMVAAIS", Lookup::invalidateAddress);
    for (String suffix : List.of("", "IS")) {
      hyp(effects, "TLBIALLH" + suffix, (tlb, regime, value) -> tlb.invalidateAll(regime));
      hyp(effects, "TLBIMVAH" + suffix, Lookup::invalidateAddress);
      hyp(effects, "TLBIALLNSNH" + suffix, (tlb, regime, value) -> tlb.invalidateNonSecure());
    }
  }

  private static void byAddress(Lookup tlb, Regime regime, int value) {
    tlb.invalidateAddress(regime, value, value & 0xff);
  }

  private static void byAsid(Lookup tlb, Regime regime, int value) {
    tlb.invalidateAsid(regime, value & 0xff);
  }

  /** PL1 and PL0 of the world whose registers are accessed; from HYP the Non-secure one. */
  private static void pl1(Map<SysReg, Effect> effects, String name, Operation operation) {
    Effect.OnWrite effect =
        (core, register, secure, value) -> {
          Regime regime = secure ? Regime.PL1_S : Regime.PL1_NS;
          apply(core, name, operation, regime, (int) value);
        };
    effects.put(SysRegs.byName(name), effect);
  }

  private static void hyp(Map<SysReg, Effect> effects, String name, Operation operation) {
    Effect.OnWrite effect =
        (core, register, secure, value) -> apply(core, name, operation, Regime.HYP, (int) value);
    effects.put(SysRegs.byName(name), effect);
  }

  private static void apply(Core core, String name, Operation operation, Regime regime, int value) {
    boolean forced =
        core.level() == Level.PL1_NS && (core.sysRegs().word(HypRegs.HCR) & HCR_FB) != 0;
    for (Core each : name.endsWith("IS") || forced ? core.domain() : List.of(core)) {
      operation.apply(each.mem().lookup(), regime, value);
      each.flushTranslations();
    }
  }
}
