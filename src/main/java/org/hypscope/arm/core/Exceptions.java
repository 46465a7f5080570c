package org.hypscope.arm.core;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.mmu.Translation;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.Syndrome;
import org.hypscope.arm.sysreg.SysRegFile;

/**
 * The exception model of one core: one method per TakeXxxException of the manual (B1.9), which
 * decide the mode, and three ways to enter one: PL1, Monitor and HYP.
 */
public final class Exceptions {
  private static final int HYP_TRAP = 0x14;
  private static final int HIGH_VECTORS = 0xffff_0000;
  private static final int TE = 1 << 30;
  private static final int EE = 1 << 25;
  private static final int SCTLR_V = 1 << 13;
  private static final int HCR_TGE = 1 << 27;
  private static final int HCR_IMO = 1 << 4;
  private static final int HCR_FMO = 1 << 3;
  private static final int SCR_NS = 1;
  private static final int SCR_IRQ = 1 << 1;
  private static final int SCR_FIQ = 1 << 2;
  private static final int SCR_EA = 1 << 3;

  private final Core core;
  private final SysRegFile sysRegs;
  private final Aborts aborts;
  private final Thrown.Undefined undefined = new Thrown.Undefined();
  private final Thrown.HypTrap hypTrap = new Thrown.HypTrap();
  private final Thrown.Abort abort = new Thrown.Abort();

  Exceptions(Core core) {
    this.core = core;
    this.sysRegs = core.sysRegs();
    this.aborts = new Aborts(core, this);
  }

  /** The exception to throw where an instruction is UNDEFINED. */
  public ArmException undefined() {
    return undefined.of(false);
  }

  /** The exception to throw where a system register may not be accessed: UNDEFINED. */
  public ArmException refused() {
    return undefined.of(true);
  }

  /** The exception to throw where an access to {@code address} faults. */
  public ArmException abort(int address, AccessKind kind, Fault fault) {
    return abort.with(address, kind, fault);
  }

  /** The exception to throw where the translation {@code failed} of an access has a fault. */
  ArmException abort(int address, AccessKind kind, Translation failed) {
    return abort.with(address, kind, failed);
  }

  /**
   * The exception to throw where a cache or translation operation on {@code address} has a fault:
   * reported as a write.
   */
  public ArmException maintenanceAbort(int address, Translation failed) {
    abort.with(address, AccessKind.WRITE, failed);
    abort.maintenance = true;
    return abort;
  }

  /**
   * The exception to throw where an access is unaligned and the memory is not Normal. Where {@code
   * normalInStage1} stage 2 has made it so, and the fault is HYP's (B3.12.3).
   */
  ArmException misaligned(int address, AccessKind kind, boolean normalInStage1) {
    abort.with(address, kind, Fault.ALIGNMENT);
    abort.stage2 = normalInStage1;
    return abort;
  }

  Aborts aborts() {
    return aborts;
  }

  /** The exception to throw where an instruction is trapped to HYP with this HSR. */
  public ArmException hypTrap(int hsr) {
    return hypTrap.with(hsr, false);
  }

  /** The exception to throw where an access to a system register is trapped to HYP. */
  public ArmException accessTrap(int hsr) {
    return hypTrap.with(hsr, true);
  }

  /** TakeReset(): Secure Supervisor mode, interrupts masked, registers at their reset values. */
  public void takeReset() {
    sysRegs.reset();
    core.exclusiveMonitor().clear();
    int sctlr = sysRegs.word(ControlRegs.SCTLR, true);
    core.setCpsr(Mode.SVC.encoding() | Psr.A | Psr.I | Psr.F | instructionAndDataState(sctlr));
    core.setPc((sctlr & SCTLR_V) != 0 ? HIGH_VECTORS : 0);
  }

