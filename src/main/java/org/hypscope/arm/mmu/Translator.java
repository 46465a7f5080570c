package org.hypscope.arm.mmu;

import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;

/**
 * Translates addresses by the present values of the system registers and the tables in memory:
 * TranslateAddressV() of the manual (B3.19.3) without its TLB. What is translated for the core and
 * what is explained to a user go through the same walks.
 */
public final class Translator {
  private static final int M = 1;
  private static final int EAE = 1 << 31;
  private static final int HCR_DC = 1 << 12;
  private static final int HCR_TGE = 1 << 27;

  private final SysRegFile sysRegs;
  private final ShortWalk shortWalk;
  private final LongWalk longWalk;
  private final SecondStage secondStage;
  private final Tables tables;
  private final Translation second = new Translation();

  /** Translates with these registers and this physical memory; neither is changed. */
  public Translator(SysRegFile sysRegs, Bus bus) {
    this.sysRegs = sysRegs;
    this.shortWalk = new ShortWalk(sysRegs);
    this.longWalk = new LongWalk(sysRegs);
    this.secondStage = new SecondStage(sysRegs, longWalk);
    this.tables = new Tables(bus, secondStage);
  }

  /** Whether stage 1 of {@code regime} translates; HCR.DC and TGE switch PL1's off. */
  public boolean stage1On(Regime regime) {
    return switch (regime) {
      case PL1_S -> (sysRegs.word(ControlRegs.SCTLR, true) & M) != 0;
      case PL1_NS ->
          (sysRegs.word(ControlRegs.SCTLR, false) & M) != 0
              && (sysRegs.word(HypRegs.HCR) & (HCR_DC | HCR_TGE)) == 0;
      case HYP -> (sysRegs.word(HypRegs.HSCTLR) & M) != 0;
      case STAGE2 -> false;
    };
  }

  /** Whether a second stage translates what stage 1 of {@code regime} gives. */
  public boolean stage2On(Regime regime) {
    return (regime == Regime.PL1_NS || regime == Regime.STAGE2) && secondStage.on();
  }

  /** Whether {@code regime} uses long descriptors in stage 1. */
  public boolean longFormat(Regime regime) {
    return switch (regime) {
      case PL1_S -> (sysRegs.word(TranslationRegs.TTBCR, true) & EAE) != 0;
      case PL1_NS -> (sysRegs.word(TranslationRegs.TTBCR, false) & EAE) != 0;
      default -> true;
    };
  }

  /** Whether memory of {@code regime} is Normal with stage 1 off (HCR.DC). */
  boolean defaultCacheable(Regime regime) {
    return regime == Regime.PL1_NS && (sysRegs.word(HypRegs.HCR) & HCR_DC) != 0;
  }

  /**
   * Translates {@code address} through every stage of {@code regime} into {@code t}, which says
   * what came of it. Allocates nothing.
   */
  public void translate(
      Regime regime, long address, AccessKind access, boolean privileged, Translation t) {
    if (regime == Regime.STAGE2) {
      t.start(address);
      t.attributes = Attributes.DEFAULT_CACHEABLE;
    } else {
      stage1(regime, (int) address, access, privileged, t);
    }
    t.stage1Normal = t.isNormal();
    if (t.fault == null && stage2On(regime)) {
      stage2(t, access, privileged);
    }
  }

  /** Translates through stage 1 alone, whose tables yet lie under stage 2. */
  public void stage1(
      Regime regime, int address, AccessKind access, boolean privileged, Translation t) {
    t.start(address & 0xffff_ffffL);
    t.nonSecure = regime != Regime.PL1_S;
    if (!stage1On(regime)) {
      switchedOff(regime, access, t);
      return;
    }
    boolean secure = regime == Regime.PL1_S;
    if (regime == Regime.HYP) {
      longWalk.hyp(t, address, tables);
    } else if (longFormat(regime)) {
      longWalk.pl1(t, address, secure, tables);
    } else {
      shortWalk.walk(t, address, secure, tables);
    }
    if (t.fault == null) {
      check(t, secure, access, privileged);
    }
  }

  /** TranslateAddressVS1Off(): instructions are Normal memory, data are not unless HCR.DC is. */
  private void switchedOff(Regime regime, AccessKind access, Translation t) {
    boolean cacheable = regime == Regime.PL1_NS && (sysRegs.word(HypRegs.HCR) & HCR_DC) != 0;
    if (cacheable) {
      t.attributes = Attributes.DEFAULT_CACHEABLE;
    } else if (access == AccessKind.FETCH) {
      t.attributes = Attributes.UNCACHED;
    }
  }

  /** CheckDomain() and CheckPermission(). */
  private void check(Translation t, boolean secure, AccessKind access, boolean privileged) {
    int dacr = sysRegs.word(TranslationRegs.DACR, secure);
    int permitted = Permissions.inDomain(t.permissions, t.domain, dacr);
    if ((permitted & Permissions.needed(access, privileged)) == 0) {
      boolean domain = Permissions.noAccess(t.domain, dacr);
      t.fail(domain ? Fault.DOMAIN : Fault.PERMISSION, t.level);
    }
  }

  private void stage2(Translation t, AccessKind access, boolean privileged) {
    long ipa = t.pa;
    t.ipa = ipa;
    second.start(ipa);
    secondStage.walk(second, ipa, tables);
    if (second.fault == null
        && (second.permissions2 & Permissions.needed(access, privileged)) == 0) {
      second.fail(Fault.PERMISSION, second.level);
    }
    if (second.fault != null) {
      t.fail(second.fault, second.level);
      t.stage = 2;
      return;
    }
    t.pa = second.pa;
    t.off = false;
    t.permissions2 = second.permissions2;
    t.attributes = Attributes.combine(t.attributes, second.attributes);
  }

  /**
   * Translates {@code address} and says how, step by step.
   *
   * @param address a virtual address, or an intermediate physical one for {@link Regime#STAGE2}
   */
  public Walk explain(Regime regime, long address, AccessKind access, boolean privileged) {
    WalkRecorder recorder = new WalkRecorder();
    Translation t = new Translation();
    tables.recorder = recorder;
    try {
      translate(regime, address, access, privileged, t);
    } finally {
      tables.recorder = null;
    }
    int dacr = sysRegs.word(TranslationRegs.DACR, regime == Regime.PL1_S);
    return recorder.finish(regime, address, access, privileged, t, dacr);
  }
}
