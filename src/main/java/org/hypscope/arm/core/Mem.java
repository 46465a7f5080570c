package org.hypscope.arm.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.mmu.Fault;

/**
 * Data memory as instructions see it: MemA[], MemU[] and MemU_unpriv[] of the manual (B2.4), by
 * virtual address.
 *
 * <p>Two direct-mapped tables of pages stand in front of translation and of the bus, so that an
 * access to memory costs an index and a compare.
 */
public final class Mem {
  private static final int ENTRIES = 64;
  private static final int IN_PAGE = Page.SIZE - 1;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle HALVES =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final Core core;
  private final Bus bus;
  private final int[] readTags = new int[ENTRIES];
  private final Page[] readPages = new Page[ENTRIES];
  private final int[] writeTags = new int[ENTRIES];
  private final Page[] writePages = new Page[ENTRIES];

  Mem(Core core, Bus bus) {
    this.core = core;
    this.bus = bus;
    flush();
  }

  void flush() {
    Arrays.fill(readTags, -1);
    Arrays.fill(writeTags, -1);
  }

  void flushWritable() {
    Arrays.fill(writeTags, -1);
  }

  /** The halfword that contains {@code address} in {@code page}, little-endian. */
  static int half(Page page, int address) {
    return (short) HALVES.get(page.bytes, address & IN_PAGE & ~1) & 0xffff;
  }

  /** The word that contains {@code address} in {@code page}, little-endian as instructions are. */
  static int word(Page page, int address) {
    return (int) WORDS.get(page.bytes, address & IN_PAGE & ~3);
  }

  /**
   * The page to fetch from at {@code address}. Throws the core's Prefetch Abort where there is none
   * or the address is misaligned: in A32 state not a multiple of four.
   */
  Page fetchPage(int address) {
    if ((address & 3) != 0 && !core.thumb()) {
      throw core.abort(address, AccessKind.FETCH, Fault.ALIGNMENT);
    }
    Page page = bus.readable(physical(address));
    if (page == null) {
      throw core.abort(address, AccessKind.FETCH, Fault.EXTERNAL);
    }
    return page;
  }

  /**
   * MemU[address, size]: reads 1, 2 or 4 bytes, zero-extended, in the current endianness. Unaligned
   * accesses are faulted where the memory type or SCTLR.A demands it; with the MMU off memory is
   * Strongly-ordered, where every unaligned access faults (A3.2.1).
   */
  public int memU(int address, int size) {
    return memA(address, size);
  }

  /** MemU[address, size] = value. */
  public void setMemU(int address, int size, int value) {
    setMemA(address, size, value);
  }

  /** MemU_unpriv[address, size]: as User mode would read. */
  public int memUUnpriv(int address, int size) {
    return memU(address, size);
  }

  /** MemU_unpriv[address, size] = value: as User mode would write. */
  public void setMemUUnpriv(int address, int size, int value) {
    setMemU(address, size, value);
  }

  /**
   * Takes an Alignment fault if {@code address} is not a multiple of {@code size} (1, 2, 4 or 8)
   * bytes, as an exclusive access does before anything else.
   */
  public void checkAlignment(int address, int size, boolean write) {
    if ((address & (size - 1)) != 0) {
      throw core.abort(address, write ? AccessKind.WRITE : AccessKind.READ, Fault.ALIGNMENT);
    }
  }

  /**
   * MemA[address, size]: reads 1, 2 or 4 bytes, zero-extended, in the current endianness; an
   * unaligned address takes an Alignment fault.
   */
  public int memA(int address, int size) {
    if ((address & (size - 1)) != 0) {
      throw core.abort(address, AccessKind.READ, Fault.ALIGNMENT);
    }
    int slot = (address >>> Page.SHIFT) & (ENTRIES - 1);
    int value =
        readTags[slot] == address >>> Page.SHIFT
            ? get(readPages[slot], address, size)
            : readSlow(address, size, slot);
    return core.bigEndian() ? swap(value, size) : value;
  }

