package org.hypscope.arm.core;

/**
 * The local exclusive monitor of one core (ARM ARM A3.4.1): one tagged address. With one core and
 * no other observer it also stands for the global monitor.
 */
public final class ExclusiveMonitor {
  private boolean exclusive;
  private int address;
  private int size;

  /** Tags {@code size} bytes at {@code address}. */
  public void mark(int address, int size) {
    this.exclusive = true;
    this.address = address;
    this.size = size;
  }

  /**
   * Whether a store-exclusive of {@code size} bytes to {@code address} may be performed; clears the
   * tag either way.
   */
  public boolean claim(int address, int size) {
    boolean pass = exclusive && this.address == address && this.size == size;
    exclusive = false;
    return pass;
  }

  /**
   * CLREX and reset. ARMv7-A does not clear the tag at an exception entry or return: handlers do
   * (A3.4.4).
   */
  public void clear() {
    exclusive = false;
  }

  /** What is tagged: "4 bytes at 0x40010000", or "open". */
  @Override
  public String toString() {
    return exclusive ? String.format("%d bytes at 0x%08x", size, address) : "open";
  }

  void copyFrom(ExclusiveMonitor other) {
    exclusive = other.exclusive;
    address = other.address;
    size = other.size;
  }
}
