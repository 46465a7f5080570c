package org.hypscope.arm.core;

/** Why {@link Core#run} came back. */
public enum StopCause {
  /** The number of steps asked for were made. */
  STEPS,
  /** The stop check said so, before the instruction at PC. */
  CHECK,
  /** A branch to itself with nothing that could interrupt it. */
  LOOP_TO_SELF,
  /** WFI or WFE with nothing that could wake the core. */
  WAITING,
  /**
   * An input of the core or one of its timers changed: for the board, which looks and goes on by
   * itself.
   */
  EVENT,
  /** The firmware switched the machine off. */
  POWER_OFF,
  /** The firmware reset the machine. */
  RESET
}
