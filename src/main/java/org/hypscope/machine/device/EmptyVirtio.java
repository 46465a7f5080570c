package org.hypscope.machine.device;

/** Transports for virtio devices over MMIO (virtio 1.1, 4.2) with no device behind any of them. */
public final class EmptyVirtio extends Device.OfWords {
  private static final int MAGIC_VALUE = 0x000;
  private static final int VERSION = 0x004;
  private static final int VENDOR_ID = 0x00c;
  private static final int MAGIC = 0x74726976;
  private static final int LEGACY = 1;
  private static final int QEMU = 0x554d4551;

  private final int slots;
  private final int stride;

  /** {@code slots} of them, {@code stride} bytes apart. */
  public EmptyVirtio(int slots, int stride) {
    this.slots = slots;
    this.stride = stride;
  }

  @Override
  public int length() {
    return slots * stride;
  }

  @Override
  protected int read(int at) {
    return switch (at % stride) {
      case MAGIC_VALUE -> MAGIC;
      case VERSION -> LEGACY;
      case VENDOR_ID -> QEMU;
      default -> 0;
    };
  }

  @Override
  protected void write(int at, int value) {
    // nobody is there: DeviceID is zero
  }

  @Override
  public void exchange(State state) {
    // has no state
  }
}
