package org.hypscope.arm.core;

import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.Trap;

/**
 * What may be watched on a core. With no listener attached a run pays nothing. Listeners must not
 * change the core.
 */
public interface CoreListener {
  /**
   * An exception is about to be entered: everything still reads as before it; {@code vector} is
   * where it will lead. {@code core.pc()} is the address of the instruction concerned.
   */
  default void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {}

  /**
   * The exception announced last has been entered: the banked link register, SPSR, HSR and PC are
   * set.
   */
  default void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {}

  /**
   * An exception return (ERET, SUBS PC, LDM ^, RFE) at {@code pc} is complete: CPSR and PC are the
   * new ones.
   */
  default void exceptionReturn(Core core, int pc, Mode from, Mode to, int target) {}

  /**
   * The instruction at {@code pc} is UNPREDICTABLE for {@code reason}; the core goes on as the row
   * says.
   */
  default void unpredictable(Core core, int pc, int word, String reason) {}

  /** A system register was written by an instruction at {@code pc}; values are zero-extended. */
  default void sysRegWritten(Core core, int pc, SysReg register, long before, long after) {}

  /**
   * Whether {@link #memoryWritten} is to be called, which every store then pays for: asked when the
   * listener is attached.
   */
  default boolean hearsMemory() {
    return false;
  }

  /**
   * Data memory was written: {@code size} bytes at virtual {@code address} by the instruction at
   * {@code pc}.
   */
  default void memoryWritten(Core core, int pc, int address, int size) {}

  /**
   * An instruction at {@code pc} that is neither an exception entry nor a return (CPS, MSR) changed
   * the mode, which is {@code to} now.
   */
  default void modeWritten(Core core, int pc, Mode from, Mode to) {}

  /**
   * The board's firmware is about to answer the SMC at {@code core.pc()}: everything still reads as
   * before it.
   */
  default void beforeFirmware(Core core, int immediate) {}

  /** The firmware has answered: its results are in the registers. */
  default void afterFirmware(Core core, int immediate) {}

  /**
   * The board has switched the core on, and it stands before its first instruction; or off, before
   * the next one.
   */
  default void powered(Core core, boolean on) {}

  /**
   * The data access of the instruction at {@code pc} takes an external abort; {@code what} names
   * the physical address at which nothing answers.
   */
  default void busFault(Core core, int pc, String what) {}

  /** The instruction at {@code pc} goes on though {@code trap} is set: its board has not got it. */
  default void untrapped(Core core, int pc, Trap trap) {}
}
