package org.hypscope.oracle.lockstep;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * One word of processor state that a case sets and compares: its name, how the supervisor's
 * assembly moves it from and to R1, and where the core keeps it. Load or save is empty where the
 * supervisor treats the word by itself, or does not compare it.
 *
 * @param after what the supervisor does once the word is saved, before it goes on
 */
record Slot(String name, String load, String save, String after, Access access) {
  Slot(String name, String load, String save, Access access) {
    this(name, load, save, "", access);
  }

  /** Reads and writes a word of state without side effects. */
  interface Access {
    int get(Core core);

    void set(Core core, int value);
  }

  /** A register of the physical register file. */
  static Slot bank(Bank bank, String load, String save) {
    return new Slot(bank.name(), load, save, new BankAccess(bank));
  }

  /** A banked register that MRS and MSR (Banked register) reach from Hyp mode. */
  static Slot banked(Bank bank) {
    return bank(bank, "msr " + bank + ", r1", "mrs r1, " + bank);
  }

  /** A 32-bit register of CP15, Non-secure copy. */
  static Slot cp15(String name) {
    SysReg register = SysRegs.byName(name);
    String operands = register.encodings().get(0).toString().replace("Rt", "r1");
    return new Slot(name, "mcr " + operands, "mrc " + operands, new SysRegAccess(register));
  }

  /** A register of CP15 of which only {@code mask} is compared; {@code after} it is saved. */
  static Slot cp15(String name, int mask, String after) {
    Slot whole = cp15(name);
    String save = whole.save + String.format("%nldr r2, =0x%x%nand r1, r1, r2", mask);
    return new Slot(name, whole.load, save, after, new Masked(whole.access, mask));
  }

  /** Access to the Non-secure copy of the system register called {@code name}. */
  static Access sysRegAccess(String name) {
    return new SysRegAccess(SysRegs.byName(name));
  }

  /** The low or high word of a doubleword register. */
  static Slot doubleword(int register, boolean high) {
    return new Slot("D" + register + (high ? ".high" : ".low"), "", "", new Half(register, high));
  }

  private record BankAccess(Bank bank) implements Access {
    @Override
    public int get(Core core) {
      return core.bank(bank);
    }

    @Override
    public void set(Core core, int value) {
      core.setBank(bank, value);
    }
  }

  private record SysRegAccess(SysReg register) implements Access {
    @Override
    public int get(Core core) {
      return core.sysRegs().word(register);
    }

    @Override
    public void set(Core core, int value) {
      core.sysRegs().rawSet(register, value & 0xffff_ffffL);
    }
  }

  private record Masked(Access whole, int mask) implements Access {
    @Override
    public int get(Core core) {
      return whole.get(core) & mask;
    }

    @Override
    public void set(Core core, int value) {
      whole.set(core, value);
    }
  }

  private record Half(int register, boolean high) implements Access {
    @Override
    public int get(Core core) {
      return (int) (core.fp().d[register] >>> (high ? 32 : 0));
    }

    @Override
    public void set(Core core, int value) {
      long old = core.fp().d[register];
      core.fp().d[register] =
          high
              ? (long) value << 32 | old & 0xffff_ffffL
              : old & ~0xffff_ffffL | value & 0xffff_ffffL;
    }
  }
}
