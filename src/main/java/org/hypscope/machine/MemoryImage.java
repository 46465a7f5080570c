package org.hypscope.machine;

import java.util.function.LongConsumer;
import org.hypscope.arm.bus.Page;

/** The contents of a {@link Ram} at one instant: immutable, for any thread. */
public final class MemoryImage {
  private static final int BITS = 6;
  private static final int FANOUT = 1 << BITS;
  private static final int MASK = FANOUT - 1;

  private final long base;
  private final long size;
  private final Root root;

  /** All zero. */
  MemoryImage(long base, long size) {
    this(base, size, new Root(base, size));
  }

  MemoryImage(long base, long size, Root root) {
    this.base = base;
    this.size = size;
    this.root = root;
  }

  /** The physical address of the first byte. */
  public long base() {
    return base;
  }

  /** The number of bytes. */
  public long size() {
    return size;
  }

  /** Whether physical {@code address} is inside. */
  public boolean contains(long address) {
    return address >= base && address - base < size;
  }

  /** The byte at {@code address}, which is inside, zero-extended. */
  public int byteAt(long address) {
    long offset = address - base;
    Page page = root.page((int) (offset >>> Page.SHIFT));
    return page.bytes[(int) offset & (Page.SIZE - 1)] & 0xff;
  }

  /** The little-endian word at the aligned {@code address}, which is inside. */
  public int word(long address) {
    long offset = address - base;
    byte[] bytes = root.page((int) (offset >>> Page.SHIFT)).bytes;
    int at = (int) offset & (Page.SIZE - 4);
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | bytes[at + 3] << 24;
  }

  /**
   * Calls {@code differs} with the address of every byte that differs from {@code other} (of the
   * same place and size), in order. Costs as much as was written between the two.
   */
  public void differences(MemoryImage other, LongConsumer differs) {
    if (root == other.root) {
      return;
    }
    for (int d = 0; d < root.directories.length; d++) {
      Directory mine = root.directories[d];
      Directory theirs = other.root.directories[d];
      for (int t = 0; mine != theirs && t < FANOUT; t++) {
        Table a = mine == null ? null : mine.tables[t];
        Table b = theirs == null ? null : theirs.tables[t];
        for (int p = 0; a != b && p < FANOUT; p++) {
          int index = (d << 2 * BITS) | (t << BITS) | p;
          pageDifferences(root.page(index), other.root.page(index), index, differs);
        }
      }
    }
  }

  /** Whether the page of {@code address}, which is inside, is the same object in {@code other}. */
  public boolean sharesPage(MemoryImage other, long address) {
    int index = (int) ((address - base) >>> Page.SHIFT);
    return !contains(address) || root.page(index) == other.root.page(index);
  }

  /** How many pages it has that {@code other}, which may be null, does not share. */
  int pagesBeyond(MemoryImage other) {
    int count = 0;
    for (int d = 0; d < root.directories.length; d++) {
      Directory mine = root.directories[d];
      Directory theirs = other == null ? null : other.root.directories[d];
      for (int t = 0; mine != null && mine != theirs && t < FANOUT; t++) {
        count += pagesBeyond(mine.tables[t], theirs == null ? null : theirs.tables[t]);
      }
    }
    return count;
  }

  private static int pagesBeyond(Table mine, Table theirs) {
    int count = 0;
    for (int p = 0; mine != null && mine != theirs && p < FANOUT; p++) {
      boolean shared = theirs != null && mine.pages[p] == theirs.pages[p];
      count += mine.pages[p] == null || shared ? 0 : 1;
    }
    return count;
  }

  private void pageDifferences(Page a, Page b, int index, LongConsumer differs) {
    if (a == b) {
      return;
    }
    long start = base + ((long) index << Page.SHIFT);
    for (int i = 0; i < Page.SIZE; i++) {
      if (a.bytes[i] != b.bytes[i]) {
        differs.accept(start + i);
      }
    }
  }

  Root root() {
    return root;
  }

  /** Sixty-four pages; a null is a page never written. */
  private record Table(Object owner, Page[] pages) {}

  private record Directory(Object owner, Table[] tables) {}

  /** The top of the tree. Changed in place by its owner only. */
  static final class Root {
    private final Object owner;
    private final Directory[] directories;
    private final Page zeros;

    private Root(long base, long size) {
      long pages = (size + Page.SIZE - 1) >>> Page.SHIFT;
      this.owner = null;
      this.directories = new Directory[(int) ((pages + FANOUT * FANOUT - 1) >>> 2 * BITS)];
      this.zeros = new Page(new byte[Page.SIZE], null);
    }

    private Root(Object owner, Directory[] directories, Page zeros) {
      this.owner = owner;
      this.directories = directories;
      this.zeros = zeros;
    }

    /** The page {@code index}, or the page of zeros. */
    Page page(int index) {
      Directory directory = directories[index >>> 2 * BITS];
      if (directory == null) {
        return zeros;
      }
      Table table = directory.tables[(index >>> BITS) & MASK];
      if (table == null) {
        return zeros;
      }
      Page page = table.pages[index & MASK];
      return page != null ? page : zeros;
    }

    /** The tree with {@code page} at {@code index}: this one, if {@code by} owns it. */
    Root with(int index, Page page, Object by) {
      Root top = owner == by ? this : new Root(by, directories.clone(), zeros);
      top.ownDirectory(index >>> 2 * BITS, (index >>> BITS) & MASK).pages[index & MASK] = page;
      return top;
    }

    private Table ownDirectory(int d, int t) {
      Directory directory = directories[d];
      if (directory == null || directory.owner != owner) {
        Table[] tables = directory == null ? new Table[FANOUT] : directory.tables.clone();
        directory = new Directory(owner, tables);
        directories[d] = directory;
      }
      Table table = directory.tables[t];
      if (table == null || table.owner != owner) {
        table = new Table(owner, table == null ? new Page[FANOUT] : table.pages.clone());
        directory.tables[t] = table;
      }
      return table;
    }

    /** The page of zeros that stands for whatever was never written. */
    Page zeros() {
      return zeros;
    }
  }

  /** The shared page of zeros. */
  Page zeros() {
    return root.zeros();
  }
}
