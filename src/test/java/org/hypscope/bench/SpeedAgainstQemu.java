package org.hypscope.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.hypscope.arm.core.StopCause;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the same programs here and in QEMU, one after the other, and prints both speeds and their
 * ratio: {@code mvn -q test -Dtest=SpeedAgainstQemu}. Speeds are by CPU time of the thread and of
 * the process, so that they hold on a busy machine. Its name keeps it out of the ordinary test run.
 */
class SpeedAgainstQemu {
  private static final int TURNS = 3;
  private static final long LONGEST = 1_000_000_000;

  /**
   * A program and how it is compared.
   *
   * @param rounds how often its loop runs
   * @param unit instructions that are counted as one, 1 but for round trips
   * @param singleStep whether QEMU translates one instruction at a time
   */
  private record Contest(String name, int rounds, int unit, boolean singleStep) {}

  private static final List<Contest> CONTESTS =
      List.of(
          new Contest("integer", 12_000_000, 1, true),
          new Contest("memory", 12_000_000, 1, true),
          new Contest("memory-translated", 12_000_000, 1, true),
          new Contest("calls", 60_000, 1, true),
          new Contest("calls-thumb", 60_000, 1, true),
          new Contest("float", 5_000_000, 1, true),
          new Contest("kernel", 8_000_000, 1, true),
          new Contest("hypercalls", 3_000_000, 6, false));

  @TempDir Path folder;

  @Test
  void printSpeeds() {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
    String only = System.getProperty("hypscope.contest", "");
    for (Contest contest : CONTESTS) {
      if (contest.name.startsWith(only)) {
        System.out.println(compare(contest));
      }
    }
  }

  private String compare(Contest contest) {
    Path few = BenchPrograms.build(folder, contest.name, 1);
    Path many = BenchPrograms.build(folder, contest.name, contest.rounds);
    long instructions = here(many).instructions;
    long[] ours = new long[TURNS];
    long[] theirs = new long[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      ours[turn] = here(many).nanoseconds;
      theirs[turn] = there(many, contest.singleStep) - there(few, contest.singleStep);
    }
    double own = speed(instructions / contest.unit, ours);
    double qemu = speed(instructions / contest.unit, theirs);
    return String.format(
        Locale.ROOT,
        "%-18s %7.1f M/s, QEMU%s %7.1f M/s, ratio %.2f",
        contest.name,
        own,
        contest.singleStep ? " -singlestep" : "",
        qemu,
        own / qemu);
  }

  private static double speed(long units, long[] nanoseconds) {
    return units * 1e3 / LongStream.of(nanoseconds).sorted().toArray()[TURNS / 2];
  }

  private record Run(long instructions, long nanoseconds) {}

  private static Run here(Path elf) {
    Machine machine = Machine.create(Boards.standard(), load(elf));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    StopCause cause = machine.run(LONGEST, null);
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Assertions.assertThat(cause).as(elf + " ends").isEqualTo(StopCause.POWER_OFF);
    return new Run(machine.core().retired(), end - start);
  }

  private static LoadedImage load(Path elf) {
    try {
      return ImageLoader.load(elf, LoadOptions.on(Boards.standard()));
    } catch (ImageException e) {
      throw new AssertionError(e);
    }
  }

  private long there(Path elf, boolean singleStep) {
    String command =
        "%s%s -M virt,virtualization=on,gic-version=2 -cpu cortex-a15 -display none -nic none"
            + " -no-reboot -kernel %s";
    return cpuTime(
        folder.resolve("said"),
        String.format(command, Tools.QEMU, singleStep ? " -singlestep" : "", elf).split(" "));
  }

  /**
   * The shell's own {@code times} tells what its child took, to the millisecond; what that says
   * goes into a file.
   */
  static long cpuTime(Path said, String... command) {
    String script = String.join(" ", command) + " >" + said + " 2>/dev/null; times";
    String[] lines = Tools.run(List.of("bash", "-c", script)).trim().split("\n");
    String[] children = lines[lines.length - 1].split(" ");
    return nanoseconds(children[0]) + nanoseconds(children[1]);
  }

  private static long nanoseconds(String minutesAndSeconds) {
    return Duration.parse("PT" + minutesAndSeconds.toUpperCase(Locale.ROOT)).toNanos();
  }
}
