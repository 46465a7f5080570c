package org.hypscope.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hypscope.bench.BenchPrograms;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.junit.jupiter.api.Test;

/** However long a run is and wherever it is sent, its checkpoints keep to the memory they may. */
class CheckpointCostTest {
  private static final long SPACING = 2_000;
  private static final long BUDGET = 1 << 20;
  private static final long LONG = 400_000;

  /** A program that writes sixteen pages between any two checkpoints. */
  private final Timeline timeline =
      new Timeline(
          Machine.create(Boards.standard(), BenchPrograms.memoryMix()),
          new InputJournal(),
          SPACING,
          BUDGET);

  @Test
  void aLongRunKeepsToItsMemory() {
    int most = 0;
    while (timeline.steps() < LONG) {
      timeline.advance(LONG - timeline.steps(), null);
      assertThat(timeline.cost().bytes()).isLessThanOrEqualTo(BUDGET);
      most = Math.max(most, timeline.cost().checkpoints());
    }
    assertThat(most).as("more than are left of a run of this length").isLessThan(100);
    assertThat(timeline.cost().checkpoints()).isGreaterThan(2);
  }

  @Test
  void whoStandsDirectlyAfterACheckpointIsPreparedToGoBackToo() {
    long apart = 100_000;
    Timeline coarse =
        new Timeline(
            Machine.create(Boards.standard(), BenchPrograms.memoryMix()),
            new InputJournal(),
            apart,
            64 * BUDGET);
    long here = 2 * apart + 3;
    while (coarse.steps() < here) {
      coarse.advance(here - coarse.steps(), null);
    }
    int before = coarse.cost().checkpoints();
    coarse.prepareToGoBack();
    assertThat(coarse.steps()).isEqualTo(here);
    assertThat(coarse.cost().checkpoints()).isEqualTo(before + 2);
  }

  @Test
  void goingToManyPlacesKeepsToIt() {
    while (timeline.steps() < LONG) {
      timeline.advance(LONG - timeline.steps(), null);
    }
    Random random = new Random(4711);
    for (int n = 0; n < 300; n++) {
      timeline.goTo((long) (random.nextDouble() * LONG));
      assertThat(timeline.cost().bytes()).isLessThanOrEqualTo(BUDGET);
    }
  }
}
