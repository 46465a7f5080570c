package org.hypscope.arm.core;

import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.sysreg.HypRegs;

/**
 * The virtual interrupts that HYP holds pending in HCR.VA, VI and VF for Non-secure PL1 and PL0
 * (ARM ARM B1.8.11).
 */
final class VirtualInterrupts {
  private static final int FIQ = 1;
  private static final int IRQ = 1 << 1;

  /** HCR.FMO, IMO and AMO are bits 3 to 5; HCR.VF, VI and VA bits 6 to 8, as CPSR.F, I and A. */
  private static final int ROUTING = 3;

  private static final int PENDING = 6;
  private static final int ALL = 7;
  private static final long HCR_VA = 1 << 8;

  private VirtualInterrupts() {}

  /** Whether one is to be taken before the next instruction of {@code core}. */
  static boolean due(Core core) {
    int hcr = core.sysRegs().word(HypRegs.HCR);
    return (hcr & ALL << PENDING) != 0 && active(core, hcr) != 0;
  }

  /** Takes the one of highest priority. */
  static void take(Core core) {
    int hcr = core.sysRegs().word(HypRegs.HCR);
    int active = active(core, hcr);
    if ((active & FIQ) != 0) {
      core.exceptions().takeVirtualFiq();
    } else if ((active & IRQ) != 0) {
      core.exceptions().takeVirtualIrq();
    } else {
      core.sysRegs().rawSet(HypRegs.HCR, hcr & ~HCR_VA);
      core.exceptions().takeVirtualAbort();
    }
  }

  private static int active(Core core, int hcr) {
    if (core.currentModeIsHyp() || core.isSecure()) {
      return 0;
    }
    int masks = core.cpsr() & (Psr.A | Psr.I | Psr.F);
    return hcr >>> ROUTING & (hcr & ~masks) >>> PENDING & ALL;
  }
}
