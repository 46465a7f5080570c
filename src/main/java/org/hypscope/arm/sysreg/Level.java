package org.hypscope.arm.sysreg;

/** Where an access to a system register is made from (ARM ARM B3.15.3). */
public enum Level {
  /** User mode, in either world. */
  PL0("User"),
  /** A Non-secure PL1 mode. */
  PL1_NS("Non-secure PL1"),
  /** A Secure PL1 mode other than Monitor. */
  PL1_S("Secure PL1"),
  /** Hyp mode. */
  HYP("Hyp"),
  /** Monitor mode. */
  MON("Monitor");

  private final String title;

  Level(String title) {
    this.title = title;
  }

  /** The level in words. */
  public String title() {
    return title;
  }

  int bit() {
    return 1 << ordinal();
  }
}