  /** TakeUndefInstrException(). */
  public void takeUndefInstr() {
    int link = core.pc() + (core.thumb() ? 2 : 4);
    if (core.currentModeIsHyp()) {
      enterHyp(ExceptionKind.UNDEF, core.pc(), 0x04, Syndrome.of(Syndrome.UNKNOWN, false, 0));
    } else if (generalExceptionsTrapped()) {
      enterHyp(ExceptionKind.UNDEF, core.pc(), HYP_TRAP, Syndrome.of(Syndrome.UNKNOWN, false, 0));
    } else {
      enterPl1(ExceptionKind.UNDEF, Mode.UND, link, Psr.I);
    }
  }

  /** TakeSVCException() with the instruction's immediate, after CallSupervisor(). */
  public void takeSvc(int immediate) {
    int hsr = Syndrome.of(Syndrome.SVC, !core.thumb(), immediate & 0xffff);
    if (core.currentModeIsHyp()) {
      enterHyp(ExceptionKind.SVC, core.nextPc, 0x08, hsr);
    } else if (generalExceptionsTrapped()) {
      enterHyp(ExceptionKind.SVC, core.nextPc, HYP_TRAP, hsr);
    } else {
      enterPl1(ExceptionKind.SVC, Mode.SVC, core.nextPc, Psr.I);
    }
  }

  /** TakeSMCException(). */
  public void takeSmc() {
    enterMonitor(ExceptionKind.SMC, core.nextPc);
  }

  /** TakeHVCException() with the instruction's immediate. */
  public void takeHvc(int immediate) {
    int hsr = Syndrome.of(Syndrome.HVC, true, immediate & 0xffff);
    int offset = core.currentModeIsHyp() ? 0x08 : HYP_TRAP;
    enterHyp(ExceptionKind.HVC, core.nextPc, offset, hsr);
  }

  /**
   * TakeHypTrapException(): the instruction at PC is trapped. In Hyp mode itself, where only HCPTR
   * traps, it is UNDEFINED with the same syndrome.
   */
  public void takeHypTrap(int hsr) {
    if (core.currentModeIsHyp()) {
      enterHyp(ExceptionKind.UNDEF, core.pc(), 0x04, hsr);
    } else {
      enterHyp(ExceptionKind.HYPTRAP, core.pc(), HYP_TRAP, hsr);
    }
  }

  /** TakePhysicalIRQException(), between two instructions. */
  public void takePhysicalIrq() {
    takeInterrupt(ExceptionKind.IRQ, SCR_IRQ, HCR_IMO);
  }

  /** TakePhysicalFIQException(), between two instructions. */
  public void takePhysicalFiq() {
    takeInterrupt(ExceptionKind.FIQ, SCR_FIQ, HCR_FMO);
  }

  /** TakeVirtualIRQException(), between two instructions: to Non-secure IRQ mode always. */
  public void takeVirtualIrq() {
    enterPl1(ExceptionKind.IRQ, Mode.IRQ, core.pc() + 4, Psr.I | Psr.A);
  }

  /** TakeVirtualFIQException(), between two instructions: to Non-secure FIQ mode always. */
  public void takeVirtualFiq() {
    enterPl1(ExceptionKind.FIQ, Mode.FIQ, core.pc() + 4, Psr.I | Psr.F | Psr.A);
  }

  /** TakeVirtualAbortException(), between two instructions: to Non-secure Abort mode. */
  public void takeVirtualAbort() {
    aborts.takeVirtual();
  }

  private void takeInterrupt(ExceptionKind kind, int scrRoute, int hcrRoute) {
    int hcr = sysRegs.word(HypRegs.HCR);
    boolean toHyp = !core.isSecure() && (hcr & hcrRoute) != 0;
    if ((sysRegs.word(SecurityRegs.SCR) & scrRoute) != 0) {
      enterMonitor(kind, core.pc() + 4);
    } else if (toHyp || core.currentModeIsHyp()) {
      enterHyp(kind, core.pc(), kind.offset(), 0);
    } else if (kind == ExceptionKind.FIQ) {
      takeVirtualFiq();
    } else {
      takeVirtualIrq();
    }
  }

