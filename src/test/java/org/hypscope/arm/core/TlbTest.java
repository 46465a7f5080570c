package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hypscope.arm.arch.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The TLB keeps what it was filled with, apart by ASID and VMID, until an operation that covers it
 * (ARM ARM B3.9, B3.10, B4.2.2): software that forgets maintenance sees what it would see on
 * hardware.
 */
class TlbTest {
  private static final int A = AddressSpace.A;
  private static final int B = AddressSpace.B;
  private static final int ASID = 5;
  private static final int PAGES = AddressSpace.PAGES;
  private static final int VMID = 9;
  private static final int MAPPED = 16;
  private static final int ASIDS = 2;
  private static final int STEPS = 4_000;

  @ParameterizedTest(name = "{0} of {2}, global {1}: kept {3}")
  @CsvSource({
    "TLBIALL,       false, 0,        false",
    "TLBIALL,       true,  0,        false",
    "ITLBIALL,      true,  0,        false",
    "DTLBIALL,      true,  0,        false",
    "TLBIALLIS,     true,  0,        false",
    "TLBIMVA,       false, 0x400005, false",
    "TLBIMVA,       false, 0x400006, true",
    "TLBIMVA,       true,  0x400006, false",
    "TLBIMVA,       false, 0x401005, true",
    "ITLBIMVA,      false, 0x400005, false",
    "DTLBIMVA,      false, 0x400005, false",
    "TLBIMVAIS,     false, 0x400005, false",
    "TLBIMVAIS,     false, 0x400006, true",
    "TLBIMVAA,      false, 0x400006, false",
    "TLBIMVAA,      true,  0x400000, false",
    "TLBIMVAA,      true,  0x401000, true",
    "TLBIMVAAIS,    false, 0x400000, false",
    "TLBIASID,      false, 5,        false",
    "TLBIASID,      false, 6,        true",
    "TLBIASID,      true,  5,        true",
    "TLBIASID,      true,  0,        true",
    "ITLBIASID,     false, 5,        false",
    "DTLBIASID,     false, 5,        false",
    "TLBIASIDIS,    false, 5,        false",
    "TLBIASIDIS,    true,  5,        true",
    "TLBIALLH,      true,  0,        true",
    "TLBIALLHIS,    true,  0,        true",
    "TLBIMVAH,      true,  0x400000, true",
    "TLBIMVAHIS,    true,  0x400000, true",
    "TLBIALLNSNH,   true,  0,        false",
    "TLBIALLNSNH,   false, 0,        false",
    "TLBIALLNSNHIS, true,  0,        false",
    "ICIALLU,       true,  0,        true",
  })
  void anOperationDropsWhatItCovers(String operation, boolean global, String value, boolean kept) {
    AddressSpace space = new AddressSpace(global).set("CONTEXTIDR", ASID).map(0, A);
    assertThat(space.load(0)).isEqualTo(A);
    space.map(0, B);
    assertThat(space.load(0)).as("before").isEqualTo(A);
    space.maintain(operation, Integer.decode(value));
    assertThat(space.load(0)).isEqualTo(kept ? A : B);
  }

  @Test
  void anEntryOfAnotherAsidNeitherHitsNorGoes() {
    AddressSpace space = new AddressSpace(false).set("CONTEXTIDR", 1).map(0, A);
    space.load(0);
    space.map(0, B).set("CONTEXTIDR", 2);
    assertThat(space.load(0)).isEqualTo(B);
    space.set("CONTEXTIDR", 1);
    assertThat(space.load(0)).isEqualTo(A);
    space.maintain("TLBIASID", 2);
    assertThat(space.load(0)).isEqualTo(A);
  }

  @Test
  void aGlobalEntryServesEveryAsid() {
    AddressSpace space = new AddressSpace(true).set("CONTEXTIDR", 1).map(0, A);
    space.load(0);
    space.map(0, B).set("CONTEXTIDR", 2);
    assertThat(space.load(0)).isEqualTo(A);
  }

