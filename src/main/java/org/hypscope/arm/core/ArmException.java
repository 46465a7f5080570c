package org.hypscope.arm.core;

/**
 * An instruction ends by taking a synchronous exception. Thrown by operations and by memory
 * accesses, caught by the run loop. Each core throws its own preallocated instances and carries no
 * stack trace, because faults are part of normal runs.
 */
public abstract class ArmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** For subclasses: {@code name} says what it is in a debugger. */
  protected ArmException(String name) {
    super(name, null, false, false);
  }

  /**
   * Whether the instruction has taken its nanosecond of virtual time, though it does not retire:
   * one that was begun and found to be UNDEFINED, trapped, or BKPT. One whose fetch or access
   * aborted has taken none: it is there to be executed again.
   */
  protected abstract boolean takesTime();

  /** Whether it was executed so far that its access to a system register was found refused. */
  protected boolean isRefusedAccess() {
    return false;
  }

  /**
   * Enters the exception on {@code core}, whose {@code pc} is still the address of the instruction
   * at fault.
   */
  protected abstract void take(Core core);
}
