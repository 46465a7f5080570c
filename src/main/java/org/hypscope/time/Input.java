package org.hypscope.time;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.machine.Machine;

/**
 * One thing that comes into a machine from outside, between two instructions, with no side effect
 * that an instruction would have.
 */
public sealed interface Input {
  /** Has it happen to {@code machine}. */
  void deliver(Machine machine);

  /** Bytes typed at the console. Not to be changed. */
  record Typed(byte[] bytes) implements Input {
    @Override
    public void deliver(Machine machine) {
      machine.type(bytes);
    }
  }

  /** A physical register of core {@code core} is set; PC redirects, CPSR changes mode and flags. */
  record Register(int core, Bank bank, int value) implements Input {
    @Override
    public void deliver(Machine machine) {
      machine.cores().get(core).setBank(bank, value);
    }
  }

  /** One copy of a system register of core {@code core} is set; FPSCR is one. */
  record SystemRegister(int core, SysReg register, boolean secure, long value) implements Input {
    @Override
    public void deliver(Machine machine) {
      Core edited = machine.cores().get(core);
      if (register == FpRegs.FPSCR) {
        edited.fp().setFpscr((int) value);
      } else {
        edited.sysRegs().rawSet(register, secure, value);
        // Now, and not when the core runs next: a copy made before that must know it too.
        edited.translationControlsWritten();
      }
    }
  }

  /** D{@code number}, 0 to 31, of core {@code core} is set. */
  record Doubleword(int core, int number, long value) implements Input {
    @Override
    public void deliver(Machine machine) {
      machine.cores().get(core).fp().d[number] = value;
    }
  }

  /** Bytes of RAM, at a physical address, are written. Not to be changed. */
  record Memory(long address, byte[] bytes) implements Input {
    @Override
    public void deliver(Machine machine) {
      machine.edit(address, bytes);
    }
  }
}