  @Test
  void aSwitchOfTablesAloneKeepsTheEntries() {
    AddressSpace space = new AddressSpace(false).map(0, A);
    space.load(0);
    space.map(0, B).set("TTBR0", 0x1_0000 | 0x4a);
    assertThat(space.load(0)).isEqualTo(A);
  }

  @Test
  void theMmuOffAndOnAgainKeepsTheEntries() {
    AddressSpace space = new AddressSpace(false).map(0, A);
    space.load(0);
    space.map(0, B).set("SCTLR", 0);
    assertThat(space.core.mem().memU(B, 4)).isEqualTo(B);
    space.set("SCTLR", 1);
    assertThat(space.load(0)).isEqualTo(A);
  }

  @Test
  void dacrIsAskedAtEachAccess() {
    AddressSpace space = new AddressSpace(false).map(0, A);
    space.load(0);
    space.set("DACR", 0);
    assertThat(loadFaults(space)).isTrue();
    space.set("DACR", 3);
    assertThat(space.load(0)).isEqualTo(A);
  }

  @Test
  void aFaultIsNotKept() {
    AddressSpace space = new AddressSpace(false);
    assertThat(loadFaults(space)).isTrue();
    space.map(0, A);
    assertThat(space.load(0)).isEqualTo(A);
  }

  @Test
  void anAddressAnywhereInASectionDropsAllOfIt() {
    AddressSpace space = new AddressSpace(true).mapSection(0);
    int behind = 0xa;
    assertThat(space.load(behind)).isEqualTo(A);
    space.mapSection(0x0010_0000);
    assertThat(space.load(behind)).isEqualTo(A);
    space.maintain("TLBIMVA", PAGES + 0xf_f000);
    assertThat(loadFaults(space, behind)).isTrue();
  }

  @Test
  void entriesOfAnotherMachineNeitherHitNorGo() {
    AddressSpace space = new AddressSpace(true).machine(1).map(0, A);
    assertThat(space.load(0)).isEqualTo(A);
    space.map(0, B).machine(2);
    assertThat(space.load(0)).isEqualTo(B);
    space.maintain("TLBIALL", 0).machine(1);
    assertThat(space.load(0)).isEqualTo(A);
    space.maintain("TLBIALLNSNH", 0);
    assertThat(space.load(0)).isEqualTo(B);
  }

  @Test
  void stage2OffAndOnAgainKeepsTheEntries() {
    AddressSpace space = new AddressSpace(true).machine(VMID).map(0, A);
    space.load(0);
    space.map(0, B).set("HCR", 0);
    assertThat(space.load(0)).isEqualTo(B);
    space.set("HCR", 1);
    assertThat(space.load(0)).isEqualTo(A);
  }

  @ParameterizedTest(name = "TTBCR.A1 {0}")
  @ValueSource(ints = {0, 1})
  void withLongDescriptorsTheAsidIsThatOfOneBase(int a1) {
    String base = "TTBR" + a1;
    String other = "TTBR" + (1 - a1);
    AddressSpace space = new AddressSpace(false);
    int first = 0x3_0000;
    space.rig.bus().words(first, 0x3_1003, 0).words(0x3_1000, 0x725, 0, 0, 0, 0x3_2003, 0);
    space.rig.bus().words(0x3_2000, A | 0xf27, 0);
    long one = first | 1L << 48;
    space.rig.set(base, one).set(other, first | 7L << 48).set("MAIR0", 0xffff).set("MAIR1", 0xff);
    space.set("TTBCR", 0x8000_0000L | (long) a1 << 22);
    assertThat(space.load(0)).isEqualTo(A);
    space.rig.bus().words(0x3_2000, B | 0xf27, 0);
    space.set(other, first | 8L << 48);
    assertThat(space.load(0)).isEqualTo(A);
    space.set(base, first | 2L << 48);
    assertThat(space.load(0)).isEqualTo(B);
    space.set(base, one);
    assertThat(space.load(0)).isEqualTo(A);
  }

