package org.hypscope.arm.core;

import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.SysRegFile;

/**
 * TakePrefetchAbortException() and TakeDataAbortException() of the manual (B1.9.7, B1.9.8): where
 * an abort goes and what it reports.
 */
final class Aborts {
  private static final int HYP_TRAP = 0x14;
  private static final int HYP_PREFETCH = 0x0c;
  private static final int HYP_DATA = 0x10;
  private static final int HDCR_TDE = 1 << 8;
  private static final int SCR_EA = 1 << 3;

  private final Core core;
  private final Exceptions exceptions;
  private final SysRegFile sysRegs;
  private final FaultStatus status;

  Aborts(Core core, Exceptions exceptions) {
    this.core = core;
    this.exceptions = exceptions;
    this.sysRegs = core.sysRegs();
    this.status = new FaultStatus(sysRegs);
  }

  /** For the instruction at PC. */
  void takePrefetch(Thrown.Abort abort) {
    boolean fromHyp = core.currentModeIsHyp();
    if (routedToMonitor(abort)) {
      status.prefetch(true, abort);
      exceptions.enterMonitor(ExceptionKind.PABT, core.pc() + 4);
    } else if (fromHyp || routedToHyp(abort)) {
      status.prefetchHyp(abort);
      int hsr = FaultStatus.prefetchSyndrome(fromHyp, abort);
      int offset = fromHyp ? HYP_PREFETCH : HYP_TRAP;
      exceptions.enterHyp(ExceptionKind.PABT, core.pc(), offset, hsr);
    } else {
      status.prefetch(core.isSecure(), abort);
      exceptions.enterPl1(ExceptionKind.PABT, Mode.ABT, core.pc() + 4, Psr.I | Psr.A);
    }
  }

  /** For an access that the instruction at PC made. */
  void takeData(Thrown.Abort abort) {
    boolean fromHyp = core.currentModeIsHyp();
    if (routedToMonitor(abort)) {
      status.data(true, abort);
      exceptions.enterMonitor(ExceptionKind.DABT, core.pc() + 8);
    } else if (fromHyp || routedToHyp(abort)) {
      status.dataHyp(abort);
      int hsr = FaultStatus.dataSyndrome(core, fromHyp, abort);
      int offset = fromHyp ? HYP_DATA : HYP_TRAP;
      exceptions.enterHyp(ExceptionKind.DABT, core.pc(), offset, hsr);
    } else {
      status.data(core.isSecure(), abort);
      exceptions.enterPl1(ExceptionKind.DABT, Mode.ABT, core.pc() + 8, Psr.I | Psr.A);
    }
  }

  /** A virtual abort, between two instructions: to Non-secure Abort mode. */
  void takeVirtual() {
    status.virtualAbort();
    exceptions.enterPl1(ExceptionKind.DABT, Mode.ABT, core.pc() + 8, Psr.I | Psr.A);
  }

  private boolean routedToMonitor(Thrown.Abort abort) {
    return abort.fault.isExternal() && (sysRegs.word(SecurityRegs.SCR) & SCR_EA) != 0;
  }

  private boolean routedToHyp(Thrown.Abort abort) {
    return abort.stage2 || exceptions.generalExceptionsTrapped() || debugTrapped(abort.fault);
  }

  private boolean debugTrapped(Fault fault) {
    return fault == Fault.DEBUG && !core.isSecure() && (sysRegs.word(HypRegs.HDCR) & HDCR_TDE) != 0;
  }
}
