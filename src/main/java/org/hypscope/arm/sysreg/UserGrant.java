package org.hypscope.arm.sysreg;

/**
 * What lets User mode use a register that PL1 may keep to itself: some bit of {@link #register()}
 * within {@link #mask()} set, or all of them clear.
 */
public enum UserGrant {
  /** The performance monitors. */
  PMUSERENR_EN("PMUSERENR", 1, true),
  /** The physical count. */
  CNTKCTL_PL0PCTEN("CNTKCTL", 1, true),
  /** The virtual count. */
  CNTKCTL_PL0VCTEN("CNTKCTL", 1 << 1, true),
  /** The counter's frequency, with either count. */
  CNTKCTL_PL0PCTEN_OR_PL0VCTEN("CNTKCTL", 3, true),
  /** The virtual timer. */
  CNTKCTL_PL0VTEN("CNTKCTL", 1 << 8, true),
  /** The physical timer. */
  CNTKCTL_PL0PTEN("CNTKCTL", 1 << 9, true),
  /** ThumbEE's handler base, where the bit is clear. */
  TEECR_XED("TEECR", 1, false),
  /** The debug communications channel, where the bit is clear. */
  DBGDSCREXT_UDCCDIS("DBGDSCRext", 1 << 12, false);

  private final String register;
  private final int mask;
  private final boolean whenSet;

  UserGrant(String register, int mask, boolean whenSet) {
    this.register = register;
    this.mask = mask;
    this.whenSet = whenSet;
  }

  /** The name of the register that decides. */
  public String register() {
    return register;
  }

  /** The bits that decide. */
  public int mask() {
    return mask;
  }

  /** Whether User mode may, by the deciding register's {@code value}. */
  public boolean permits(int value) {
    return (value & mask) != 0 == whenSet;
  }

  /** The condition as the manual writes it: {@code PMUSERENR.EN = 1}. */
  public String condition() {
    String bits = name().substring(name().indexOf('_') + 1).replace("_OR_", " or ");
    return register + "." + bits.replace("UDCCDIS", "UDCCdis") + (whenSet ? " = 1" : " = 0");
  }
}
