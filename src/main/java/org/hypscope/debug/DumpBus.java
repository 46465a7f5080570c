package org.hypscope.debug;

import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;

/** A dump of memory, and nothing else, as a table walk reads it. */
record DumpBus(long base, byte[] contents) implements Bus {
  @Override
  public Page readable(long address) {
    return null;
  }

  @Override
  public Page writable(long address) {
    return null;
  }

  @Override
  public int read(long address, int size) throws BusFault {
    long offset = address - base;
    if (offset < 0 || offset + size > contents.length) {
      throw new BusFault(address);
    }
    int value = 0;
    for (int i = 0; i < size; i++) {
      value |= (contents[(int) offset + i] & 0xff) << 8 * i;
    }
    return value;
  }

  @Override
  public void write(long address, int size, int value) throws BusFault {
    throw new BusFault(address);
  }
}
