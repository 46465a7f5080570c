package org.hypscope.debug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.machine.Machine;
import org.hypscope.machine.random.RandomProgram;
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

  /** What each step of the run had, by the steps made before it. */
  private static final class Notes implements CoreListener {
    private final TreeSet<Long> hvcs = new TreeSet<>();
    private final TreeSet<Long> returns = new TreeSet<>();

    /** Steps after which HYP had been entered from another mode. */
    private final TreeSet<Long> hyp = new TreeSet<>();

    private final List<Integer> turns = new ArrayList<>();
    private long step;

    @Override
    public void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
      if (kind == ExceptionKind.HVC) {
        hvcs.add(step);
      }
    }

    @Override
    public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
      entered(from, to);
    }

    @Override
    public void exceptionReturn(Core core, int pc, Mode from, Mode to, int target) {
      returns.add(step);
      entered(from, to);
    }

    @Override
    public void modeWritten(Core core, int pc, Mode from, Mode to) {
      entered(from, to);
    }

    private void entered(Mode from, Mode to) {
      if (from != to && to == Mode.HYP) {
        hyp.add(step + 1);
      }
    }
  }

  @Test
  void standsWhereTheRunForwardHadItLast() throws Exception {
    for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
      RandomProgram program = RandomProgram.of(seed);
      Notes notes = notes(program);
      long end = notes.turns.size();
      SplittableRandom random = new SplittableRandom(seed);
      try (DebugSession session = DebugSession.open(program.image(), program.board())) {
        JournalView far = new JournalView(List.of(), end, end);
        get(session.resume(far, 0));
        for (int n = 0; n < QUESTIONS; n++) {
          ask(session, notes, 1 + random.nextLong(end), "seed " + seed);
        }
      }
    }
  }

  private static Notes notes(RandomProgram program) {
    Machine machine = program.machine();
    Notes notes = new Notes();
    machine.cores().forEach(each -> each.setListener(notes));
    boolean goesOn = true;
    while (goesOn && notes.step < STEPS) {
      machine.run(1, null);
      goesOn = stepsOf(machine) > notes.step;
      if (goesOn) {
        notes.turns.add(machine.turn());
      }
      notes.step = stepsOf(machine);
    }
    return notes;
  }

  private static long stepsOf(Machine machine) {
    long total = machine.core().retired();
    for (Core each : machine.cores()) {
      total += each.steps() - each.retired();
    }
    return total;
  }

  private static void ask(DebugSession session, Notes notes, long from, String when)
      throws Exception {
    JournalView there = new JournalView(List.of(), from, from);
    String asked = when + ", back from step " + from;
    get(session.resume(there, 0));
    assertThat(get(session.runBack(RunGoal.nextHvc())).journal().steps())
        .as("%s to an HVC", asked)
        .isEqualTo(lower(notes.hvcs, from));
    get(session.resume(there, 0));
    assertThat(get(session.runBack(RunGoal.toEret())).journal().steps())
        .as("%s to an exception return", asked)
        .isEqualTo(lower(notes.returns, from));
    get(session.resume(there, 0));
    assertThat(get(session.runBack(RunGoal.entering(Mode.HYP))).journal().steps())
        .as("%s to where HYP was entered", asked)
        .isEqualTo(lower(notes.hyp, from));
    int picked = notes.turns.get((int) from - 1);
    get(session.resume(there, picked));
    assertThat(get(session.stepBack()).journal().steps())
        .as("%s by one of core %d", asked, picked)
        .isEqualTo(from - 1);
  }

  private static long lower(TreeSet<Long> steps, long from) {
    Long found = steps.lower(from);
    return found == null ? 0 : found;
  }

  private static <T> T get(CompletableFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }
}
