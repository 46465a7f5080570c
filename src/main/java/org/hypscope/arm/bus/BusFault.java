package org.hypscope.arm.bus;

/**
 * Nothing answers at an address: the core takes it as a synchronous external abort. Carries no
 * stack trace, because a wild run may raise millions.
 */
public final class BusFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final long address;

  /** A fault at physical {@code address}. */
  public BusFault(long address) {
    super(
        "no memory or device at physical address 0x" + Long.toHexString(address),
        null,
        false,
        false);
    this.address = address;
  }

  /** The physical address that was asked for. */
  public long address() {
    return address;
  }
}
