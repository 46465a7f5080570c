package org.hypscope.arm.mmu;

/**
 * Why a memory access faults, with its fault status in both formats (ARM ARM tables B3-23 and
 * B3-24). Where a kind is told apart by level, the table gives the code of level 1.
 */
public enum Fault {
  ALIGNMENT("Alignment fault", 0b00001, 0, 0b100001),
  TRANSLATION("Translation fault", 0b00101, 0b00111, 0b000101),
  ACCESS_FLAG("Access flag fault", 0b00011, 0b00110, 0b001001),
  DOMAIN("Domain fault", 0b01001, 0b01011, 0b111101),
  PERMISSION("Permission fault", 0b01101, 0b01111, 0b001101),
  EXTERNAL("external abort", 0b01000, 0, 0b010000),
  EXTERNAL_ON_WALK("external abort on a translation table walk", 0b01100, 0b01110, 0b010101),
  DEBUG("debug event", 0b00010, 0, 0b100010),
  TLB_CONFLICT("TLB conflict abort", 0b10000, 0, 0b110000),
  ASYNCHRONOUS_EXTERNAL("asynchronous external abort", 0b10110, 0, 0b010001);

  private final String title;
  private final int shortStatus;
  private final int shortStatus2;
  private final int longStatus;

  Fault(String title, int shortStatus, int shortStatus2, int longStatus) {
    this.title = title;
    this.shortStatus = shortStatus;
    this.shortStatus2 = shortStatus2;
    this.longStatus = longStatus;
  }

  /** The manual's name. */
  public String title() {
    return title;
  }

  /** Whether status and text name the level of the walk. */
  public boolean hasLevel() {
    return shortStatus2 != 0;
  }

  /** Whether it is an external abort, which SCR.EA routes to Monitor mode. */
  public boolean isExternal() {
    return this == EXTERNAL || this == EXTERNAL_ON_WALK || this == ASYNCHRONOUS_EXTERNAL;
  }

  /** FS, five bits, of the Short-descriptor format; {@code level} is 1 or 2 where it matters. */
  public int shortStatus(int level) {
    return hasLevel() && level > 1 ? shortStatus2 : shortStatus;
  }

  /**
   * STATUS, six bits, of the Long-descriptor format and of HSR.ISS; {@code level} is 1 to 3 where
   * it matters.
   */
  public int longStatus(int level) {
    return hasLevel() ? longStatus - 1 + level : longStatus;
  }
}
