package org.hypscope.oracle.translation;

import org.hypscope.oracle.lockstep.Values;

/** Stage 1 with long descriptors, of PL1 or of Hyp: control register, bases and the tables. */
final class LongStage implements StageOne {
  private static final long AF = 1 << 10;
  private static final long XN = 1L << 54;
  private static final long PXN = 1L << 53;
  private static final long CONTIGUOUS = 1L << 52;
  private static final long READ_ONLY_TO_ALL = 3 << 6;
  private static final long NORMAL = 7 << 2;
  private static final int EAE = 1 << 31;
  private static final int EPD0 = 1 << 7;
  private static final int EPD1 = 1 << 23;
  private static final int[] SH = {0, 2, 3};
  private static final int[] LEVELS = {3, 3, 3, 3, 2, 2, 2, 1};

  private final Values values;
  private final boolean hyp;
  private final int t0sz;
  private final int t1sz;
  private final LongTables low;
  private final LongTables high;
  private final int disabled;

  /** For Hyp tables that translate all up to {@code hypTop}; for PL1, where that is 0. */
  LongStage(Values values, Arena arena, boolean bigEndian, int hypTop) {
    this.values = values;
    this.hyp = hypTop != 0;
    int most = hyp ? Math.min(7, Integer.numberOfLeadingZeros(hypTop)) : 7;
    this.t0sz = values.onceIn(2) ? 0 : values.below(most + 1);
    this.t1sz = hyp || values.onceIn(2) ? 0 : values.below(8);
    this.low = new LongTables(arena, 32 - t0sz, t0sz < 2 ? 1 : 2, bigEndian, hyp);
    this.high = hyp ? low : new LongTables(arena, 32 - t1sz, t1sz < 2 ? 1 : 2, bigEndian, false);
    this.disabled = hyp ? 0 : (values.onceIn(8) ? EPD0 : 0) | (values.onceIn(8) ? EPD1 : 0);
  }

  /** TTBCR, or HTCR. */
  int control() {
    int shareability = values.bits() & 0x0f00_0f00;
    return hyp
        ? 0x8080_0000 | t0sz | shareability & 0xf00
        : EAE | t0sz | t1sz << 16 | disabled | shareability | values.bits() & 1 << 22;
  }

  /** The base of TTBR0 or HTTBR, or of TTBR1. */
  long ttbr(boolean ofHigh) {
    return (ofHigh ? high : low).base();
  }

  private boolean isLow(long va) {
    return t0sz == 0 || va >>> 32 - t0sz == 0;
  }

  private boolean usesHigh() {
    return !hyp && (t0sz != 0 || t1sz != 0) && values.onceIn(2);
  }

  /** An address that a table translates, with {@code target} in its low bits; -1 where none is. */
  private long address(boolean ofHigh, int shift, long target) {
    int bits = 32 - (ofHigh ? t1sz : t0sz);
    if (shift > bits) {
      return -1;
    }
    long inside = (1L << shift) - 1;
    long mask = (1L << bits) - 1;
    long va = values.bits() & mask & ~inside | target & inside;
    long placed = ofHigh ? va | 0xffff_ffffL & ~mask : va;
    boolean right = ofHigh ? !(t0sz != 0 && t1sz == 0 && isLow(placed)) : isLow(placed);
    boolean shadowed = ofHigh && t0sz == 0 && isLow(placed);
    return right && !shadowed ? placed : -1;
  }

  @Override
  public Spot leafFor(long target) {
    boolean ofHigh = usesHigh();
    LongTables tables = ofHigh ? high : low;
    int level = LEVELS[values.below(LEVELS.length)];
    int shift = LongTables.shift(level);
    long va = level < tables.startLevel() ? -1 : address(ofHigh, shift, target);
    if (va < 0) {
      return null;
    }
    String leaf = level == 3 ? "page" : "level " + level + " block";
    long type = level == 3 ? 3 : 1;
    long base = target & 0xff_ffff_f000L & -(1L << shift);
    if (values.onceIn(14)) {
      type = level == 3 && values.onceIn(2) ? 1 : 0;
      leaf = "invalid level " + level;
    } else if (level != 3 && values.onceIn(14)) {
      type = 3;
      base = Targets.nothing(values);
      leaf = "table without memory";
    }
    boolean placed = tables.map(va, level, base | attributes() | type, above());
    return placed ? new Spot(va & 0xffff_f000L, leaf) : null;
  }

  private long attributes() {
    return bit(4, XN)
        | bit(4, PXN)
        | bit(8, CONTIGUOUS)
        | bit(2, 1 << 11)
        | (values.onceIn(10) ? 0 : AF)
        | (long) SH[values.below(SH.length)] << 8
        | (long) (values.onceIn(2) ? 1 : values.below(4)) << 6
        | bit(2, 1 << 5)
        | (long) values.below(8) << 2;
  }

  /** NSTable, APTable, XNTable and PXNTable. */
  private long above() {
    return bit(3, 1L << 63)
        | bit(6, 1L << 62)
        | bit(6, 1L << 61)
        | bit(8, 1L << 60)
        | bit(8, 1L << 59);
  }

  private long bit(int onceIn, long bit) {
    return values.onceIn(onceIn) ? bit : 0;
  }

  @Override
  public long safeFor(long target) {
    for (int attempt = 0; attempt < 8; attempt++) {
      boolean ofHigh = usesHigh();
      long va = address(ofHigh, 12, target);
      boolean enabled = (disabled & (ofHigh ? EPD1 : EPD0)) == 0;
      if (va >= 0 && enabled && safe(ofHigh ? high : low, va, target)) {
        return va & 0xffff_f000L;
      }
    }
    return -1;
  }

  /** Maps {@code target} at itself, for all to execute. */
  boolean safeAtItself(long target) {
    return safe(low, target, target);
  }

  private static boolean safe(LongTables tables, long va, long target) {
    return tables.map(va, 3, target & 0xff_ffff_f000L | READ_ONLY_TO_ALL | AF | NORMAL | 3, 0);
  }
}
