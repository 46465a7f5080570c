package org.hypscope.arm.mmu;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The translation lookaside buffer (ARM ARM B3.9): entries of one page each, tagged with regime,
 * VMID and, where they are not global, ASID, so that they survive a switch of address space.
 *
 * <p>It is state of the machine: what is kept and what is evicted follows from the accesses alone.
 */
public final class Tlb {
  private static final int BITS = 11;
  private static final int SIZE = 1 << BITS;
  private static final int EMPTY = -1;
  private static final int PAGE_SHIFT = 12;
  private static final int MEGABYTE_SHIFT = 20;
  private static final int MEGABYTES = 1 << 32 - MEGABYTE_SHIFT;
  private static final int NORMAL = 1 << 23;
  private static final int STAGE1_NORMAL = 1 << 24;

  /** An image is made of as many parts as a word has bits. */
  private static final int PARTS = Long.SIZE;

  private static final int PART = SIZE / PARTS;
  private static final long ALL_PARTS = -1;

  private final int[] pages = new int[SIZE];
  private final int[] keys = new int[SIZE];
  private final int[] data = new int[SIZE];
  private final long[] frames = new long[SIZE];

  /** A bit for each megabyte in which an entry lies that is part of more than a page. */
  private final long[] blocks = new long[MEGABYTES / Long.SIZE];

  /** The logarithm of the greatest size that such an entry is part of. */
  private int widest;

  /** The ASIDs of entries that are not global. */
  private final BitSet asids = new BitSet(TlbKey.ASID + 1);

  private boolean used;

  /** The parts of the last image, and a bit for each that has changed since. */
  private TlbImage.Part[] imaged = new TlbImage.Part[PARTS];

  private long changed = ALL_PARTS;

  /** An empty buffer. */
  public Tlb() {
    Arrays.fill(keys, EMPTY);
  }

  /** The entries as they are now. */
  TlbImage image() {
    TlbImage.Part[] parts = imaged.clone();
    for (int n = 0; n < PARTS; n++) {
      if ((changed >>> n & 1) != 0) {
        parts[n] = part(n * PART);
      }
    }
    imaged = parts;
    changed = 0;
    return new TlbImage(parts, blocks.clone(), widest, (BitSet) asids.clone());
  }

  private TlbImage.Part part(int from) {
    int to = from + PART;
    return new TlbImage.Part(
        Arrays.copyOfRange(pages, from, to),
        Arrays.copyOfRange(keys, from, to),
        Arrays.copyOfRange(data, from, to),
        Arrays.copyOfRange(frames, from, to));
  }

  /** Has the entries of {@code image} in place of its own. */
  void restore(TlbImage image) {
    for (int n = 0; n < PARTS; n++) {
      TlbImage.Part part = image.parts[n];
      if (part != imaged[n] || (changed >>> n & 1) != 0) {
        System.arraycopy(part.pages(), 0, pages, n * PART, PART);
        System.arraycopy(part.keys(), 0, keys, n * PART, PART);
        System.arraycopy(part.data(), 0, data, n * PART, PART);
        System.arraycopy(part.frames(), 0, frames, n * PART, PART);
      }
    }
    System.arraycopy(image.blocks, 0, blocks, 0, blocks.length);
    widest = image.widest;
    asids.clear();
    asids.or(image.asids);
    imaged = image.parts;
    changed = 0;
    used = true;
  }

  /** Forgets everything. */
  public void clear() {
    if (used) {
      Arrays.fill(keys, EMPTY);
      Arrays.fill(blocks, 0);
      widest = 0;
      asids.clear();
      used = false;
      changed = ALL_PARTS;
    }
  }

  private void empty(int slot) {
    keys[slot] = EMPTY;
    changed |= 1L << slot / PART;
  }

  /** The slot of {@code page} under {@code key} ({@link TlbKey}), or -1. */
  int find(int page, int key) {
    int global = slot(page, key | TlbKey.GLOBAL);
    if (pages[global] == page && keys[global] == TlbKey.global(key)) {
      return global;
    }
    int own = slot(page, key);
    return pages[own] == page && keys[own] == key ? own : -1;
  }

  private static int slot(int page, int key) {
    int space = (key & TlbKey.GLOBAL) != 0 ? TlbKey.global(key) : key;
    return (page ^ space * 0x9e37_79b9 >>> 32 - BITS) & SIZE - 1;
  }

