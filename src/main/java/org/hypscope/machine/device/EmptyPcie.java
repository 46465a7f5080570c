package org.hypscope.machine.device;

/**
 * The configuration space (ECAM) of a PCI Express host: the host bridge itself, as QEMU presents
 * it, and no other device, which reads as all ones.
 */
public final class EmptyPcie extends Device.OfWords {
  private static final int LENGTH = 0x1000_0000;
  private static final int BRIDGE_END = 0x100;
  private static final int COMMAND = 0x04;
  private static final int CACHE_LINE = 0x0c;
  private static final int INTERRUPT_LINE = 0x3c;

  private final int[] bridge = new int[BRIDGE_END / 4];

  /** With the bridge as reset leaves it. */
  public EmptyPcie() {
    bridge[0] = 0x00081b36;
    bridge[0x08 >> 2] = 0x06000000;
    bridge[0x2c >> 2] = 0x11001af4;
  }

  @Override
  public int length() {
    return LENGTH;
  }

  @Override
  protected int read(int at) {
    return at < BRIDGE_END ? bridge[at >> 2] : -1;
  }

  @Override
  protected void write(int at, int value) {
    int mask =
        switch (at) {
          case COMMAND -> 0x507;
          case CACHE_LINE, INTERRUPT_LINE -> 0xff;
          default -> 0;
        };
    if (mask != 0) {
      bridge[at >> 2] = bridge[at >> 2] & ~mask | value & mask;
    }
  }

  @Override
  public void exchange(State state) {
    state.values(bridge);
  }
}
