package org.hypscope.debug;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Sleep;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.DeviceImage;
import org.hypscope.machine.Flash;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MemoryImage;
import org.hypscope.time.Mark;

/**
 * The architectural state of a core at one instant, and what surrounds it. Immutable; its parts
 * must not be changed.
 *
 * @param time virtual time in nanoseconds
 */
record Frame(
    Mark mark,
    CoreView.State state,
    int[] registers,
    FpRegisters fp,
    SysRegFile sysRegs,
    MemoryImage memory,
    Flash flash,
    DeviceImage devices,
    long time) {
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");
  private static final SysReg SCR = SysRegs.byName("SCR");
  private static final int SCR_NS = 1;

  /** All cores of {@code machine}, which share what has not changed since {@code before}. */
  static List<Frame> allOf(Machine machine, List<Frame> before) {
    Frame[] frames = new Frame[machine.cores().size()];
    for (int n = 0; n < frames.length; n++) {
      frames[n] = of(machine, n, before.isEmpty() ? null : before.get(n));
    }
    return List.of(frames);
  }

  private static Frame of(Machine machine, int number, Frame before) {
    Core core = machine.cores().get(number);
    return new Frame(
        markOf(machine.core()),
        state(machine, number),
        core.registers(),
        FpRegisters.of(core.fp(), before == null ? null : before.fp),
        core.sysRegs().copy(),
        machine.freezeMemory(),
        machine.flash(),
        machine.freezeDevices(before == null ? null : before.devices),
        machine.core().virtualTime() - 1);
  }

  private static CoreView.State state(Machine machine, int number) {
    Sleep sleep = machine.cores().get(number).sleep();
    if (!machine.isOn(number)) {
      return CoreView.State.OFF;
    }
    if (!sleep.lasts()) {
      return CoreView.State.RUNNING;
    }
    return sleep.lastsUntilEvent()
        ? CoreView.State.WAITING_FOR_EVENT
        : CoreView.State.WAITING_FOR_INTERRUPT;
  }

  CoreView view(int number, Optional<CoreView.Boot> boot) {
    return new CoreView(number, state, mode(), register(Bank.PC), sysRegs.word(HVBAR), boot);
  }

  static Mark markOf(Core core) {
    return new Mark(core.retired(), core.exceptionsSinceRetired());
  }

  /** The space of the addresses that {@code core} uses now. */
  static AddressSpace space(Core core) {
    return space(core, core.mode());
  }

  /** The space of the addresses that {@code core} would use in {@code mode}. */
  static AddressSpace space(Core core, Mode mode) {
    boolean secure = mode == Mode.MON || (core.sysRegs().rawGet(SCR) & SCR_NS) == 0;
    return AddressSpace.of(mode, secure);
  }

  /** One copy of a system register; FPSCR is kept with the floating-point registers. */
  long sysReg(SysReg register, boolean secure) {
    return register == FpRegs.FPSCR
        ? Integer.toUnsignedLong(fp.fpscr())
        : sysRegs.rawGet(register, secure);
  }

  /** Whether {@code other} holds the same at the same instant. */
  boolean isSame(Frame other) {
    boolean[] differs = new boolean[1];
    memory.differences(other.memory, address -> differs[0] = true);
    return !differs[0]
        && mark.equals(other.mark)
        && state == other.state
        && time == other.time
        && Arrays.equals(registers, other.registers)
        && fp.changedSince(other.fp).isEmpty()
        && fp.fpscr() == other.fp.fpscr()
        && sysRegs.changedSince(other.sysRegs).isEmpty();
  }

  int register(Bank bank) {
    return registers[bank.ordinal()];
  }

  Mode mode() {
    return Mode.of(register(Bank.CPSR));
  }

  boolean secure() {
    return mode() == Mode.MON || (sysRegs.rawGet(SCR) & SCR_NS) == 0;
  }
}
