package org.hypscope.arm.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Bus;
import org.hypscope.arm.bus.BusFault;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.mmu.Lookup;
import org.hypscope.arm.mmu.TlbImage;
import org.hypscope.arm.mmu.Translation;

/**
 * Memory as instructions see it: MemA[], MemU[] and MemU_unpriv[] of the manual (B2.4), by virtual
 * address.
 *
 * <p>The tables of the present {@link View} stand in front of translation and of the bus, so that
 * an access to memory costs an index and a compare.
 */
public final class Mem {
  private static final int IN_PAGE = Page.SIZE - 1;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle HALVES =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final Core core;
  private final Bus bus;
  private final Views views;
  private View view;
  private int[] readTags;
  private Page[] readPages;
  private int[] writeTags;
  private Page[] writePages;

  Mem(Core core, Bus bus) {
    this.core = core;
    this.bus = bus;
    this.views = new Views(core, bus);
    select();
  }

  /** Turns to the view of the current mode. Returns whether it is another than before. */
  boolean select() {
    View next = views.current();
    if (next == view) {
      return false;
    }
    view = next;
    readTags = next.readTags;
    readPages = next.readPages;
    writeTags = next.writeTags;
    writePages = next.writePages;
    return true;
  }

  /** Looks at the registers of translation again. Returns whether addresses may mean others now. */
  boolean refresh() {
    return views.refresh() | select();
  }

  /** Goes on with the TLB of {@code image}: all pages at hand are forgotten. */
  void restore(TlbImage image) {
    select();
    lookup().restore(image);
    views.flush();
  }

  long physicalRaw(int address, AccessKind kind) {
    Translation t = new Translation();
    lookup().translator().translate(view.regime, address, kind, view.privileged, t);
    return t.fault() == null ? t.pa() : -1;
  }

  /** The TLB and the walks behind it. */
  public Lookup lookup() {
    return views.lookup();
  }

  /** Forgets the pages at hand: call after maintenance of the TLB. */
  void flush() {
    views.flushInvalidated();
  }

  void flushWritable() {
    views.flushWritable();
  }

  /** Forgets {@code page}, whose place a copy took. */
  void forget(Page page) {
    views.forget(page);
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
    Page atHand = fetchPageAtHand(address);
    if (atHand != null) {
      return atHand;
    }
    Page page = bus.readable(views.physical(view, address, AccessKind.FETCH));
    if (page == null) {
      throw core.abort(address, AccessKind.FETCH, Fault.EXTERNAL);
    }
    view.keepFetch(address, page);
    return page;
  }

  /** As {@link #fetchPage}, or null where that is not known without a translation. */
  Page fetchPageAtHand(int address) {
    int slot = View.slot(address);
    return view.fetchTags[slot] == address >>> Page.SHIFT ? view.fetchPages[slot] : null;
  }

  /**
   * MemU[address, size]: reads 1, 2 or 4 bytes, zero-extended, in the current endianness. Unaligned
   * accesses fault where SCTLR.A demands it, and where the memory is not Normal, as with the MMU
   * off (A3.2.1).
   */
  public int memU(int address, int size) {
    return (address & size - 1) == 0 ? memA(address, size) : readUnaligned(view, address, size);
  }

  /** MemU[address, size] = value. */
  public void setMemU(int address, int size, int value) {
    if ((address & size - 1) == 0) {
      setMemA(address, size, value);
    } else {
      writeUnaligned(view, address, size, ordered(value, size));
      report(address, size);
    }
  }

  /** MemU_unpriv[address, size]: as User mode would read. */
  public int memUUnpriv(int address, int size) {
    View other = views.unprivileged();
    if ((address & size - 1) != 0) {
      return readUnaligned(other, address, size);
    }
    return ordered(read(other, address, size), size);
  }

