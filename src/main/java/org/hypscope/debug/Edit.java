package org.hypscope.debug;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysReg;

/** A change that a person makes to the machine, without any side effect that an instruction has. */
public sealed interface Edit {
  /** Sets a physical register; PC redirects, CPSR changes mode and flags. */
  static Edit register(Bank bank, int value) {
    return new Register(bank, value);
  }

  /** Sets the Secure or the other copy of a system register. */
  static Edit sysReg(SysReg register, boolean secure, long value) {
    return new SystemRegister(register, secure, value);
  }

  /** Sets D{@code number}, 0 to 31. */
  static Edit doubleword(int number, long value) {
    return new Doubleword(number, value);
  }

  /** Writes bytes to RAM at an address of the code that runs. */
  static Edit memory(int address, byte[] bytes) {
    return new Memory(null, address, bytes.clone());
  }

  /** Writes bytes to RAM at an address of {@code space}. */
  static Edit memory(AddressSpace space, int address, byte[] bytes) {
    return new Memory(space, address, bytes.clone());
  }

  /** See {@link #register}. */
  record Register(Bank bank, int value) implements Edit {}

  /** See {@link #sysReg}. */
  record SystemRegister(SysReg register, boolean secure, long value) implements Edit {}

  /** See {@link #doubleword}. */
  record Doubleword(int number, long value) implements Edit {}

  /** See {@link #memory}; a null space is that of the code that runs. */
  record Memory(AddressSpace space, int address, byte[] bytes) implements Edit {}
}
