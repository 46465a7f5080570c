package org.hypscope.arm.core.sysregs;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;

/**
 * What an instruction's access to a register does beyond keeping a value. The defaults are a plain
 * register. {@code secure} selects the copy of a banked register.
 */
interface Effect {
  /** Reads: the stored value. */
  default long read(Core core, SysReg register, boolean secure) {
    return core.sysRegs().rawGet(register, secure);
  }

  /** Writes the bits that the row lets be written. */
  default void write(Core core, SysReg register, boolean secure, long value) {
    long mask = register.writeMask();
    long kept = core.sysRegs().rawGet(register, secure) & ~mask;
    core.sysRegs().rawSet(register, secure, kept | value & mask);
  }

  /** A register whose reads are computed. */
  interface OnRead extends Effect {
    @Override
    long read(Core core, SysReg register, boolean secure);
  }

  /** A register whose writes do something else or more. */
  interface OnWrite extends Effect {
    @Override
    void write(Core core, SysReg register, boolean secure, long value);
  }
}
