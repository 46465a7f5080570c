package org.hypscope.arm.mmu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What maintenance by address forgets: it looks only where entries can be, and must find what a
 * look at every entry would find.
 */
class TlbTest {
  private static final int ROUNDS = 300;
  private static final int ENTRIES = 60;
  private static final int[] SHIFTS = {12, 12, 12, 16, 20, 21, 24, 30, 32};
  private static final int SPACE = TlbKey.regime(Regime.PL1_NS);
  private static final int[] SPACES = {
    SPACE, SPACE | 3 << 9, TlbKey.regime(Regime.PL1_S), TlbKey.regime(Regime.HYP)
  };

  private record Entry(int page, int key, int shift, boolean global) {
    boolean goes(int address, int space, int asid) {
      boolean maps = shift >= 32 || (page << 12 ^ address) >>> shift == 0;
      boolean asidGoes = global || asid < 0 || (key & TlbKey.ASID) == asid;
      return (key & TlbKey.SPACE) == space && asidGoes && maps;
    }
  }

  @Test
  void forgetsByAddressWhatEveryEntrySaysOfItself() {
    Random random = new Random(Long.getLong("hypscope.seed", 1));
    for (int round = 0; round < ROUNDS; round++) {
      Tlb tlb = new Tlb();
      List<Entry> kept = fill(tlb, random, SHIFTS[round % SHIFTS.length]);
      Entry aim = kept.get(random.nextInt(kept.size()));
      int address = random.nextInt(4) == 0 ? random.nextInt() : aim.page << 12 | 0x123;
      int space = aim.key & TlbKey.SPACE;
      int asid = random.nextInt(3) == 0 ? -1 : random.nextInt(3);
      tlb.invalidateAddress(address, space, asid);
      for (Entry each : kept) {
        assertThat(tlb.find(each.page, each.key) >= 0)
            .as("%s after %08x of %x, ASID %d", each, address, space, asid)
            .isEqualTo(!each.goes(address, space, asid));
      }
    }
  }

  @Test
  void tellsWhenOnlyOnePageWasForgotten() {
    Tlb tlb = new Tlb();
    put(tlb, new Entry(0x40001, SPACE, 12, true));
    assertThat(tlb.invalidateAddress(0x4000_1000, SPACE, 0)).isTrue();
    put(tlb, new Entry(0x40202, SPACE, 21, true));
    assertThat(tlb.invalidateAddress(0x4000_1000, SPACE, 0)).isTrue();
    assertThat(tlb.invalidateAddress(0x4030_1000, SPACE, 0)).isFalse();
  }

  /** Entries none of which has evicted another. */
  private static List<Entry> fill(Tlb tlb, Random random, int widest) {
    List<Entry> kept = new ArrayList<>();
    for (int n = 0; n < ENTRIES; n++) {
      int shift = Math.min(widest, SHIFTS[random.nextInt(SHIFTS.length)]);
      int key = SPACES[random.nextInt(SPACES.length)] | random.nextInt(3) | random.nextInt(4) << 17;
      Entry entry = new Entry(0x40000 + random.nextInt(0x800), key, shift, random.nextBoolean());
      put(tlb, entry);
      kept.add(entry);
    }
    kept.removeIf(each -> shadowed(kept, each) || tlb.find(each.page, each.key) < 0);
    return kept;
  }

  /** Whether another entry answers for it too. */
  private static boolean shadowed(List<Entry> all, Entry entry) {
    return all.stream()
        .anyMatch(
            each ->
                each != entry
                    && each.page == entry.page
                    && TlbKey.global(each.key) == TlbKey.global(entry.key));
  }

  private static void put(Tlb tlb, Entry entry) {
    Translation t = new Translation();
    t.shift = entry.shift;
    t.global = entry.global;
    tlb.put(entry.page, entry.key, t);
  }
}
