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
   * Enters the exception on {@code core}, whose {@code pc} is still the address of the instruction
   * at fault.
   */
  protected abstract void take(Core core);
}
