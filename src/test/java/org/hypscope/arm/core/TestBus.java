package org.hypscope.arm.core;

import java.util.HashMap;
import java.util.Map;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;

/** Memory pages at the addresses that a test asks for; nothing answers elsewhere. */
public final class TestBus implements Bus {
  private final Map<Long, Page> pages = new HashMap<>();

  /** Puts {@code words} at {@code address}, word-aligned, making the pages they need. */
  public TestBus words(int address, int... words) {
    for (int i = 0; i < words.length; i++) {
      int at = address + 4 * i;
      byte[] bytes = page(at).bytes;
      for (int n = 0; n < 4; n++) {
        bytes[(at & Page.SIZE - 1) + n] = (byte) (words[i] >>> 8 * n);
      }
    }
    return this;
  }

  /** The word at {@code address}. */
  public int word(int address) {
    byte[] bytes = page(address).bytes;
    int value = 0;
    for (int n = 3; n >= 0; n--) {
      value = value << 8 | bytes[(address & Page.SIZE - 1) + n] & 0xff;
    }
    return value;
  }

  private Page page(int address) {
    return pages.computeIfAbsent(
        (address & 0xffff_ffffL) >>> Page.SHIFT, n -> new Page(new byte[Page.SIZE], this));
  }

  @Override
  public Page readable(long address) {
    return pages.get(address >>> Page.SHIFT);
  }

  @Override
  public Page writable(long address) {
    return pages.get(address >>> Page.SHIFT);
  }

  @Override
  public int read(long address, int size) throws BusFault {
    throw new BusFault(address);
  }

  @Override
  public void write(long address, int size, int value) throws BusFault {
    throw new BusFault(address);
  }
}
