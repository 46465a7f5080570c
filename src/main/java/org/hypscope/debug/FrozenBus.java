package org.hypscope.debug;

import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;
import org.hypscope.machine.MemoryImage;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Range;

/** The memory of a snapshot as a table walk reads it: RAM and flash, no devices, never written. */
record FrozenBus(MemoryImage ram, Board board) implements Bus {
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
      return ram.word(address & ~3L) >>> 8 * (address & 3) & -1 >>> 32 - 8 * size;
    }
    for (Range bank : board.flash()) {
      if (bank.contains(address)) {
        return 0;
      }
    }
    throw new BusFault(address);
  }

  @Override
  public void write(long address, int size, int value) throws BusFault {
    throw new BusFault(address);
  }
}