  /** Whether User mode's synchronous exceptions go to HYP (HCR.TGE, B1.14.1). */
  boolean generalExceptionsTrapped() {
    return core.mode() == Mode.USR
        && !core.isSecure()
        && (sysRegs.word(HypRegs.HCR) & HCR_TGE) != 0;
  }

  /** Common part of the exceptions taken to PL1 modes: ExcVectorBase() is VBAR or 0xffff0000. */
  void enterPl1(ExceptionKind kind, Mode to, int link, int masks) {
    boolean secure = core.isSecure();
    int sctlr = sysRegs.word(ControlRegs.SCTLR, secure);
    int base = (sctlr & SCTLR_V) != 0 ? HIGH_VECTORS : sysRegs.word(SecurityRegs.VBAR, secure);
    int vector = base + kind.offset();
    Mode from = announce(kind, to, vector);
    int spsr = core.cpsr();
    leaveMonitor(from);
    enter(to, spsr, masks | instructionAndDataState(sctlr));
    core.setR(14, link);
    arrive(kind, from, to, vector);
  }

  /** EnterMonitorMode(). */
  void enterMonitor(ExceptionKind kind, int link) {
    int vector = sysRegs.word(SecurityRegs.MVBAR) + kind.offset();
    Mode from = announce(kind, Mode.MON, vector);
    int spsr = core.cpsr();
    leaveMonitor(from);
    int sctlr = sysRegs.word(ControlRegs.SCTLR, true);
    enter(Mode.MON, spsr, Psr.A | Psr.I | Psr.F | instructionAndDataState(sctlr));
    core.setR(14, link);
    arrive(kind, from, Mode.MON, vector);
  }

  /** EnterHypMode(). Masks follow SCR alone: HCR plays no part. Interrupts leave HSR as it is. */
  void enterHyp(ExceptionKind kind, int preferredReturn, int offset, int hsr) {
    int vector = sysRegs.word(HypRegs.HVBAR) + offset;
    Mode from = announce(kind, Mode.HYP, vector);
    int scr = sysRegs.word(SecurityRegs.SCR);
    int masks =
        ((scr & SCR_EA) == 0 ? Psr.A : 0)
            | ((scr & SCR_IRQ) == 0 ? Psr.I : 0)
            | ((scr & SCR_FIQ) == 0 ? Psr.F : 0);
    if (kind != ExceptionKind.IRQ && kind != ExceptionKind.FIQ) {
      sysRegs.rawSet(HypRegs.HSR, hsr);
    }
    int hsctlr = sysRegs.word(HypRegs.HSCTLR);
    enter(Mode.HYP, core.cpsr(), masks | instructionAndDataState(hsctlr));
    core.setBank(Bank.ELR_hyp, preferredReturn);
    arrive(kind, from, Mode.HYP, vector);
  }

  private void enter(Mode to, int spsr, int set) {
    int kept = spsr & ~(Psr.M | Psr.IT | Psr.J | Psr.T | Psr.E);
    core.setCpsr(kept | to.encoding() | set);
    core.setSpsr(spsr);
  }

  /** An exception taken from Monitor mode to any mode switches to Secure state. */
  private void leaveMonitor(Mode from) {
    if (from == Mode.MON) {
      sysRegs.rawSet(SecurityRegs.SCR, sysRegs.rawGet(SecurityRegs.SCR) & ~(long) SCR_NS);
    }
  }

  private Mode announce(ExceptionKind kind, Mode to, int vector) {
    Mode from = core.mode();
    if (core.listener() != null) {
      core.listener().beforeException(core, kind, from, to, vector);
    }
    return from;
  }

  private void arrive(ExceptionKind kind, Mode from, Mode to, int vector) {
    core.setPc(vector);
    core.passages().took(kind, from, to);
    if (core.listener() != null) {
      core.listener().afterException(core, kind, from, to, vector);
    }
  }

  private static int instructionAndDataState(int control) {
    return ((control & TE) != 0 ? Psr.T : 0) | ((control & EE) != 0 ? Psr.E : 0);
  }
}
