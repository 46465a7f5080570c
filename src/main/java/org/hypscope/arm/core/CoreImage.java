package org.hypscope.arm.core;

import org.hypscope.arm.mmu.TlbImage;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * All that a {@link Core} is at one instant, its TLB included: immutable, so that any number of
 * cores can go on from it.
 */
public final class CoreImage {
  /** About what the registers of all kinds take, in bytes. */
  private static final int REGISTERS = SysRegs.SLOTS * Long.BYTES + 1_000;

  private final CoreState state = new CoreState();
  private final ExclusiveMonitor monitor = new ExclusiveMonitor();
  private final EventRegister event = new EventRegister();
  private final FpState fp = new FpState();
  private final Passages passages = new Passages();
  private final SysRegFile sysRegs;
  private final TlbImage tlb;
  private final Sleep.Kind sleep;
  private final int inputs;
  private final long skipped;
  private final long retired;
  private final long entries;
  private final int exceptions;

  CoreImage(Core core, long retired, long entries, int exceptions) {
    state.copyStateFrom(core);
    monitor.copyFrom(core.exclusiveMonitor());
    event.copyFrom(core.eventRegister());
    fp.copyFrom(core.fp());
    passages.copyFrom(core.passages());
    this.sysRegs = core.sysRegs().copy();
    this.tlb = core.mem().lookup().image();
    this.sleep = core.sleep().kind();
    this.inputs = core.interrupts().inputs();
    this.skipped = core.skipped();
    this.retired = retired;
    this.entries = entries;
    this.exceptions = exceptions;
  }

  /** Gives {@code core} all but registers, TLB and counts. */
  void giveParts(Core core) {
    core.exclusiveMonitor().copyFrom(monitor);
    core.eventRegister().copyFrom(event);
    core.fp().copyFrom(fp);
    core.passages().copyFrom(passages);
    core.sleep().restore(sleep);
    core.interrupts().restore(inputs);
    core.setSkipped(skipped);
  }

  CoreState state() {
    return state;
  }

  /** The system registers; not to be changed. */
  public SysRegFile sysRegs() {
    return sysRegs;
  }

  /** What has happened on the core. */
  public Passages passages() {
    return passages;
  }

  TlbImage tlb() {
    return tlb;
  }

  /** Instructions completed since reset, by all cores of the machine. */
  public long retired() {
    return retired;
  }

  /** Exceptions entered in place of an instruction. */
  public long entries() {
    return entries;
  }

  /** Exceptions entered since an instruction last completed. */
  public int exceptions() {
    return exceptions;
  }

  /** About how many bytes it takes that {@code before}, which may be null, does not share. */
  public long bytesBeyond(CoreImage before) {
    return REGISTERS + tlb.bytesBeyond(before == null ? null : before.tlb);
  }
}
