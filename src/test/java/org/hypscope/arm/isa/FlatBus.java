package org.hypscope.arm.isa;

import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;

/** Plain memory from 0x40000000 on, and nothing else. */
final class FlatBus implements Bus {
  static final int BASE = 0x40000000;

  private final Page[] pages;

  /** {@code size} bytes of zeros, a multiple of the page size. */
  FlatBus(int size) {
    pages = new Page[size / Page.SIZE];
  }

  @Override
  public Page readable(long address) {
    long offset = address - BASE;
    boolean inside = offset >= 0 && offset < (long) pages.length * Page.SIZE;
    return inside ? page((int) (offset >>> Page.SHIFT)) : null;
  }

  private Page page(int index) {
    if (pages[index] == null) {
      pages[index] = new Page(new byte[Page.SIZE], this);
    }
    return pages[index];
  }

  @Override
  public Page writable(long address) {
    return readable(address);
  }

  @Override
  public int read(long address, int size) throws BusFault {
    throw new BusFault(address);
  }

  @Override
  public void write(long address, int size, int value) throws BusFault {
    throw new BusFault(address);
  }

  /** Writes behind the core's back: it must be told by {@code flushPageCache}. */
  void setByte(int address, byte value) {
    Page page = readable(address & 0xffff_ffffL);
    page.bytes[address & Page.SIZE - 1] = value;
    page.decoded = null;
  }

  byte getByte(int address) {
    return readable(address & 0xffff_ffffL).bytes[address & Page.SIZE - 1];
  }

  void setWord(int address, int word) {
    for (int n = 0; n < 4; n++) {
      setByte(address + n, (byte) (word >>> n * 8));
    }
  }

  int getWord(int address) {
    int word = 0;
    for (int n = 3; n >= 0; n--) {
      word = word << 8 | getByte(address + n) & 0xff;
    }
    return word;
  }
}
