package org.hypscope.time;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreStates;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MemoryImage;

/**
 * Everything that a machine is at one instant, as one number: registers, system registers, devices,
 * memory, and what no instruction can read, as the TLB. Memory counts by its difference from where
 * the run began, and is looked at only where it was written since the last time. For one run, its
 * forks and those of the same image; for one thread.
 */
public final class MachineDigest {
  private static final long PRIME = 0x9e37_79b9_7f4a_7c15L;
  private static final SysRegCopy[] COPIES = SysRegs.copies().toArray(SysRegCopy[]::new);

  private MemoryImage last;
  private long memory;
  private long hash;

  /** For the run of an image that begins with the memory of {@code start}. */
  public MachineDigest(MemoryImage start) {
    last = start;
  }

  /** The digest of {@code machine} now. */
  public long of(Machine machine) {
    hash = 0;
    for (long each : machine.deviceState()) {
      add(each);
    }
    for (Core core : machine.cores()) {
      add(core);
    }
    add(machine.console().printed());
    add(memory(machine.freezeMemory()));
    return hash;
  }

  private void add(long value) {
    hash = Long.rotateLeft((hash ^ value) * PRIME, 29);
  }

  private void add(Core core) {
    for (int each : core.registers()) {
      add(each);
    }
    for (long each : core.fp().d) {
      add(each);
    }
    add(core.fp().fpscr());
    for (SysRegCopy copy : COPIES) {
      add(core.sysRegs().rawGet(copy.register(), copy.secure()));
    }
    add(core.steps());
    add(core.retired());
    add(core.skipped());
    add(core.exceptionsSinceRetired());
    for (Object each : CoreStates.of(core)) {
      add(each.hashCode());
    }
  }

  private long memory(MemoryImage now) {
    MemoryImage before = last;
    now.differences(
        before, at -> memory += weight(at, now.byteAt(at)) - weight(at, before.byteAt(at)));
    last = now;
    return memory;
  }

  private static long weight(long address, int value) {
    long mixed = (address << 8 | value) * PRIME;
    return (mixed ^ mixed >>> 32) * PRIME;
  }
}