  /** Keeps {@code t} for {@code page}; returns the page that was evicted for it, or -1. */
  int put(int page, int key, Translation t) {
    int slot = slot(page, t.global ? key | TlbKey.GLOBAL : key);
    int evicted = keys[slot] != EMPTY ? pages[slot] : -1;
    used = true;
    changed |= 1L << slot / PART;
    pages[slot] = page;
    keys[slot] = t.global ? TlbKey.global(key) : key;
    frames[slot] = t.pa & -4096L;
    data[slot] =
        t.permissions
            | t.permissions2 << 6
            | t.domain << 12
            | t.shift << 17
            | (t.isNormal() ? NORMAL : 0)
            | (t.stage1Normal ? STAGE1_NORMAL : 0);
    if (!t.global) {
      asids.set(key & TlbKey.ASID);
    }
    if (t.shift > PAGE_SHIFT) {
      int megabyte = page >>> MEGABYTE_SHIFT - PAGE_SHIFT;
      blocks[megabyte / Long.SIZE] |= 1L << megabyte;
      widest = Math.max(widest, t.shift);
    }
    return evicted;
  }

  /** Whether an entry that is part of more than a page may map {@code address}. */
  private boolean mayBeInBlock(int address) {
    int shift = Math.max(widest, MEGABYTE_SHIFT);
    if (shift >= 32) {
      return true;
    }
    int first = address >>> shift << shift - MEGABYTE_SHIFT;
    for (int i = first; i < first + (1 << shift - MEGABYTE_SHIFT); i++) {
      if ((blocks[i / Long.SIZE] >>> i & 1) != 0) {
        return true;
      }
    }
    return false;
  }

  /** What {@code slot} permits under {@code dacr}, six bits. */
  int permitted(int slot, int dacr) {
    int entry = data[slot];
    return Permissions.inDomain(entry & 0x3f, entry >>> 12 & 31, dacr) & entry >>> 6 & 0x3f;
  }

  long frame(int slot) {
    return frames[slot];
  }

  boolean isNormal(int slot) {
    return (data[slot] & NORMAL) != 0;
  }

  boolean isNormalInStage1(int slot) {
    return (data[slot] & STAGE1_NORMAL) != 0;
  }

  /** Invalidates the entries whose key has the bits {@code key} under {@code mask}. */
  void invalidate(int key, int mask) {
    if (!used) {
      return;
    }
    for (int i = 0; i < SIZE; i++) {
      if ((keys[i] & mask) == key) {
        empty(i);
      }
    }
  }

  /**
   * Invalidates the entries of {@code space} ({@link TlbKey#SPACE}) whose stage 1 entry, a page or
   * a whole section, maps {@code address}: global ones and those of {@code asid}, or of all where
   * it is negative. Returns whether none but the page of {@code address} can have been among them.
   */
  boolean invalidateAddress(int address, int space, int asid) {
    if (mayBeInBlock(address)) {
      invalidateBlocks(address, space, asid);
      return false;
    }
    int page = address >>> PAGE_SHIFT;
    invalidatePage(page, TlbKey.global(space));
    if (asid >= 0) {
      invalidatePage(page, space | asid);
    } else {
      for (int i = asids.nextSetBit(0); i >= 0; i = asids.nextSetBit(i + 1)) {
        invalidatePage(page, space | i);
      }
    }
    return true;
  }

  private void invalidatePage(int page, int space) {
    for (int stages : TlbKey.STAGES) {
      int key = space | stages;
      int slot = slot(page, key);
      if (pages[slot] == page && keys[slot] == key) {
        empty(slot);
      }
    }
  }

  private void invalidateBlocks(int address, int space, int asid) {
    for (int i = 0; i < SIZE; i++) {
      boolean all = asid < 0 || (keys[i] & TlbKey.GLOBAL) != 0;
      boolean inSpace = (keys[i] & TlbKey.SPACE) == space && keys[i] != EMPTY;
      if (inSpace && (all || (keys[i] & TlbKey.ASID) == asid) && maps(i, address)) {
        empty(i);
      }
    }
  }

  private boolean maps(int slot, int address) {
    int shift = data[slot] >>> 17 & 0x3f;
    return shift >= 32 || (pages[slot] << PAGE_SHIFT ^ address) >>> shift == 0;
  }
}
