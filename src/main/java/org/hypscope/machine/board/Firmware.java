package org.hypscope.machine.board;

/** Who answers an SMC. */
public enum Firmware {
  /** Built-in power control by the Power State Coordination Interface. */
  PSCI,
  /** Nobody: an SMC goes to Monitor mode, at MVBAR. */
  NONE
}
