package org.hypscope.arm.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hypscope.arm.arch.Mode;
import org.junit.jupiter.api.Test;

/** The performance monitors count retired instructions, and HYP keeps counters for itself. */
class PerformanceMonitorsTest {
  private static final int NOP = 0xe320f000;
  private static final int READ_PMCCNTR = 0xee190f1d;
  private static final int READ_PMXEVCNTR = 0xee191f5d;
  private static final int READ_PMOVSR = 0xee192f7c;
  private static final int READ_PMCR = 0xee193f1c;
  private static final int READ_PMCNTENSET = 0xee194f3c;
  private static final int WRITE_PMCR = 0xee090f1c;
  private static final int WRITE_PMSWINC = 0xee090f9c;

  @Test
  void cyclesAndInstructionsAreCountedFromWhenTheyAreEnabled() {
    Rig rig = counting(Mode.SVC).set("PMEVTYPER2", 0x08);
    run(rig, NOP, NOP, NOP, READ_PMCCNTR, READ_PMXEVCNTR);
    assertThat(rig.core().r(0)).isEqualTo(3);
    assertThat(rig.core().r(1)).isEqualTo(4);
  }

  @Test
  void otherEventsAndDisabledCountersStandStill() {
    Rig rig = counting(Mode.SVC).set("PMEVTYPER2", 0x12).set("PMCNTENSET", 4);
    run(rig, NOP, NOP, READ_PMCCNTR, READ_PMXEVCNTR);
    assertThat(rig.core().r(0)).isZero();
    assertThat(rig.core().r(1)).isZero();
  }

  @Test
  void anOverflowIsSeenAndWrapsTheCounter() {
    Rig rig = counting(Mode.SVC).set("PMCCNTR", 0xffff_ffffL);
    run(rig, NOP, NOP, READ_PMCCNTR, READ_PMOVSR);
    assertThat(rig.core().r(0)).isEqualTo(1);
    assertThat(rig.core().r(2)).isEqualTo(0x8000_0000);
  }

  @Test
  void theDividerCountsEvery64thCycle() {
    Rig rig = counting(Mode.SVC).set("PMCR", 0x410f_3009L).set("PMCCNTR", 5);
    int[] words = new int[130];
    Arrays.fill(words, NOP);
    words[129] = READ_PMCCNTR;
    run(rig, words);
    assertThat(rig.core().r(0)).isEqualTo(7);
  }

  @Test
  void pmcrResetsCountersAndKeepsItsIdentity() {
    Rig rig = counting(Mode.SVC).set("PMEVCNTR2", 77).set("PMCCNTR", 77);
    rig.core().setR(0, 6);
    run(rig, WRITE_PMCR, READ_PMCCNTR, READ_PMXEVCNTR, READ_PMCR);
    assertThat(rig.core().r(0)).isZero();
    assertThat(rig.core().r(1)).isZero();
    assertThat(rig.core().r(3)).isEqualTo(0x410f_3000);
  }

  @Test
  void softwareIncrementsCountersOfEventZero() {
    Rig rig = counting(Mode.SVC);
    rig.core().setR(0, 0x3f);
    run(rig, WRITE_PMSWINC, WRITE_PMSWINC, READ_PMXEVCNTR);
    assertThat(rig.core().r(1)).isEqualTo(2);
    assertThat(rig.get("PMEVCNTR1")).isZero();
  }

  @Test
  void pl1SeesOnlyTheCountersThatHypLeavesIt() {
    Rig rig = counting(Mode.SVC).set("HDCR", 2).set("PMEVCNTR2", 9);
    run(rig, READ_PMCR, READ_PMXEVCNTR, READ_PMCNTENSET);
    assertThat(rig.core().r(3) >>> 11 & 0x1f).isEqualTo(2);
    assertThat(rig.core().r(1)).isZero();
    assertThat(rig.core().r(4)).isEqualTo(0x8000_0000);
  }

  /** PMCR.E set, cycle counter and counter 2 enabled, counter 2 selected. */
  private static Rig counting(Mode mode) {
    return new Rig(mode, true)
        .set("PMCR", 0x410f_3001L)
        .set("PMCNTENSET", 0x8000_0004L)
        .set("PMSELR", 2);
  }

  private static void run(Rig rig, int... words) {
    rig.bus().words(Rig.CODE, words);
    rig.core().run(words.length, null);
  }
}
