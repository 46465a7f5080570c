package org.hypscope.oracle.translation;

/** Long-descriptor tables of one base register. */
final class LongTables {
  private static final long ADDRESS = 0xff_ffff_f000L;
  private static final int TABLE_BYTES = 0x1000;
  private static final int TABLE = 3;

  private final Arena arena;
  private final boolean bigEndian;
  private final boolean physical;
  private final int startLevel;
  private final int base;

  /**
   * Tables for addresses of {@code inputBits}, of which the first is of {@code startLevel}; they
   * name each other by {@code physical} addresses, or else by what stage 2 translates.
   */
  LongTables(Arena arena, int inputBits, int startLevel, boolean bigEndian, boolean physical) {
    this.arena = arena;
    this.bigEndian = bigEndian;
    this.physical = physical;
    this.startLevel = startLevel;
    this.base = arena.allocate(Math.max(8, 8 << inputBits - shift(startLevel)));
  }

  /** Where the base register points. */
  long base() {
    return name(base);
  }

  int startLevel() {
    return startLevel;
  }

  /** Address bits below what a descriptor of {@code level} maps. */
  static int shift(int level) {
    return 39 - 9 * level;
  }

  private long name(int address) {
    return physical ? address & 0xffff_ffffL : arena.name(address);
  }

  private int find(long name) {
    return physical ? (int) name : arena.find(name);
  }

  private int slot(int table, int level, long ia) {
    long index = ia >>> shift(level) & (level == startLevel ? -1L : 0x1ff);
    return table + (int) (8 * index);
  }

  /**
   * Puts {@code descriptor} at {@code level} for {@code ia}, under tables with the attributes
   * {@code above} where there are none yet. False where it is taken.
   */
  boolean map(long ia, int level, long descriptor, long above) {
    int table = base;
    for (int at = startLevel; at < level; at++) {
      int slot = slot(table, at, ia);
      long found = get(slot);
      if (found == 0) {
        int made = arena.allocate(TABLE_BYTES);
        if (made < 0) {
          return false;
        }
        found = name(made) | above | TABLE;
        set(slot, found);
      }
      if ((found & TABLE) != TABLE || !inArena(found)) {
        return false;
      }
      table = find(found & ADDRESS);
    }
    int slot = slot(table, level, ia);
    if (get(slot) != 0) {
      return false;
    }
    set(slot, descriptor);
    return true;
  }

  private boolean inArena(long table) {
    return physical ? arena.holdsPhysical(table & ADDRESS) : arena.holds(table & ADDRESS);
  }

  private long get(int address) {
    long word = arena.word(address) & 0xffff_ffffL | (long) arena.word(address + 4) << 32;
    return bigEndian ? Long.reverseBytes(word) : word;
  }

  private void set(int address, long descriptor) {
    long stored = bigEndian ? Long.reverseBytes(descriptor) : descriptor;
    arena.set(address, (int) stored);
    arena.set(address + 4, (int) (stored >>> 32));
    if (!physical) {
      arena.note(address);
    }
  }
}