  /** MemA[address, size] = value. */
  public void setMemA(int address, int size, int value) {
    if ((address & (size - 1)) != 0) {
      throw core.abort(address, AccessKind.WRITE, Fault.ALIGNMENT);
    }
    int stored = core.bigEndian() ? swap(value, size) : value;
    int slot = (address >>> Page.SHIFT) & (ENTRIES - 1);
    if (writeTags[slot] == address >>> Page.SHIFT) {
      put(writePages[slot], address, size, stored);
    } else {
      writeSlow(address, size, stored, slot);
    }
    if (core.listener != null) {
      core.listener.memoryWritten(core, core.pc(), address, size);
    }
  }

  /**
   * The page in which {@code bytes} from {@code address} can be read at once, word by word with
   * {@link Page#word}; null where they must go through {@link #memA}.
   */
  public Page readableRun(int address, int bytes) {
    int slot = (address >>> Page.SHIFT) & (ENTRIES - 1);
    boolean inPage = (address & 3) == 0 && (address & IN_PAGE) + bytes <= Page.SIZE;
    boolean known = readTags[slot] == address >>> Page.SHIFT;
    return inPage && known && !core.bigEndian() ? readPages[slot] : null;
  }

  /**
   * The page in which {@code bytes} from {@code address} can be written at once with {@link
   * Page#setWord}; null where they must go through {@link #setMemA}, which tells of each.
   */
  public Page writableRun(int address, int bytes) {
    int slot = (address >>> Page.SHIFT) & (ENTRIES - 1);
    boolean inPage = (address & 3) == 0 && (address & IN_PAGE) + bytes <= Page.SIZE;
    boolean known = writeTags[slot] == address >>> Page.SHIFT;
    if (!inPage || !known || core.bigEndian() || core.listener != null) {
      return null;
    }
    Page page = writePages[slot];
    return page.decoded == null && page.decodedThumb == null ? page : null;
  }

  private int readSlow(int address, int size, int slot) {
    Page page = bus.readable(physical(address));
    if (page != null) {
      readTags[slot] = address >>> Page.SHIFT;
      readPages[slot] = page;
      return get(page, address, size);
    }
    try {
      return bus.read(physical(address), size);
    } catch (BusFault e) {
      throw core.abort(address, AccessKind.READ, Fault.EXTERNAL);
    }
  }

  private void writeSlow(int address, int size, int stored, int slot) {
    Page page = bus.writable(physical(address));
    if (page == null) {
      writeDevice(address, size, stored);
      return;
    }
    writeTags[slot] = address >>> Page.SHIFT;
    writePages[slot] = page;
    if (readTags[slot] == writeTags[slot]) {
      readPages[slot] = page;
    }
    core.codePageReplaced(address, page);
    put(page, address, size, stored);
  }

  private void writeDevice(int address, int size, int stored) {
    try {
      bus.write(physical(address), size, stored);
    } catch (BusFault e) {
      throw core.abort(address, AccessKind.WRITE, Fault.EXTERNAL);
    }
  }

  private static int get(Page page, int address, int size) {
    int offset = address & IN_PAGE;
    return switch (size) {
      case 1 -> page.bytes[offset] & 0xff;
      case 2 -> (short) HALVES.get(page.bytes, offset) & 0xffff;
      default -> (int) WORDS.get(page.bytes, offset);
    };
  }

  private void put(Page page, int address, int size, int value) {
    int offset = address & IN_PAGE;
    switch (size) {
      case 1 -> page.bytes[offset] = (byte) value;
      case 2 -> HALVES.set(page.bytes, offset, (short) value);
      default -> WORDS.set(page.bytes, offset, value);
    }
    boolean a32 = page.decoded != null && page.decoded[offset >>> 2] != null;
    if (a32 || page.decodedThumb != null) {
      core.codeWritten(page, offset, size);
    }
  }

  private static int swap(int value, int size) {
    return size == 1 ? value : Integer.reverseBytes(value) >>> (32 - size * 8);
  }

  private long physical(int address) {
    return address & 0xffff_ffffL;
  }
}
