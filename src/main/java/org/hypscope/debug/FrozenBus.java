package org.hypscope.debug;

import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;
import org.hypscope.machine.Flash;
import org.hypscope.machine.MemoryImage;

/** The memory of a snapshot as a table walk reads it: RAM and flash, no devices, never written. */
record FrozenBus(MemoryImage ram, Flash flash) implements Bus {
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
    if (ram.contains(address)) {
      return part(ram.word(address & ~3L), address, size);
    }
    if (flash.contains(address)) {
      return part(flash.word(address), address, size);
    }
    throw new BusFault(address);
  }

  private static int part(int word, long address, int size) {
    return word >>> 8 * (address & 3) & -1 >>> 32 - 8 * size;
  }

  @Override
  public void write(long address, int size, int value) throws BusFault {
    throw new BusFault(address);
  }
}
