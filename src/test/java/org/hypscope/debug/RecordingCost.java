package org.hypscope.debug;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hypscope.machine.Machine;
import org.hypscope.machine.load.BootFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Prints what recording costs: the CPU time that a boot's first instructions take under a session's
 * engine, over the time that the bare machine takes, in turns. Its name keeps it out of the
 * ordinary test run: {@code mvn -q test -Dtest=RecordingCost}.
 */
class RecordingCost {
  private static final Path FOLDER = Path.of(System.getProperty("user.home"), ".cache/hypscope");
  private static final int TURNS = 5;
  private static final long SLICE = 200_000;

  @ParameterizedTest
  @CsvSource({
    "armmp-lpae/zImage, -1,         300000000",
    "armmp-lpae/Image,  0x40208000, 300000000"
  })
  void printCost(String kernel, String load, long steps) throws Exception {
    Assumptions.assumeTrue(Files.exists(FOLDER.resolve(kernel)));
    Target target = target(kernel, load);
    long allBare = 0;
    long allRecorded = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      long bare = cpu(() -> bare(target, steps));
      long recorded = cpu(() -> recorded(target, steps));
      System.out.printf("%s bare %d ms, recorded %d ms%n", kernel, bare, recorded);
      if (turn > 0) {
        allBare += bare;
        allRecorded += recorded;
      }
    }
    System.out.printf(
        "%s: %.3f times, the first turn left out%n", kernel, (double) allRecorded / allBare);
  }

  private static Target target(String kernel, String load) throws UnusableTargetException {
    BootFiles files =
        new BootFiles(
            true,
            Optional.empty(),
            Optional.of(FOLDER.resolve("initramfs.cpio")),
            Optional.of("console=ttyAMA0 earlycon=pl011,0x9000000"),
            Optional.empty());
    OptionalLong own = OptionalLong.empty();
    OptionalLong at = load.equals("-1") ? own : OptionalLong.of(Long.decode(load));
    return Target.load(
        FOLDER.resolve(kernel),
        new Target.Options("virt", OptionalInt.empty(), own, at, own, files));
  }

  private static void bare(Target target, long steps) {
    Machine machine = Machine.create(target.board(), target.image());
    for (long left = steps; left > 0; left -= SLICE) {
      machine.run(SLICE, null);
    }
  }

  private static void recorded(Target target, long steps) {
    Snapshot.Subject subject = Snapshot.Subject.of(target.image(), target.board());
    Engine engine = new Engine(subject, new StopConditions(), List.of());
    engine.runFor(steps, machine -> false);
  }

  private static long cpu(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
  }
}
