package org.hypscope.oracle.translation;

import org.hypscope.oracle.lockstep.Values;

/** Tables of stage 2, with VTCR and VTTBR. */
final class StageTwo {
  private static final int[] MEM_ATTR = {0xf, 0xf, 0xf, 0xf, 0xf, 0, 1, 5, 6, 7, 9, 0xa, 0xb, 0xd};
  private static final int[] SH = {0, 2, 3};
  private static final int[] LEVELS = {3, 3, 3, 3, 2, 2, 2, 1};
  private static final long AF = 1 << 10;
  private static final long XN = 1L << 54;
  private static final long CONTIGUOUS = 1L << 52;
  private static final long SAFE = AF | 3 << 6 | 0xf << 2;
  private static final int RES1 = 1 << 31;

  private final Values values;
  private final Arena arena;
  private final int inputBits;
  private final boolean consistent;
  private final LongTables tables;

  StageTwo(Values values, Arena arena, boolean bigEndian) {
    this.values = values;
    this.arena = arena;
    this.consistent = !values.onceIn(24);
    this.inputBits = values.onceIn(3) ? 25 + values.below(16) : 32 + values.below(9);
    boolean second = inputBits <= 30 || inputBits <= 34 && values.onceIn(2);
    this.tables = new LongTables(arena, inputBits, second ? 2 : 1, bigEndian, true);
  }

  /** VTCR. */
  int vtcr() {
    int size = 32 - inputBits & 0xf;
    int startLevel = consistent ? 2 - tables.startLevel() : values.below(4);
    return RES1 | (size & 8) << 1 | size | startLevel << 6;
  }

  /** VTTBR without its VMID. */
  long vttbr() {
    return tables.base();
  }

  /** Bits of an intermediate physical address that fits here and in {@code most} bits. */
  int bits(int most) {
    return Math.min(most, inputBits);
  }

  /** Makes some leaf for {@code pa}; returns where in {@code most} bits it is, or -1. */
  long leafFor(long pa, int most) {
    int level = LEVELS[values.below(LEVELS.length)];
    return place(pa, level, most, draw());
  }

  /** Makes a page for {@code pa} that permits all. */
  long safeFor(long pa, int most) {
    return place(pa, 3, most, SAFE);
  }

  private long place(long pa, int level, int most, long attributes) {
    int shift = LongTables.shift(level);
    if (level < tables.startLevel() || shift >= bits(most)) {
      return -1;
    }
    long inside = (1L << shift) - 1;
    long random = (long) values.bits() << 32 | values.bits() & 0xffff_ffffL;
    long ipa = random & (1L << bits(most)) - 1 & ~inside | pa & inside;
    return map(ipa, level, pa & ~inside, attributes) ? ipa & ~0xfffL : -1;
  }

  /** Maps a page of tables of stage 1: well where it is needed, else not always. */
  void mapTable(int page, boolean needed) {
    boolean well = needed || !values.onceIn(5);
    long pa = !needed && values.onceIn(20) ? Targets.nothing(values) : page;
    map(arena.name(page), 3, pa, well ? SAFE : draw());
  }

  private boolean map(long ipa, int level, long base, long attributes) {
    boolean invalid = attributes != SAFE && values.onceIn(16);
    long type = invalid ? level == 3 && values.onceIn(2) ? 1 : 0 : level == 3 ? 3 : 1;
    return tables.map(ipa, level, base & 0xff_ffff_f000L | attributes | type, 0);
  }

  private long draw() {
    long access = values.onceIn(3) ? values.below(4) : 3;
    return access << 6
        | (values.onceIn(10) ? 0 : AF)
        | (values.onceIn(4) ? XN : 0)
        | (values.onceIn(8) ? CONTIGUOUS : 0)
        | (long) SH[values.below(SH.length)] << 8
        | (long) MEM_ATTR[values.below(MEM_ATTR.length)] << 2;
  }
}
