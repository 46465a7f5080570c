package org.hypscope.debug;

import java.nio.ByteBuffer;
import java.util.List;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;

/**
 * A dump of memory, and nothing else, as a table walk reads it.
 *
 * @param base the physical address of its first byte
 * @param pieces its bytes, {@link Translations#DUMP_PIECE} in each but the last
 */
record DumpBus(long base, List<ByteBuffer> pieces) implements Bus {
  private static final int PIECE = Translations.DUMP_PIECE;

  @Override
  public Page readable(long address) {
    return null;
  }

  @Override
  public Page writable(long address) {
    return null;
  }

  @Override
  public int read(long address, int bytes) throws BusFault {
    long offset = address - base;
    if (offset < 0 || offset + bytes > size()) {
      throw new BusFault(address);
    }
    int value = 0;
    for (int i = 0; i < bytes; i++) {
      long at = offset + i;
      value |= (pieces.get((int) (at / PIECE)).get((int) (at % PIECE)) & 0xff) << 8 * i;
    }
    return value;
  }

  private long size() {
    return pieces.stream().mapToLong(ByteBuffer::capacity).sum();
  }

  @Override
  public void write(long address, int bytes, int value) throws BusFault {
    throw new BusFault(address);
  }
}
