package org.hypscope.oracle.translation;

/** Short-descriptor tables: a first level for TTBR0 and one for TTBR1, and what they lead to. */
final class ShortTables {
  private static final int FIRST = 0x4000;
  private static final int SECOND = 0x400;
  private static final int TABLE = 1;
  private static final int REPEATED = 16;

  private final Arena arena;
  private final boolean bigEndian;
  private final int n;
  private final int low;
  private final int high;

  ShortTables(Arena arena, int n, boolean bigEndian) {
    this.arena = arena;
    this.bigEndian = bigEndian;
    this.n = n;
    this.low = arena.allocate(FIRST >>> n);
    this.high = n == 0 ? low : arena.allocate(FIRST);
  }

  /** Where TTBR0, or TTBR1, points. */
  long base(boolean ofHigh) {
    return arena.name(ofHigh ? high : low);
  }

  /** Whether TTBR0 translates {@code va}. */
  boolean isLow(int va) {
    return n == 0 || va >>> 32 - n == 0;
  }

  private int first(int va) {
    int index = (isLow(va) ? va << n >>> n : va) >>> 20;
    return (isLow(va) ? low : high) + 4 * index;
  }

  private int get(int address) {
    int word = arena.word(address);
    return bigEndian ? Integer.reverseBytes(word) : word;
  }

  private void set(int address, int descriptor) {
    arena.set(address, bigEndian ? Integer.reverseBytes(descriptor) : descriptor);
    arena.note(address);
  }

  /** Puts a descriptor of the first level; a supersection 16 times. False where it is taken. */
  boolean section(int va, int descriptor) {
    boolean isSuper = (descriptor & 2) != 0 && (descriptor & 1 << 18) != 0;
    return put(first(va), descriptor, isSuper ? REPEATED : 1);
  }

  /**
   * Puts a descriptor of the second level, a large page 16 times, under a first one with the
   * attributes {@code table} unless there is one. False where it is taken.
   */
  boolean page(int va, int table, int descriptor) {
    int at = first(va);
    int above = get(at);
    if (above == 0) {
      int made = arena.allocate(SECOND);
      if (made < 0) {
        return false;
      }
      above = (int) arena.name(made) | table | TABLE;
      set(at, above);
    }
    if ((above & 3) != TABLE || !arena.holds(above & 0xffff_fc00L)) {
      return false;
    }
    int second = arena.find(above & 0xffff_fc00L) + (va >>> 12 & 0xff) * 4;
    return put(second, descriptor, (descriptor & 3) == 1 ? REPEATED : 1);
  }

  /** Makes the table for {@code va} lie where there is no memory. */
  boolean dangling(int va, int table) {
    return put(first(va), table | TABLE, 1);
  }

  private boolean put(int address, int descriptor, int times) {
    int start = address & -4 * times;
    for (int i = 0; i < times; i++) {
      if (get(start + 4 * i) != 0) {
        return false;
      }
    }
    for (int i = 0; i < times; i++) {
      set(start + 4 * i, descriptor);
    }
    return true;
  }
}
