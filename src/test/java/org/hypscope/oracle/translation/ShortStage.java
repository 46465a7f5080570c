package org.hypscope.oracle.translation;

import org.hypscope.oracle.lockstep.Values;

/** Stage 1 of PL1 with short descriptors: TTBCR, TTBR0, TTBR1, DACR and the tables. */
final class ShortStage implements StageOne {
  private static final int[] MEMORY = {0, 1, 2, 3, 4, 7, 7, 7, 8, 0x10, 0x15, 0x1a, 0x1f};
  private static final int NORMAL = 7;
  private static final int PD0 = 1 << 4;
  private static final int PD1 = 1 << 5;
  private static final int READ_ONLY = 7;
  private static final int SAFE_DOMAIN = 5;
  private static final int CLIENT = 1;
  private static final int[] ANY = {0, 1, 1, 1, 1, 1, 2, 3};
  private static final int[] GRANTED = {1, 1, 1, 3};

  private final Values values;
  private final ShortTables tables;
  private final int ttbcr;
  private final int dacr;

  /** {@code disables}: whether TTBCR has PD0 and PD1, as with the Security Extensions. */
  ShortStage(Values values, Arena arena, boolean bigEndian, boolean disables) {
    this.values = values;
    int n = values.onceIn(2) ? 0 : values.below(8);
    this.tables = new ShortTables(arena, n, bigEndian);
    int disabled = (values.onceIn(6) ? PD0 : 0) | (values.onceIn(6) ? PD1 : 0);
    this.ttbcr = disables ? n | disabled : n;
    int[] access = values.onceIn(2) ? GRANTED : ANY;
    int domains = 0;
    for (int domain = 0; domain < 16; domain++) {
      int drawn = domain == SAFE_DOMAIN ? CLIENT : access[values.below(access.length)];
      domains |= drawn << 2 * domain;
    }
    this.dacr = domains;
  }

  int ttbcr() {
    return ttbcr;
  }

  int dacr() {
    return dacr;
  }

  int ttbr(boolean high) {
    return (int) tables.base(high);
  }

  private boolean enabled(int va) {
    return (ttbcr & (tables.isLow(va) ? PD0 : PD1)) == 0;
  }

  /** An address in any half, with {@code inside} in its low bits. */
  private int address(int shift, long target) {
    int inside = (1 << shift) - 1;
    int n = ttbcr & 7;
    int va = values.bits();
    if (n != 0 && values.onceIn(2)) {
      va >>>= n;
    }
    return va & ~inside | (int) target & inside;
  }

  @Override
  public Spot leafFor(long target) {
    boolean far = target >>> 32 != 0;
    return switch (far ? 2 : values.below(12)) {
      case 0, 1, 3, 4 -> section(target);
      case 2 -> superSection(target);
      case 5, 6 -> page(target, true);
      case 7 -> invalid(target);
      default -> page(target, false);
    };
  }

  private Spot section(long target) {
    int va = address(20, target);
    int d = (int) target & 0xfff0_0000 | domain() | firstLevel() | 2;
    return spot(tables.section(va, d), va, "section");
  }

  private Spot superSection(long target) {
    int va = address(24, target);
    int high = (int) (target >>> 32);
    int d = (int) target & 0xff00_0000 | (high & 15) << 20 | (high >>> 4) << 5 | firstLevel();
    return spot(tables.section(va, d | 1 << 18 | 2), va, "supersection");
  }

  private Spot page(long target, boolean large) {
    int va = address(large ? 16 : 12, target);
    int table = domain() | bit(5, 1 << 2) | bit(2, 1 << 3);
    int ap = ap();
    int memory = MEMORY[values.below(MEMORY.length)];
    int d = (ap & 4) << 7 | (ap & 3) << 4 | (memory & 3) << 2 | bit(2, 1 << 10) | bit(2, 1 << 11);
    if (large) {
      d |= (int) target & 0xffff_0000 | memory >>> 2 << 12 | bit(4, 1 << 15) | 1;
    } else {
      d |= (int) target & 0xffff_f000 | memory >>> 2 << 6 | bit(4, 1) | 2;
    }
    return spot(tables.page(va, table, d), va, large ? "large page" : "small page");
  }

  private Spot invalid(long target) {
    int va = address(12, target);
    int any = values.bits() & ~3;
    return switch (values.below(3)) {
      case 0 -> spot(tables.section(va, any), va, "invalid first level");
      case 1 -> spot(tables.page(va, domain(), any | 4), va, "invalid second level");
      default -> {
        int nothing = (int) Targets.nothing(values) | domain();
        yield spot(tables.dangling(va, nothing), va, "table without memory");
      }
    };
  }

  private static Spot spot(boolean placed, int va, String leaf) {
    return placed ? new Spot(va & 0xffff_f000L, leaf) : null;
  }

  private int domain() {
    return values.below(16) << 5;
  }

  /** AP, TEX, C, B, S, nG, NS, XN and PXN of a section or supersection. */
  private int firstLevel() {
    int ap = ap();
    int memory = MEMORY[values.below(MEMORY.length)];
    return (ap & 4) << 13
        | (ap & 3) << 10
        | memory >>> 2 << 12
        | (memory & 3) << 2
        | bit(2, 1 << 16)
        | bit(2, 1 << 17)
        | bit(2, 1 << 19)
        | bit(4, 1 << 4)
        | bit(4, 1);
  }

  private int ap() {
    return values.onceIn(3) ? 3 : values.below(8);
  }

  private int bit(int onceIn, int bit) {
    return values.onceIn(onceIn) ? bit : 0;
  }

  @Override
  public long safeFor(long target) {
    for (int attempt = 0; attempt < 8 && target >>> 32 == 0; attempt++) {
      int va = address(12, target);
      int d = (int) target & 0xffff_f000 | (READ_ONLY & 4) << 7 | (READ_ONLY & 3) << 4;
      int memory = (NORMAL & 3) << 2 | NORMAL >>> 2 << 6;
      if (enabled(va) && tables.page(va, SAFE_DOMAIN << 5, d | memory | 2)) {
        return va & 0xffff_f000L;
      }
    }
    return -1;
  }
}