  @Test
  void hypHasItsOwnEntries() {
    AddressSpace space = new AddressSpace(true).map(0, A);
    space.load(0);
    int first = 0x3_0000;
    space.rig.bus().words(first, 0x3_1003, 0).words(0x3_1000, 0x725, 0, 0, 0, 0x3_2003, 0);
    space.rig.bus().words(0x3_2000, B | 0x727, 0);
    space.rig.set("HTTBR", first).set("HMAIR0", 0xff).set("HMAIR1", 0xff);
    space.set("HSCTLR", 1);
    int svc = space.core.cpsr();
    space.core.setCpsr(Mode.HYP.encoding());
    assertThat(space.load(0)).isEqualTo(B);
    space.rig.bus().words(0x3_2000, A | 0x727, 0);
    space.core.setCpsr(svc);
    space.maintain("TLBIALL", 0);
    space.core.setCpsr(Mode.HYP.encoding());
    assertThat(space.load(0)).as("TLBIALL is not about HYP").isEqualTo(B);
    space.maintain("TLBIALLH", 0);
    assertThat(space.load(0)).isEqualTo(A);
  }

  /**
   * Whatever is done in whatever order, a load gives what the tables said at some time since the
   * last operation that covers the page and the ASID; and some loads show that entries are kept.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aLoadIsNeverOlderThanTheLastMaintenance(long seed) {
    SplittableRandom random = new SplittableRandom(Long.getLong("hypscope.seed", 1) * 31 + seed);
    AddressSpace space = new AddressSpace(false);
    int[] now = new int[MAPPED];
    int[][] possible = new int[ASIDS][MAPPED];
    int asid = 0;
    int stale = 0;
    for (int n = 0; n < MAPPED; n++) {
      change(space, n, 0, now, possible);
      possible[0][n] = possible[1][n] = 1;
    }
    for (int step = 0; step < STEPS; step++) {
      int page = random.nextInt(MAPPED);
      switch (random.nextInt(32)) {
        case 0, 1, 2, 3, 4 -> change(space, page, random.nextInt(4), now, possible);
        case 5, 6, 7 -> {
          space.maintain("TLBIMVA", PAGES + (page << 12) | asid);
          possible[asid][page] = 1 << now[page];
        }
        case 8 -> {
          space.maintain("TLBIASID", asid);
          forgetAll(possible[asid], now);
        }
        case 9 -> {
          space.maintain("TLBIALL", 0);
          forgetAll(possible[0], now);
          forgetAll(possible[1], now);
        }
        case 10, 11, 12 -> {
          asid = random.nextInt(ASIDS);
          space.set("CONTEXTIDR", asid);
        }
        default -> {
          int got = space.load(page) >>> 12 & 3;
          assertThat(possible[asid][page])
              .as("page %d, step %d", page, step)
              .matches(p -> (p >>> got & 1) != 0);
          stale += got == now[page] ? 0 : 1;
        }
      }
    }
    assertThat(stale).isPositive();
  }

  /** Maps {@code page} to one of four frames, each of which begins with its number. */
  private static void change(AddressSpace space, int page, int frame, int[] now, int[][] possible) {
    int physical = 0xc_0000 + (frame << 12);
    space.rig.bus().words(physical, frame << 12);
    space.map(page, physical);
    now[page] = frame;
    possible[0][page] |= 1 << frame;
    possible[1][page] |= 1 << frame;
  }

  private static void forgetAll(int[] possible, int[] now) {
    for (int n = 0; n < MAPPED; n++) {
      possible[n] = 1 << now[n];
    }
  }

  private static boolean loadFaults(AddressSpace space) {
    return loadFaults(space, 0);
  }

  private static boolean loadFaults(AddressSpace space, int page) {
    try {
      space.load(page);
      return false;
    } catch (ArmException e) {
      return true;
    }
  }
}