  /** MemU_unpriv[address, size] = value: as User mode would write. */
  public void setMemUUnpriv(int address, int size, int value) {
    View other = views.unprivileged();
    if ((address & size - 1) != 0) {
      writeUnaligned(other, address, size, ordered(value, size));
    } else {
      write(other, address, size, ordered(value, size));
    }
    report(address, size);
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
   * As {@link #checkAlignment}, where SCTLR.A or HSCTLR.A demands that accesses are aligned: for
   * elements of eight bytes, which are moved as two words.
   */
  public void checkStrictAlignment(int address, int size, boolean write) {
    if (views.alignmentChecked()) {
      checkAlignment(address, size, write);
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
    int slot = View.slot(address);
    int value =
        readTags[slot] == address >>> Page.SHIFT
            ? get(readPages[slot], address, size)
            : readSlow(view, address, size);
    return core.bigEndian() ? swap(value, size) : value;
  }

  /** MemA[address, size] = value. */
  public void setMemA(int address, int size, int value) {
    if ((address & (size - 1)) != 0) {
      throw core.abort(address, AccessKind.WRITE, Fault.ALIGNMENT);
    }
    int stored = core.bigEndian() ? swap(value, size) : value;
    int slot = View.slot(address);
    if (writeTags[slot] == address >>> Page.SHIFT) {
      put(writePages[slot], address, size, stored);
    } else {
      writeSlow(view, address, size, stored);
    }
    if (core.memoryListener != null) {
      core.memoryListener.memoryWritten(core, core.pc(), address, size);
    }
  }

  /**
   * The page in which {@code bytes} from {@code address} can be read at once, word by word with
   * {@link Page#word}; null where they must go through {@link #memA}.
   */
  public Page readableRun(int address, int bytes) {
    int slot = View.slot(address);
    boolean inPage = (address & 3) == 0 && (address & IN_PAGE) + bytes <= Page.SIZE;
    boolean known = readTags[slot] == address >>> Page.SHIFT;
    return inPage && known && !core.bigEndian() ? readPages[slot] : null;
  }

  /**
   * The page in which {@code bytes} from {@code address} can be written at once with {@link
   * Page#setWord}; null where they must go through {@link #setMemA}, which tells of each.
   */
  public Page writableRun(int address, int bytes) {
    int slot = View.slot(address);
    boolean inPage = (address & 3) == 0 && (address & IN_PAGE) + bytes <= Page.SIZE;
    boolean known = writeTags[slot] == address >>> Page.SHIFT;
    if (!inPage || !known || core.bigEndian() || core.memoryListener != null) {
      return null;
    }
    Page page = writePages[slot];
    return page.decoded == null && page.decodedThumb == null ? page : null;
  }

  private void report(int address, int size) {
    if (core.memoryListener != null) {
      core.memoryListener.memoryWritten(core, core.pc(), address, size);
    }
  }

  private int read(View in, int address, int size) {
    int slot = View.slot(address);
    return in.readTags[slot] == address >>> Page.SHIFT
        ? get(in.readPages[slot], address, size)
        : readSlow(in, address, size);
  }

  private void write(View in, int address, int size, int stored) {
    int slot = View.slot(address);
    if (in.writeTags[slot] == address >>> Page.SHIFT) {
      put(in.writePages[slot], address, size, stored);
    } else {
      writeSlow(in, address, size, stored);
    }
  }

  private int readUnaligned(View in, int address, int size) {
    Page page = in.normalForReading(address);
    if (page == null || crosses(address, size) || views.alignmentChecked()) {
      checkUnaligned(in, address, size, AccessKind.READ);
      int value = 0;
      for (int i = 0; i < size; i++) {
        value |= read(in, address + i, 1) << 8 * i;
      }
      return ordered(value, size);
    }
    return ordered(get(page, address, size), size);
  }

  private void writeUnaligned(View in, int address, int size, int stored) {
    Page page = in.normalForWriting(address);
    if (page == null || crosses(address, size) || views.alignmentChecked()) {
      checkUnaligned(in, address, size, AccessKind.WRITE);
    }
    for (int i = 0; i < size; i++) {
      write(in, address + i, 1, stored >>> 8 * i);
    }
  }

  /** Faults of both pages are taken before anything is written. */
  private void checkUnaligned(View in, int address, int size, AccessKind kind) {
    if (views.alignmentChecked()) {
      throw core.abort(address, kind, Fault.ALIGNMENT);
    }
    checkNormal(in, address, address, kind);
    if (crosses(address, size)) {
      checkNormal(in, address + size - 1 & ~IN_PAGE, address, kind);
    }
  }

  private void checkNormal(View in, int address, int reported, AccessKind kind) {
    views.physical(in, address, kind);
    if (!views.lookup().isNormal()) {
      throw core.exceptions().misaligned(reported, kind, views.lookup().isNormalInStage1());
    }
  }

  private static boolean crosses(int address, int size) {
    return (address & IN_PAGE) + size > Page.SIZE;
  }

  private int readSlow(View in, int address, int size) {
    long physical = views.physical(in, address, AccessKind.READ);
    Page page = bus.readable(physical);
    if (page != null) {
      in.keepRead(address, page, views.lookup().isNormal());
      return get(page, address, size);
    }
    try {
      return bus.read(physical, size);
    } catch (BusFault e) {
      throw external(address, AccessKind.READ, e);
    }
  }

  private void writeSlow(View in, int address, int size, int stored) {
    long physical = views.physical(in, address, AccessKind.WRITE);
    Page before = bus.readable(physical);
    Page page = bus.writable(physical);
    if (page == null) {
      writeDevice(physical, address, size, stored);
      return;
    }
    if (page != before) {
      core.domain().forEach(each -> each.pageReplaced(before));
    }
    in.keepWrite(address, page, views.lookup().isNormal());
    put(page, address, size, stored);
  }

  private void writeDevice(long physical, int address, int size, int stored) {
    try {
      bus.write(physical, size, stored);
    } catch (BusFault e) {
      throw external(address, AccessKind.WRITE, e);
    }
  }

  private ArmException external(int address, AccessKind kind, BusFault fault) {
    if (core.listener != null) {
      core.listener.busFault(core, core.pc(), fault.getMessage());
    }
    return core.abort(address, kind, Fault.EXTERNAL);
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

  /** What is read as, or stored for, {@code value} in the current endianness. */
  private int ordered(int value, int size) {
    return core.bigEndian() ? swap(value, size) : value;
  }

  private static int swap(int value, int size) {
    return size == 1 ? value : Integer.reverseBytes(value) >>> (32 - size * 8);
  }
}
