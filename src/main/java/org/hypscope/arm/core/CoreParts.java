package org.hypscope.arm.core;

import java.util.List;
import java.util.Set;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.Trap;

/**
 * What a core is made of beside its registers, what follows from its state, and how the PC is
 * written.
 */
public abstract class CoreParts extends CoreState {
  private final SysRegFile sysRegs;
  private final Bus bus;
  private final SecureFirmware firmware;
  private final ExclusiveMonitor monitor = new ExclusiveMonitor();
  private final EventRegister event = new EventRegister();
  private final FpState fp = new FpState();
  private final FpGrants fpGrants = new FpGrants(this);
  private final Passages passages = new Passages();
  private long skipped;
  private List<Core> domain = List.of();
  private Set<Trap> untrapped = Set.of();

  CoreListener listener;

  /**
   * The listener if it hears of memory, or null. Read by {@link Mem} without a call, which the JIT
   * compiler refuses before the class is loaded.
   */
  CoreListener memoryListener;

  CoreParts(SysRegFile sysRegs, Bus bus, SecureFirmware firmware) {
    this.sysRegs = sysRegs;
    this.bus = bus;
    this.firmware = firmware;
  }

  /** The system registers' values. */
  public SysRegFile sysRegs() {
    return sysRegs;
  }

  /** Physical memory. */
  public Bus bus() {
    return bus;
  }

  /** The local exclusive monitor. */
  public ExclusiveMonitor exclusiveMonitor() {
    return monitor;
  }

  /** The event register that WFE waits for. */
  public EventRegister eventRegister() {
    return event;
  }

  /** The Advanced SIMD and Floating-point registers. */
  public FpState fp() {
    return fp;
  }

  /** What floating-point instructions were found to be allowed. */
  public FpGrants fpGrants() {
    return fpGrants;
  }

  /** The firmware that answers SMC, or null. */
  public SecureFirmware firmware() {
    return firmware;
  }

  /**
   * The nanoseconds of virtual time since reset that no completed instruction has taken: no core
   * had anything to execute, or one was at an instruction that {@link ArmException#takesTime}
   * ended.
   */
  public long skipped() {
    return skipped;
  }

  /** Sets {@link #skipped()}. */
  public void setSkipped(long nanoseconds) {
    skipped = nanoseconds;
  }

  /**
   * The cores of the Inner Shareable domain, this one included: those that SEV and broadcast
   * maintenance of TLBs reach.
   */
  public List<Core> domain() {
    return domain;
  }

  /** Puts the core into a domain. */
  public void join(List<Core> cores) {
    domain = cores;
  }

  /** The traps to HYP that this core does not take, whatever their bits are. */
  public Set<Trap> untrapped() {
    return untrapped;
  }

  /** Sets {@link #untrapped()}. */
  public void setUntrapped(Set<Trap> traps) {
    untrapped = traps;
  }

  /** What has happened on this core. */
  Passages passages() {
    return passages;
  }

  /** The listener, or null. */
  public CoreListener listener() {
    return listener;
  }

  /** Attaches {@code newListener} in place of the present one; null for none. */
  public void setListener(CoreListener newListener) {
    listener = newListener;
    memoryListener = newListener != null && newListener.hearsMemory() ? newListener : null;
  }

  /** BranchTo(): goes on at {@code address} as it is. */
  public void branchTo(int address) {
    nextPc = address;
  }

  /** BranchWritePC(): in A32 state bits 1:0 are ignored. */
  public void branchWritePc(int address) {
    nextPc = thumb() ? address & ~1 : address & ~3;
  }

  /**
   * BXWritePC(): bit 0 selects T32; an A32 target with bit 1 set is UNPREDICTABLE: it is entered
   * unaligned, and its fetch takes a Prefetch Abort, as QEMU does.
   */
  public void bxWritePc(int address) {
    if ((address & 1) != 0) {
      setThumb(true);
      nextPc = address & ~1;
      return;
    }
    if ((address & 2) != 0) {
      unpredictable(0, "BXWritePC to an A32 address with bits [1:0] = 0b10");
    }
    setThumb(false);
    nextPc = address;
  }

  /** LoadWritePC(): interworking since ARMv5. */
  public void loadWritePc(int address) {
    bxWritePc(address);
  }

  /** ALUWritePC(): interworking in A32 state since ARMv7. */
  public void aluWritePc(int address) {
    if (thumb()) {
      branchWritePc(address);
    } else {
      bxWritePc(address);
    }
  }

  /** Tells the listener that {@code insn} at PC is UNPREDICTABLE in the present state. */
  public abstract void unpredictable(int insn, String reason);

  /** IsSecure(): in Secure state, which Monitor mode always is. */
  public boolean isSecure() {
    return mode() == Mode.MON || (sysRegs.word(SecurityRegs.SCR) & 1) == 0;
  }

  /** Where an access to a system register is made from now. */
  public Level level() {
    return switch (mode()) {
      case USR -> Level.PL0;
      case HYP -> Level.HYP;
      case MON -> Level.MON;
      default -> isSecure() ? Level.PL1_S : Level.PL1_NS;
    };
  }

  /** Whether the current mode is Hyp: CurrentModeIsHyp(). */
  public boolean currentModeIsHyp() {
    return mode() == Mode.HYP;
  }
}
