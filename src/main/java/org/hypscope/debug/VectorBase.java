package org.hypscope.debug;

import org.hypscope.arm.arch.Mode;

/** The three vector tables. */
public enum VectorBase {
  /** VBAR, or 0xffff0000 with SCTLR.V: every exception taken to a PL1 mode but Monitor. */
  PL1("VBAR"),
  /** MVBAR: every exception taken to Monitor mode. */
  MONITOR("MVBAR"),
  /** HVBAR: every exception taken to Hyp mode. */
  HYP("HVBAR");

  private final String register;

  VectorBase(String register) {
    this.register = register;
  }

  /** The manual's name of the register that holds the base. */
  public String register() {
    return register;
  }

  /** The table that an exception taken to {@code mode} uses. */
  public static VectorBase of(Mode mode) {
    return switch (mode) {
      case HYP -> HYP;
      case MON -> MONITOR;
      default -> PL1;
    };
  }
}
