package org.hypscope.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Place;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
import org.hypscope.debug.StopReason;
import org.hypscope.oracle.Tools;
import org.hypscope.time.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long going back takes in a session, from the command to the snapshot: steps back at random
 * places and over exception entries, runs back, and scrubbing. {@code mvn -q test -Dtest=GoingBack
 * -Dhypscope.instructions=1000000000}, with {@code -Dhypscope.scrub=true} scrubbing alone. Its name
 * keeps it out of the ordinary test run.
 */
class GoingBack {
  private static final long INSTRUCTIONS = Long.getLong("hypscope.instructions", 100_000_000);
  private static final int PLACES = Integer.getInteger("hypscope.places", 300);
  private static final boolean SCRUB_ONLY = Boolean.getBoolean("hypscope.scrub");
  private static final int FRAME = 16;
  private static final long NEAR = 3_000_000;
  private static final long SEED = 4711;

  @TempDir Path folder;

  @Test
  void printFigures() throws Exception {
    Tools.assume(Tools.AS, Tools.LD);
    for (Programs each :
        Programs.chosen(Programs.KERNEL, Programs.HYPERCALLS, Programs.REWRITES, Programs.DEBIAN)) {
      try (Measured run = new Measured(each.load(folder))) {
        run.session.run(RunGoal.steps(INSTRUCTIONS)).join();
        new Places(each, run).print();
      }
    }
  }

  /** The places of one run. */
  private static final class Places {
    private final Programs name;
    private final Measured run;
    private final long end;
    private final Random random = new Random(SEED);

    Places(Programs name, Measured run) {
      this.name = name;
      this.run = run;
      this.end = run.session.snapshot().end().retired();
    }

    void print() {
      System.out.printf("%s, %d instructions%n", name, end);
      firstStepBack();
      if (SCRUB_ONLY) {
        scrubbing();
        return;
      }
      stepsBack("step back", null);
      for (Mode mode : List.of(Mode.HYP, Mode.IRQ, Mode.ABT, Mode.UND, Mode.SVC)) {
        stepsBack("step back over an entry to " + mode, mode);
      }
      scrubbing();
      reverse("back out", 20, () -> run.session.stepBackOut());
      reverse("back over", 20, () -> run.session.stepBackOver());
      overHypercall();
      reverse("previous HVC", 20, () -> run.session.runBack(RunGoal.nextHvc()));
      reverse("back to HYP", 20, () -> run.session.runBack(RunGoal.entering(Mode.HYP)));
      reverse(
          "back to FIQ, never entered", 1, () -> run.session.runBack(RunGoal.entering(Mode.FIQ)));
      breakpoint();
      agreement();
    }

    private void firstStepBack() {
      Measured.Took[] took = {run.command(run.session::stepBack)};
      Measured.print(name, "the first step back, cold", took, FRAME, FRAME);
    }

    private Snapshot jump() {
      long to = 1_000 + (long) (random.nextDouble() * (end - 2_000));
      return goTo(to);
    }

    private Snapshot goTo(long retired) {
      return run.session.run(RunGoal.toMark(MarkExpression.at(new Mark(retired, 0)))).join();
    }

    /** At random places, or directly after the next entry to {@code mode} from there. */
    private void stepsBack(String what, Mode mode) {
      List<Measured.Took> took = new ArrayList<>();
      for (int n = 0; n < PLACES; n++) {
        jump();
        if (mode != null) {
          run.session.run(RunGoal.within(NEAR, RunGoal.entering(mode))).join();
        }
        Snapshot here = run.session.snapshot();
        if (mode == null || here.stop().kind() == StopReason.Kind.GOAL && here.mode() == mode) {
          took.add(run.command(run.session::stepBack));
          took.add(run.command(run.session::stepBack));
        }
      }
      print(what, took, 1, 10);
    }

    private void scrubbing() {
      List<Measured.Took> far = new ArrayList<>();
      List<Measured.Took> near = new ArrayList<>();
      for (int n = 0; n < PLACES; n++) {
        long to = 50_000_000L % end + (long) (random.nextDouble() * (end - 50_000_000L % end));
        far.add(run.command(() -> run(to)));
        for (int step = 1; step <= 3; step++) {
          long next = Math.max(0, to - step * (end / 1_200));
          near.add(run.command(() -> run(next)));
        }
      }
      print("scrub to a random place", far, FRAME, FRAME);
      print("scrub on by a pixel", near, FRAME, FRAME);
    }

    private CompletableFuture<Snapshot> run(long to) {
      return run.session.run(RunGoal.toMark(MarkExpression.at(new Mark(to, 0))));
    }

    private void reverse(String what, int times, Supplier<CompletableFuture<Snapshot>> command) {
      List<Measured.Took> took = new ArrayList<>();
      for (int n = 0; n < times; n++) {
        jump();
        took.add(run.command(() -> command.get().exceptionally(refused -> run.session.snapshot())));
      }
      print(what, took, 100, 1_000);
    }

    private void overHypercall() {
      List<Measured.Took> took = new ArrayList<>();
      for (int n = 0; n < PLACES / 4; n++) {
        jump();
        run.session.run(RunGoal.within(NEAR, RunGoal.nextHvc())).join();
        if (run.session.snapshot().atHvc()) {
          run.session.stepOver().join();
          took.add(run.command(run.session::stepBackOver));
        }
      }
      print("back over a hypercall", took, FRAME, 100);
    }

    private void breakpoint() {
      Snapshot early = goTo(end / 50);
      run.session.setStops(List.of(new Stop(new Breakpoint.Address(early.pc()))));
      reverse("back to a breakpoint", 20, () -> run.session.runBack(RunGoal.forever()));
      run.session.setStops(List.of());
    }

    private void agreement() {
      Place one = new Place.Register(0, Bank.R0);
      Place other = new Place.Register(0, Bank.R1);
      reverse(
          "when R0 and R1 last agreed", 5, () -> run.session.runBack(RunGoal.agreeing(one, other)));
    }

    private void print(String what, List<Measured.Took> took, double median, double p99) {
      if (took.isEmpty()) {
        System.out.printf("%-10s %-34s does not happen here%n", name, what);
      } else {
        Measured.print(name, what, took.toArray(Measured.Took[]::new), median, p99);
      }
    }
  }
}
