package org.hypscope.arm.mmu;

import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SysRegFile;

/** Stage 2 of Non-secure PL1 and PL0, controlled from HYP (ARM ARM B3.1.3). */
final class SecondStage {
  private static final int HCR_VM = 1;
  private static final int HCR_PTW = 1 << 2;
  private static final int HCR_DC = 1 << 12;
  private static final int READ = Permissions.needed(AccessKind.READ, true);

  private final SysRegFile sysRegs;
  private final LongWalk longWalk;

  SecondStage(SysRegFile sysRegs, LongWalk longWalk) {
    this.sysRegs = sysRegs;
    this.longWalk = longWalk;
  }

  /** Whether it translates; HCR.DC without VM, which is UNPREDICTABLE, counts as VM. */
  boolean on() {
    return (sysRegs.word(HypRegs.HCR) & (HCR_VM | HCR_DC)) != 0;
  }

  /** Translates {@code ipa} into {@code t}, without a check of permissions. */
  void walk(Translation t, long ipa, Tables tables) {
    longWalk.stage2(t, ipa, tables);
  }

  /**
   * Whether a table of stage 1 may be read there: with HCR.PTW not from Device or Strongly-ordered
   * memory.
   */
  void checkTable(Translation t) {
    if (t.fault != null) {
      return;
    }
    boolean device = (sysRegs.word(HypRegs.HCR) & HCR_PTW) != 0 && !t.isNormal();
    if (device || (t.permissions2 & READ) == 0) {
      t.fail(Fault.PERMISSION, t.level);
    }
  }
}
