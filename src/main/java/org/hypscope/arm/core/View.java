package org.hypscope.arm.core;

import java.util.Arrays;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.mmu.Regime;

/**
 * The pages at hand in one regime at one privilege: direct-mapped tables by virtual page, one for
 * each kind of access, whose entries have passed translation and permission checks.
 */
final class View {
  static final int ENTRIES = 64;
  private static final int NONE = -1;

  final Regime regime;
  final boolean privileged;
  final int[] readTags = new int[ENTRIES];
  final Page[] readPages = new Page[ENTRIES];
  final int[] writeTags = new int[ENTRIES];
  final Page[] writePages = new Page[ENTRIES];
  final int[] fetchTags = new int[ENTRIES];
  final Page[] fetchPages = new Page[ENTRIES];

  /** A bit for each read, and write, entry: the memory is Normal. */
  private long normalReads;

  private long normalWrites;
  private boolean empty;

  View(Regime regime, boolean privileged) {
    this.regime = regime;
    this.privileged = privileged;
    flush();
  }

  static int slot(int address) {
    return address >>> Page.SHIFT & ENTRIES - 1;
  }

  void flush() {
    if (!empty) {
      Arrays.fill(readTags, NONE);
      Arrays.fill(writeTags, NONE);
      Arrays.fill(fetchTags, NONE);
      empty = true;
    }
  }

  void flushWritable() {
    Arrays.fill(writeTags, NONE);
  }

  /** Forgets the virtual page {@code number}. */
  void forget(int number) {
    int slot = number & ENTRIES - 1;
    readTags[slot] = readTags[slot] == number ? NONE : readTags[slot];
    writeTags[slot] = writeTags[slot] == number ? NONE : writeTags[slot];
    fetchTags[slot] = fetchTags[slot] == number ? NONE : fetchTags[slot];
  }

  /** Forgets {@code page}, which stands for several places where it is the page of zeros. */
  void forget(Page page) {
    for (int i = 0; i < ENTRIES && !empty; i++) {
      readTags[i] = readPages[i] == page ? NONE : readTags[i];
      fetchTags[i] = fetchPages[i] == page ? NONE : fetchTags[i];
    }
  }

  void keepRead(int address, Page page, boolean normal) {
    int slot = slot(address);
    readTags[slot] = address >>> Page.SHIFT;
    readPages[slot] = page;
    normalReads = normal ? normalReads | 1L << slot : normalReads & ~(1L << slot);
    empty = false;
  }

  void keepWrite(int address, Page page, boolean normal) {
    int slot = slot(address);
    writeTags[slot] = address >>> Page.SHIFT;
    writePages[slot] = page;
    normalWrites = normal ? normalWrites | 1L << slot : normalWrites & ~(1L << slot);
    empty = false;
  }

  void keepFetch(int address, Page page) {
    int slot = slot(address);
    fetchTags[slot] = address >>> Page.SHIFT;
    fetchPages[slot] = page;
    empty = false;
  }

  /** The page to read Normal memory from at {@code address}, or null where it is not at hand. */
  Page normalForReading(int address) {
    int slot = slot(address);
    boolean hit = readTags[slot] == address >>> Page.SHIFT && (normalReads >>> slot & 1) != 0;
    return hit ? readPages[slot] : null;
  }

  /** The page to write Normal memory to at {@code address}, or null where it is not at hand. */
  Page normalForWriting(int address) {
    int slot = slot(address);
    boolean hit = writeTags[slot] == address >>> Page.SHIFT && (normalWrites >>> slot & 1) != 0;
    return hit ? writePages[slot] : null;
  }
}
