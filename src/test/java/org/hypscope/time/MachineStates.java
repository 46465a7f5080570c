package org.hypscope.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreStates;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MemoryImage;

/** What a machine is at one instant, for comparing. */
public record MachineStates(List<String> parts, MemoryImage memory) {
  /** The state of {@code machine} now. */
  public static MachineStates of(Machine machine) {
    List<String> all = new ArrayList<>();
    long[] devices = machine.deviceState();
    for (int n = 0; n < devices.length; n++) {
      all.add("device value " + n + " " + devices[n]);
    }
    all.add("printed " + machine.console().printed());
    for (Core core : machine.cores()) {
      all.add("registers " + Arrays.toString(core.registers()));
      all.add("floating point " + Arrays.toString(core.fp().d) + core.fp().fpscr());
      for (SysRegCopy copy : SysRegs.copies()) {
        all.add(copy + " " + core.sysRegs().rawGet(copy.register(), copy.secure()));
      }
      all.add("steps " + core.steps() + ", retired " + core.retired());
      all.add("skipped " + core.skipped() + ", exceptions " + core.exceptionsSinceRetired());
      CoreStates.of(core).forEach(each -> all.add(each.toString()));
    }
    return new MachineStates(all, machine.freezeMemory());
  }

  /** Fails where {@code machine} is in another state. */
  public void assertSameAs(Machine machine, String when) {
    assertThat(differences(of(machine))).as(when).isEmpty();
  }

  /** What {@code other} has otherwise. */
  public List<String> differences(MachineStates other) {
    List<String> all = new ArrayList<>();
    if (parts.size() != other.parts.size()) {
      all.add(parts.size() + " parts but " + other.parts.size());
    }
    for (int n = 0; n < Math.min(parts.size(), other.parts.size()); n++) {
      if (!parts.get(n).equals(other.parts.get(n))) {
        all.add(parts.get(n) + " but " + other.parts.get(n));
      }
    }
    other.memory.differences(memory, at -> all.add("the byte at 0x" + Long.toHexString(at)));
    return all;
  }
}
