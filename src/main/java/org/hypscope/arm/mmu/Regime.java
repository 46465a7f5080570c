package org.hypscope.arm.mmu;

/** A translation regime (ARM ARM B3.1.2), or the second stage of one. */
public enum Regime {
  /** Secure PL1 and PL0. */
  PL1_S("Secure PL1&0"),
  /** Non-secure PL1 and PL0: stage 1, then stage 2 where HCR.VM switches it on. */
  PL1_NS("Non-secure PL1&0"),
  /** Non-secure PL2. */
  HYP("Non-secure PL2"),
  /** Stage 2 alone: what is translated is an intermediate physical address. */
  STAGE2("Non-secure PL1&0 stage 2");

  private final String title;

  Regime(String title) {
    this.title = title;
  }

  /** The manual's name. */
  public String title() {
    return title;
  }
}
