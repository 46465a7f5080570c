package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Syndrome;

/** Hints that wait or signal (ARM ARM A8.8.424 to A8.8.426, B1.8.13, B1.8.14). */
public final class SystemInstructions {
  private static final int HCR_TWI = 1 << 13;
  private static final int HCR_TWE = 1 << 14;

  private SystemInstructions() {}

  /** WFI: goes on, and is not trapped, where an interrupt is pending (B1.8.14). */
  public static void wfi(Core core, int insn) {
    if (!core.interrupts().pending()) {
      trap(core, HCR_TWI, 0);
      core.sleep().untilInterrupt();
    }
  }

  /** WFE: goes on if an event is registered. */
  public static void wfe(Core core, int insn) {
    if (!core.eventRegister().isSet()) {
      trap(core, HCR_TWE, 1);
    }
    if (core.eventRegister().waitForEvent(core.pc())) {
      core.sleep().untilEvent();
    }
  }

  /** SEV: registers an event on every core, this one included. */
  public static void sev(Core core, int insn) {
    core.domain().forEach(each -> each.eventRegister().signal());
  }

  /** YIELD: no operation on one core. */
  public static void yield(Core core, int insn) {}

  /** DBG: a hint to a debugger that is not there. */
  public static void dbg(Core core, int insn) {}

  private static void trap(Core core, int bit, int wfe) {
    boolean below = !core.isSecure() && !core.currentModeIsHyp();
    if (below && (core.sysRegs().word(HypRegs.HCR) & bit) != 0) {
      int hsr = Syndrome.of(Syndrome.WFX, core.insnSize() == 4, Syndrome.COND_AL | wfe);
      throw core.exceptions().hypTrap(hsr);
    }
  }
}
