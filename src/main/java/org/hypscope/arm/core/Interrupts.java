package org.hypscope.arm.core;

import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.bus.InterruptInputs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.SysRegFile;

/**
 * The physical interrupts at a core's inputs, and the virtual ones that HYP or a controller's
 * virtual interface hold pending for Non-secure PL1 and PL0 (ARM ARM B1.8.11, B1.8.12).
 *
 * <p>A set of interrupts is FIQ, IRQ and asynchronous abort in bits 0 to 2: the order of CPSR.F, I
 * and A, of HCR.FMO, IMO and AMO, and of HCR.VF, VI and VA.
 */
public final class Interrupts implements InterruptInputs {
  private static final int FIQ = 1;
  private static final int IRQ = 1 << 1;
  private static final int PHYSICAL = FIQ | IRQ;
  private static final int ALL = 7;
  private static final int VIRTUAL_INPUTS = Input.VIRTUAL_FIQ.ordinal();

  /** CPSR.F, HCR.VF and ISR.F. */
  private static final int SHIFT = 6;

  private static final int HCR_ROUTING = 3;
  private static final long HCR_VA = 1 << 8;
  private static final int SCR_IRQ = 1 << 1;
  private static final int SCR_FIQ = 1 << 2;
  private static final int SCR_FW = 1 << 4;

  private final Core core;
  private final SysRegFile sysRegs;
  private int inputs;

  Interrupts(Core core) {
    this.core = core;
    this.sysRegs = core.sysRegs();
  }

  @Override
  public void drive(Input input, boolean asserted) {
    int bit = 1 << input.ordinal();
    int before = inputs;
    inputs = asserted ? before | bit : before & ~bit;
    if (inputs != before) {
      core.callBoard();
    }
  }

  /** Whether one is to be taken before the next instruction. */
  public boolean due() {
    return (inputs & PHYSICAL) != 0 && physical() != 0 || held() != 0 && virtual() != 0;
  }

  /** Whether one that came now would be taken. */
  public boolean open() {
    return (PHYSICAL & (~masks() | unmaskable())) != 0
        || !core.currentModeIsHyp()
            && !core.isSecure()
            && (sysRegs.word(HypRegs.HCR) >>> HCR_ROUTING & PHYSICAL & ~masks()) != 0;
  }

  /** Whether one is pending that ends WFI, whatever CPSR masks (B1.8.14). */
  public boolean pending() {
    return (inputs & PHYSICAL) != 0 || routed() != 0;
  }

  /** ISR: to Non-secure PL1, the virtual ones where HCR routes the physical ones (B3.17.11). */
  public int status(boolean nonSecurePl1) {
    int redirected = nonSecurePl1 ? sysRegs.word(HypRegs.HCR) >>> HCR_ROUTING & ALL : 0;
    return (held() & redirected | inputs & PHYSICAL & ~redirected) << SHIFT;
  }

  /** Takes the one of highest priority: FIQ before IRQ, physical before virtual. */
  void take() {
    int physical = physical();
    int virtual = virtual();
    if ((physical & FIQ) != 0) {
      core.exceptions().takePhysicalFiq();
    } else if ((physical & IRQ) != 0) {
      core.exceptions().takePhysicalIrq();
    } else if ((virtual & FIQ) != 0) {
      core.exceptions().takeVirtualFiq();
    } else if ((virtual & IRQ) != 0) {
      core.exceptions().takeVirtualIrq();
    } else {
      sysRegs.rawSet(HypRegs.HCR, sysRegs.rawGet(HypRegs.HCR) & ~HCR_VA);
      core.exceptions().takeVirtualAbort();
    }
  }

  private int physical() {
    return inputs & PHYSICAL & ~(masks() & ~unmaskable());
  }

  /** Those that CPSR does not mask, since a more privileged level has asked for them. */
  private int unmaskable() {
    if (core.isSecure()) {
      return 0;
    }
    int scr = sysRegs.word(SecurityRegs.SCR);
    int toMonitor = ((scr & SCR_FIQ) != 0 ? FIQ : 0) | ((scr & SCR_IRQ) != 0 ? IRQ : 0);
    int toHyp = sysRegs.word(HypRegs.HCR) >>> HCR_ROUTING & PHYSICAL;
    boolean monitorsOwn = (scr & SCR_FW) == 0;
    return (core.currentModeIsHyp() ? toHyp & toMonitor : toHyp)
        | (monitorsOwn ? toMonitor & FIQ : 0);
  }

  private int virtual() {
    return routed() & ~masks();
  }

  /** The virtual ones that can be taken from the present mode. */
  private int routed() {
    if (core.currentModeIsHyp() || core.isSecure()) {
      return 0;
    }
    return held() & sysRegs.word(HypRegs.HCR) >>> HCR_ROUTING;
  }

  private int held() {
    return sysRegs.word(HypRegs.HCR) >>> SHIFT & ALL | inputs >>> VIRTUAL_INPUTS;
  }

  private int masks() {
    return (core.cpsr() & (Psr.A | Psr.I | Psr.F)) >>> SHIFT;
  }

  /** Which inputs are asserted, a bit each. */
  int inputs() {
    return inputs;
  }

  /** Has the inputs that {@link #inputs} gave. */
  void restore(int asserted) {
    inputs = asserted;
  }
}
