package org.hypscope.arm.mmu;

import java.util.Arrays;

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
  private static final int NORMAL = 1 << 23;
  private static final int STAGE1_NORMAL = 1 << 24;

  private final int[] pages = new int[SIZE];
  private final int[] keys = new int[SIZE];
  private final int[] data = new int[SIZE];
  private final long[] frames = new long[SIZE];
  private boolean used;

  /** An empty buffer. */
  public Tlb() {
    Arrays.fill(keys, EMPTY);
  }

  /** Takes over the entries of {@code other}. */
  public void copyFrom(Tlb other) {
    if (other.used) {
      System.arraycopy(other.pages, 0, pages, 0, SIZE);
      System.arraycopy(other.keys, 0, keys, 0, SIZE);
      System.arraycopy(other.data, 0, data, 0, SIZE);
      System.arraycopy(other.frames, 0, frames, 0, SIZE);
    } else {
      clear();
    }
    used = other.used;
  }

  /** Forgets everything. */
  public void clear() {
    if (used) {
      Arrays.fill(keys, EMPTY);
      used = false;
    }
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
    return evicted;
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
        keys[i] = EMPTY;
      }
    }
  }

  /**
   * As {@link #invalidate}, but only those whose stage 1 entry, a page or a whole section, maps
   * {@code address}.
   */
  void invalidateAddress(int address, int key, int mask) {
    if (!used) {
      return;
    }
    for (int i = 0; i < SIZE; i++) {
      if ((keys[i] & mask) == key && maps(i, address)) {
        keys[i] = EMPTY;
      }
    }
  }

  private boolean maps(int slot, int address) {
    int shift = data[slot] >>> 17 & 0x3f;
    return shift >= 32 || (pages[slot] << 12 ^ address) >>> shift == 0;
  }
}
