package org.hypscope.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.oracle.SystemSoftware;
import org.hypscope.oracle.Tools;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What going back costs: {@code mvn -q test -Dtest=TimeTravel}. Prints the time of a recorded run
 * as a ratio to one that is not, the memory of its checkpoints, and how long a step back takes at
 * random places. Its name keeps it out of the ordinary test run.
 */
class TimeTravel {
  private static final long SEED = 4711;
  private static final long INSTRUCTIONS = Long.getLong("hypscope.instructions", 100_000_000);
  private static final int TURNS = 3;
  private static final int PLACES = 400;
  private static final double MILLION = 1e6;

  @TempDir Path folder;

  @Test
  void printFigures() throws ImageException, UnusableTargetException {
    Tools.assume(Tools.AS, Tools.LD);
    for (String each : List.of("kernel", "memory", "hypercalls")) {
      Path elf = BenchPrograms.build(folder, each, 100_000_000);
      print(each, () -> load(elf));
    }
    Target debian = debian();
    print("Debian's kernel", () -> Machine.create(debian.board(), debian.image()));
  }

  private static Target debian() throws UnusableTargetException {
    Path packages = SystemSoftware.folder();
    Target.Options options =
        Target.Options.standard()
            .booting(
                Optional.empty(),
                Optional.of(packages.resolve("initramfs.cpio")),
                Optional.of("console=ttyAMA0"),
                Optional.empty());
    return Target.load(packages.resolve("armmp-lpae/zImage"), options);
  }

  private static Machine load(Path elf) {
    try {
      return Machine.create(
          Boards.standard(), ImageLoader.load(elf, LoadOptions.on(Boards.standard())));
    } catch (ImageException e) {
      throw new IllegalStateException(e);
    }
  }

  private void print(String name, Supplier<Machine> machines) {
    double[] plain = new double[TURNS];
    double[] recorded = new double[TURNS];
    Timeline timeline = null;
    for (int turn = 0; turn < TURNS; turn++) {
      Machine bare = machines.get();
      plain[turn] = seconds(() -> bare.run(INSTRUCTIONS, null));
      timeline = null;
      timeline = new Timeline(machines.get(), new InputJournal());
      Timeline each = timeline;
      recorded[turn] = seconds(() -> run(each));
    }
    Arrays.sort(plain);
    Arrays.sort(recorded);
    System.out.printf(
        Locale.ROOT,
        "%-16s %.1f M/s, recorded %.3f of that time; %d checkpoints, %.1f MB, %.0f KB a million%n",
        name,
        INSTRUCTIONS / MILLION / plain[0],
        recorded[0] / plain[0],
        timeline.cost().checkpoints(),
        timeline.cost().bytes() / MILLION,
        timeline.cost().bytes() / 1e3 / (timeline.frontier() / MILLION));
    printStepsBack(timeline);
  }

  private static void run(Timeline timeline) {
    while (timeline.steps() < INSTRUCTIONS) {
      timeline.advance(INSTRUCTIONS - timeline.steps(), null);
    }
  }

  private static void printStepsBack(Timeline timeline) {
    Random random = new Random(SEED);
    double[] jump = new double[PLACES];
    double[] back = new double[PLACES];
    double[] again = new double[PLACES];
    for (int n = 0; n < PLACES; n++) {
      long place = 1_000 + (long) (random.nextDouble() * (timeline.frontier() - 1_000));
      jump[n] = seconds(() -> timeline.goTo(place));
      back[n] = seconds(() -> timeline.goTo(place - 1));
      again[n] = seconds(() -> timeline.goTo(place - 2));
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s jump %s, step back %s, the next %s%n",
        "",
        milliseconds(jump),
        milliseconds(back),
        milliseconds(again));
  }

  private static String milliseconds(double[] seconds) {
    Arrays.sort(seconds);
    return String.format(
        Locale.ROOT,
        "%.2f ms (p99 %.2f)",
        1e3 * seconds[seconds.length / 2],
        1e3 * seconds[seconds.length * 99 / 100]);
  }

  private static double seconds(Runnable work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
  }
}
