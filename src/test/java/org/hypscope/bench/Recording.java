package org.hypscope.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.SessionAbi;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Target;
import org.hypscope.machine.Machine;
import org.hypscope.oracle.Tools;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What recording costs: the CPU time of a run with checkpoints, of a session's and of one that is
 * checked as the window does it, over that of the bare machine. The four take turns of some million
 * instructions, so that all meet the same load; a figure is the median of the ratios of many turns.
 * {@code mvn -q test -Dtest=Recording -Dhypscope.turns=60}. Its name keeps it out of the ordinary
 * test run.
 */
class Recording {
  private static final int TURNS = Integer.getInteger("hypscope.turns", 60);
  private static final long TURN = Long.getLong("hypscope.turn", 5_000_000);
  private static final long SLICE = 200_000;
  private static final double GOAL = 1.05;

  @TempDir Path folder;

  /** Makes the next turn and says how many seconds of CPU it took. */
  private interface Runner {
    double turn();
  }

  @Test
  void printFigures() throws Exception {
    Tools.assume(Tools.AS, Tools.LD);
    for (Programs each : Programs.chosen(Programs.values())) {
      print(each, each.load(folder));
    }
  }

  private static void print(Programs program, Target target) {
    try (Measured session = new Measured(target);
        Measured window = new Measured(target)) {
      new SessionAbi(window.session, AbiEngine.withBuiltIns());
      List<Runner> runners =
          List.of(
              bare(target),
              checkpoints(target),
              () -> session.command(() -> session.session.run(RunGoal.steps(TURN))).cpu() / 1e3,
              () -> window.command(() -> window.session.run(RunGoal.steps(TURN))).cpu() / 1e3);
      double[][] took = new double[runners.size()][TURNS];
      for (int turn = 0; turn < TURNS; turn++) {
        for (int n = 0; n < runners.size(); n++) {
          int runner = (n + turn) % runners.size();
          took[runner][turn] = runners.get(runner).turn();
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%-10s bare %6.1f M/s; checkpoints %s, session %s, window %s; goal %.2f (%d turns of %d"
              + " M)%n",
          program,
          TURN * TURNS / 1e6 / Arrays.stream(took[0]).sum(),
          ratio(took[1], took[0]),
          ratio(took[2], took[0]),
          ratio(took[3], took[0]),
          GOAL,
          TURNS,
          TURN / 1_000_000);
    }
  }

  /** Of the turns after those in which the compiler is at work. */
  private static String ratio(double[] recorded, double[] bare) {
    int from = TURNS / 5;
    double[] ratios = new double[TURNS - from];
    double sum = 0;
    double sumBare = 0;
    for (int n = 0; n < ratios.length; n++) {
      ratios[n] = recorded[n + from] / bare[n + from];
      sum += recorded[n + from];
      sumBare += bare[n + from];
    }
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT, "%.3f (all together %.3f)", ratios[ratios.length / 2], sum / sumBare);
  }

  private static Runner bare(Target target) {
    Machine machine = Machine.create(target.board(), target.image());
    return () ->
        cpu(
            () -> {
              for (long left = TURN; left > 0; left -= SLICE) {
                machine.run(SLICE, null);
              }
            });
  }

  private static Runner checkpoints(Target target) {
    Machine machine = Machine.create(target.board(), target.image());
    Timeline timeline = new Timeline(machine, new InputJournal());
    return () ->
        cpu(
            () -> {
              long end = timeline.steps() + TURN;
              while (timeline.steps() < end) {
                timeline.advance(Math.min(SLICE, end - timeline.steps()), null);
              }
            });
  }

  private static double cpu(Runnable work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
  }
}
