package org.hypscope.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;
import org.hypscope.machine.random.RandomProgram;
import org.junit.jupiter.api.Test;

/**
 * Wherever a run of a random program is sent, the machine is what it was where it was stepped there
 * one instruction at a time: through checkpoints that are plenty or thinned out, in blocks compiled
 * or not, in forks, after an edit in the past, and after leaving that again. A failure names its
 * seed, at which {@code -Dhypscope.seed=N -Dhypscope.programs=1} begins.
 */
class RandomTimelineTest {
  private static final long SEED = Long.getLong("hypscope.seed", 1);
  private static final int PROGRAMS =
      Integer.getInteger("hypscope.programs", Boolean.getBoolean("hypscope.long") ? 1_000 : 8);
  private static final long[] SPACINGS = {37, 800, 400_000};
  private static final long[] BUDGETS = {1 << 16, 1 << 21, 1L << 30};
  private static final int MOVES = 40;

  /** Programs that have found something: timers behind zero, an FIQ after an IRQ. */
  private static final List<Long> KNOWN = List.of(3L, 53L, 195L, 1169L);

  private SplittableRandom random;
  private RandomRun run;
  private MachineDigest digest;
  private Timeline timeline;
  private String when;

  @Test
  void isTheSameMachineWhereverItIsSent() {
    for (long seed : seeds()) {
      begin(seed);
      for (int n = 0; n < MOVES; n++) {
        check(timeline);
        move(timeline);
      }
      check(timeline);
    }
  }

  @Test
  void anEditInThePastIsAnotherRunThatCanBeLeftAgain() {
    for (long seed : seeds()) {
      begin(seed);
      RandomRun first = run;
      onBy(timeline, Math.min(run.last(), 1 + random.nextLong(3_000)));
      long place = random.nextLong(timeline.frontier() + 1);
      timeline.goTo(place);
      timeline.add(new RandomInputs(random, run.program.cores()).draw());
      run = run.with(timeline.inputs());
      wander(seed + ", edited at step " + place);
      timeline.replaceInputs(first.journal);
      run = first;
      wander(seed + ", left again for the first run");
    }
  }

  @Test
  void whateverAnImageMightLeaveOutIsSeen() {
    List<Consumer<Machine>> losses =
        List.of(
            machine -> machine.core().eventRegister().signal(),
            machine -> machine.core().exclusiveMonitor().mark(0x40010000, 4),
            machine -> machine.core().sleep().untilEvent(),
            machine -> machine.core().setSkipped(machine.core().skipped() + 1),
            machine -> machine.core().fp().d[31]++,
            machine -> machine.core().flushPageCache(),
            machine -> machine.type(new byte[] {1}),
            machine -> set(machine.core(), "TPIDRPRW"));
    for (Consumer<Machine> loss : losses) {
      begin(2);
      onBy(timeline, 1_500);
      check(timeline);
      loss.accept(timeline.machine());
      assertThatThrownBy(() -> check(timeline)).isInstanceOf(AssertionError.class);
      timeline.goTo(1_500 - 1);
      onBy(timeline, 1);
      check(timeline);
    }
  }

  @Test
  void aCopyMadeRightAfterAnEditOfTranslationGoesOnTheSame() {
    SysReg register = SysRegs.byName("MAIR0");
    for (long seed = 1; seed <= 30; seed++) {
      Machine machine = RandomProgram.of(seed, 1).machine();
      machine.run(1_500, null);
      new Input.SystemRegister(0, register, false, 0x1234_5678).deliver(machine);
      Machine copy = machine.fork();
      copy.run(1, null);
      machine.run(1, null);
      MachineStates.of(machine).assertSameAs(copy, "seed " + seed);
    }
  }

  private static List<Long> seeds() {
    LongStream drawn = LongStream.range(SEED, SEED + PROGRAMS);
    return LongStream.concat(KNOWN.stream().mapToLong(n -> n), drawn).boxed().toList();
  }

  private static void set(Core core, String register) {
    core.sysRegs().rawSet(SysRegs.byName(register), 0x1234_5678);
  }

  private void begin(long seed) {
    random = new SplittableRandom(seed ^ 0x307e);
    run = RandomRun.of(seed);
    digest = run.digest();
    long spacing = SPACINGS[random.nextInt(SPACINGS.length)];
    timeline = run.timeline(spacing, BUDGETS[random.nextInt(BUDGETS.length)]);
    when = "seed " + seed;
  }

  private void wander(String where) {
    when = "seed " + where;
    for (int n = 0; n < MOVES / 4; n++) {
      check(timeline);
      move(timeline);
    }
    check(timeline);
  }

  private void move(Timeline moved) {
    switch (random.nextInt(6)) {
      case 0 -> {
        long to = random.nextLong(moved.frontier() + 1);
        moved.goTo(to);
        when += ", to step " + to;
      }
      case 1 -> {
        Mark mark = run.marks.get((int) random.nextLong(moved.frontier() + 1));
        moved.goTo(mark);
        when += ", to " + mark;
        assertThat(moved.mark()).as(when).isEqualTo(mark);
      }
      case 2 -> {
        moved.prepareToGoBack();
        when += ", prepared";
      }
      case 3 -> {
        Timeline fork = moved.fork();
        when += ", in a fork";
        check(fork);
        move(fork);
        check(fork);
        when += ", back from it";
      }
      default -> {
        long by = 1 + random.nextLong(random.nextBoolean() ? 30 : 2_000);
        when += ", on by " + by;
        onBy(moved, Math.min(by, run.last() - moved.steps()));
      }
    }
  }

  private void onBy(Timeline moved, long by) {
    long to = moved.steps() + by;
    long before = Timeline.NEVER;
    StopCause cause = StopCause.STEPS;
    while (moved.steps() < to && moved.steps() > before) {
      before = moved.steps();
      cause = moved.advance(to - before, null);
    }
    assertThat(moved.steps()).as("%s, ended by %s", when, cause).isEqualTo(to);
  }

  private void check(Timeline moved) {
    int place = (int) moved.steps();
    assertThat(moved.mark()).as(when).isEqualTo(run.marks.get(place));
    if (!run.holds(moved.machine(), digest)) {
      List<String> differences = new ArrayList<>(run.differences(moved.machine()));
      assertThat(differences).as("%s, at step %d of %s", when, place, run.program).isEmpty();
      throw new AssertionError(when + ": the digest differs, and nothing else");
    }
  }
}
