package org.hypscope.arm.core;

/** Why a memory access faults (ARM ARM B3.13, table B3-23 and B3-24). */
public enum Fault {
  ALIGNMENT(0b00001, 0b100001),
  EXTERNAL(0b01000, 0b010000),
  DEBUG(0b00010, 0b100010),
  ASYNCHRONOUS_EXTERNAL(0b10110, 0b010001);

  private final int shortStatus;
  private final int longStatus;

  Fault(int shortStatus, int longStatus) {
    this.shortStatus = shortStatus;
    this.longStatus = longStatus;
  }

  /** FS, five bits, of the Short-descriptor format. */
  public int shortStatus() {
    return shortStatus;
  }

  /** STATUS, six bits, of the Long-descriptor format and of HSR.ISS. */
  public int longStatus() {
    return longStatus;
  }
}
