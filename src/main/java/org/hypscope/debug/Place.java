package org.hypscope.debug;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.SysRegCopy;

/** Something that has a value at every instant of a run: a register of any bank, or memory. */
public sealed interface Place {
  /**
   * A physical register of core {@code core}, or of a PSR the bits of {@code mask}. PC is written
   * by what branches: branches, exception entries and returns.
   *
   * @param name what to call it: {@code SP_hyp}, {@code CPSR.M}
   */
  record Register(int core, Bank bank, int mask, String name) implements Place {
    /** The whole register. */
    public Register(int core, Bank bank) {
      this(core, bank, -1, bank.name());
    }

    /** The same bits of {@code other}. */
    Register ofBank(Bank other) {
      int dot = name.indexOf('.');
      return new Register(core, other, mask, other + (dot < 0 ? "" : name.substring(dot)));
    }

    boolean isPc() {
      return bank == Bank.PC;
    }

    boolean isCpsr() {
      return bank == Bank.CPSR;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A system register of core {@code core}, or of it the bits of {@code mask}.
   *
   * @param name what to call it: {@code HCR}, {@code HCR.VM}
   */
  record SystemRegister(int core, SysRegCopy copy, long mask, String name) implements Place {
    /** The whole register. */
    public SystemRegister(int core, SysRegCopy copy) {
      this(core, copy, -1, copy.name());
    }

    boolean isFpscr() {
      return copy.register() == FpRegs.FPSCR;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** D{@code number} of core {@code core}, 0 to 31. */
  record Doubleword(int core, int number) implements Place {
    @Override
    public String toString() {
      return "D" + number;
    }
  }

  /** {@code length} bytes, 1 to 8, at a physical address. */
  record Memory(long address, int length) implements Place {
    @Override
    public String toString() {
      return AddressSpace.PHYSICAL.name(address);
    }

    boolean overlaps(long from, int size) {
      return from < address + length && address < from + size;
    }
  }
}
