package org.hypscope.machine.device;

/**
 * QEMU's firmware configuration device with its signature and no file: an item is selected at
 * offset 8, most significant byte first, and read byte by byte at offset 0.
 */
public final class EmptyFwCfg implements Device {
  private static final int SELECTOR = 8;
  private static final int SIGNATURE = 0;
  private static final int ID = 1;

  private static final byte[] QEMU = {'Q', 'E', 'M', 'U'};

  /** The traditional interface alone, without DMA. */
  private static final byte[] FEATURES = {1, 0, 0, 0};

  private int selected;
  private int next;

  @Override
  public int length() {
    return 0x18;
  }

  @Override
  public int read(int offset, int size) {
    int value = 0;
    for (int n = 0; n < size && offset < SELECTOR; n++) {
      value |= nextByte() << 8 * n;
    }
    return value;
  }

  private int nextByte() {
    byte[] item =
        switch (selected) {
          case SIGNATURE -> QEMU;
          case ID -> FEATURES;
          default -> new byte[0];
        };
    return next < item.length ? item[next++] : 0;
  }

  @Override
  public void write(int offset, int size, int value) {
    if (offset == SELECTOR) {
      selected = Short.toUnsignedInt(Short.reverseBytes((short) value));
      next = 0;
    }
  }

  @Override
  public void exchange(State state) {
    selected = state.value(selected);
    next = state.value(next);
  }
}
