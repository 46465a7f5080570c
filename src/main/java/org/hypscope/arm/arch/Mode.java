package org.hypscope.arm.arch;

/**
 * The processor modes of ARMv7-A with the Security and Virtualization Extensions (ARM ARM B1.3.1),
 * in the order in which HypScope shows them.
 */
public enum Mode {
  USR(0x10, 0),
  SYS(0x1f, 1),
  SVC(0x13, 1),
  ABT(0x17, 1),
  UND(0x1b, 1),
  IRQ(0x12, 1),
  FIQ(0x11, 1),
  MON(0x16, 1),
  HYP(0x1a, 2);

  private static final Mode[] BY_ENCODING = new Mode[32];

  static {
    for (Mode mode : values()) {
      BY_ENCODING[mode.encoding] = mode;
    }
  }

  private final int encoding;
  private final int privilegeLevel;

  Mode(int encoding, int privilegeLevel) {
    this.encoding = encoding;
    this.privilegeLevel = privilegeLevel;
  }

  /** CPSR.M, five bits. */
  public int encoding() {
    return encoding;
  }

  /** 0, 1 or 2: PL0, PL1, PL2. */
  public int privilegeLevel() {
    return privilegeLevel;
  }

  /**
   * The mode that the low five bits of {@code psr} name, or null where they name none (BadMode()).
   */
  public static Mode of(int psr) {
    return BY_ENCODING[psr & 0x1f];
  }

  /** Whether the mode has an SPSR of its own: every mode but User and System. */
  public boolean hasSpsr() {
    return this != USR && this != SYS;
  }
}
