package org.hypscope.arm.arch;

/** The condition field of an instruction (ARM ARM A8.3). The ordinal is the encoding. */
public enum Cond {
  EQ,
  NE,
  CS,
  CC,
  MI,
  PL,
  VS,
  VC,
  HI,
  LS,
  GE,
  LT,
  GT,
  LE,
  AL;

  /**
   * The condition that the four bits {@code encoding} name; 0b1111 reads as AL, as the
   * unconditional space does.
   */
  public static Cond of(int encoding) {
    return encoding == 15 ? AL : values()[encoding];
  }

  /** The assembler's suffix: lower case, empty for AL. */
  public String suffix() {
    return this == AL ? "" : name().toLowerCase(java.util.Locale.ROOT);
  }
}
