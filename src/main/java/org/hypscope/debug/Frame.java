package org.hypscope.debug;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Flash;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MemoryImage;
import org.hypscope.time.Mark;

/** The architectural state at one instant. Immutable; its parts must not be changed. */
record Frame(
    Mark mark,
    int[] registers,
    FpRegisters fp,
    SysRegFile sysRegs,
    MemoryImage memory,
    Flash flash) {
  private static final SysReg SCR = SysRegs.byName("SCR");
  private static final int SCR_NS = 1;

  /**
   * The state of {@code machine}, which shares what has not changed since {@code before}, if any.
   */
  static Frame of(Machine machine, Frame before) {
    Core core = machine.core();
    return new Frame(
        Frame.markOf(core),
        core.registers(),
        FpRegisters.of(core.fp(), before == null ? null : before.fp),
        core.sysRegs().copy(),
        machine.freezeMemory(),
        machine.flash());
  }

  static Mark markOf(Core core) {
    return new Mark(core.retired(), core.exceptionsSinceRetired());
  }

  /** The space of the addresses that {@code core} uses now. */
  static AddressSpace space(Core core) {
    boolean secure = core.mode() == Mode.MON || (core.sysRegs().rawGet(SCR) & SCR_NS) == 0;
    return AddressSpace.of(core.mode(), secure);
  }

  /** One copy of a system register; FPSCR is kept with the floating-point registers. */
  long sysReg(SysReg register, boolean secure) {
    return register == FpRegs.FPSCR
        ? Integer.toUnsignedLong(fp.fpscr())
        : sysRegs.rawGet(register, secure);
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
