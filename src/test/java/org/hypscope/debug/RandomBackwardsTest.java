package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hypscope.arm.arch.Mode;
import org.hypscope.machine.random.RandomProgram;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;

/**
 * A run of a random program that goes back stands where the same run, stepped forward by the
 * machine alone and written down, has what was looked for last.
 */
class RandomBackwardsTest {
  private static final long SEED = Long.getLong("hypscope.seed", 1);
  private static final int PROGRAMS =
      Integer.getInteger("hypscope.programs", Boolean.getBoolean("hypscope.long") ? 300 : 6);
  private static final int STEPS = 2_500;
  private static final int QUESTIONS = 12;
  private static final List<String> KINDS =
      List.of("hvc", "svc", "irq", "fiq", "hyptrap", "undef", "dabt", "eret");

  @Test
  void standsWhereTheRunForwardHadItLast() throws Exception {
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      RandomProgram program = RandomProgram.of(seed);
      NaiveRun run = new NaiveRun(program.machine(), STEPS, List.of());
      long end = run.steps();
      SplittableRandom random = new SplittableRandom(seed);
      try (DebugSession session = DebugSession.open(program.image(), program.board())) {
        JournalView far = new JournalView(List.of(), end, end);
        get(session.resume(far, 0));
        for (int n = 0; n < QUESTIONS; n++) {
          ask(session, run, 1 + random.nextLong(end), "seed " + seed);
        }
      }
    }
  }

  @Test
  void goesToEventsAndToTheEndFromAnywhere() throws Exception {
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      RandomProgram program = RandomProgram.of(seed);
      NaiveRun run = new NaiveRun(program.machine(), STEPS, List.of());
      SplittableRandom random = new SplittableRandom(seed ^ 0xe7e);
      try (DebugSession session = DebugSession.open(program.image(), program.board())) {
        for (int n = 0; n < QUESTIONS; n++) {
          goTo(session, run, random, "seed " + seed);
        }
        if (run.ended) {
          long last = run.instants.get(run.steps()).mark().retired();
          assertThat(arrival(session, "end-3"))
              .as("seed %d, three before its end", seed)
              .isEqualTo(run.first(new Mark(Math.max(0, last - 3), 0)));
        }
      }
    }
  }

  private static void goTo(DebugSession session, NaiveRun run, SplittableRandom random, String when)
      throws Exception {
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    List<Long> events = kind.equals("eret") ? run.returns : run.stepsOf(kind);
    if (!events.isEmpty()) {
      int number = random.nextInt(events.size());
      int more = random.nextInt(4) - 2;
      long retired = run.instants.get(events.get(number).intValue()).mark().retired() + more;
      long wanted = run.first(new Mark(Math.max(0, retired), 0));
      String mark = kind + ":" + (number + 1) + (more > 0 ? "+" + more : more < 0 ? more : "");
      if (wanted <= run.steps()) {
        assertThat(arrival(session, mark)).as("%s to %s", when, mark).isEqualTo(wanted);
      }
    }
  }

  private static long arrival(DebugSession session, String mark) throws Exception {
    return get(session.run(RunGoal.toMark(mark))).journal().steps();
  }

  private static void ask(DebugSession session, NaiveRun run, long from, String when)
      throws Exception {
    JournalView there = new JournalView(List.of(), from, from);
    String asked = when + ", back from step " + from;
    get(session.resume(there, 0));
    assertThat(get(session.runBack(RunGoal.nextHvc())).journal().steps())
        .as("%s to an HVC", asked)
        .isEqualTo(lower(run.stepsOf("hvc"), from));
    get(session.resume(there, 0));
    assertThat(get(session.runBack(RunGoal.toEret())).journal().steps())
        .as("%s to an exception return", asked)
        .isEqualTo(lower(run.returns, from));
    get(session.resume(there, 0));
    assertThat(get(session.runBack(RunGoal.entering(Mode.HYP))).journal().steps())
        .as("%s to where HYP was entered", asked)
        .isEqualTo(lower(run.after(Mode.HYP), from));
    int picked = run.instants.get((int) from - 1).core();
    get(session.resume(there, picked));
    assertThat(get(session.stepBack()).journal().steps())
        .as("%s by one of core %d", asked, picked)
        .isEqualTo(from - 1);
    get(session.resume(there, picked));
    assertThat(get(session.stepBackOver()).journal().steps())
        .as("%s over what core %d did", asked, picked)
        .isEqualTo(beforeCall(run, from, picked));
  }

  /** As {@link Backwards#over} says it. */
  private static long beforeCall(NaiveRun run, long from, int picked) {
    NaiveRun.Stood now = run.instants.get((int) from).cores().get(picked);
    NaiveRun.Stood last = run.instants.get((int) from - 1).cores().get(picked);
    if (!Words.isFunctionReturn(last.word()) && !Words.isExceptionReturn(last.word())) {
      return from - 1;
    }
    for (int n = (int) from - 2; n >= 0; n--) {
      NaiveRun.Stood each = run.instants.get(n).cores().get(picked);
      boolean call =
          run.instants.get(n).core() == picked
              && each.mode() == now.mode()
              && each.sp() == now.sp()
              && each.pc() + each.size() == now.pc()
              && Words.isSteppedOver(each.word());
      if (call) {
        return n;
      }
    }
    return from - 1;
  }

  private static long lower(List<Long> steps, long from) {
    return steps.stream().mapToLong(n -> n).filter(n -> n < from).max().orElse(0);
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }
}
