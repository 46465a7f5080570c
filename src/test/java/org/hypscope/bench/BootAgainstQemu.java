package org.hypscope.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hypscope.oracle.SystemSoftware;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the command to its end, start of the Java VM included: a small program of kernel-like code,
 * the beginning of Debian's boot, and the whole of it to power-off; here, and on QEMU in the same
 * run where it ends by itself: {@code mvn -q test -Dtest=BootAgainstQemu}. In CPU time of all
 * threads, so that figures hold on a busy machine. Its name keeps it out of the ordinary test run.
 */
class BootAgainstQemu {
  /** Rounds of the program that make about 27 million instructions. */
  private static final int SMALL = 422_000;

  private static final long WHOLE = 10_000_000_000L;

  @TempDir Path folder;

  @Test
  void printTimes() throws Exception {
    Tools.assume(Tools.QEMU, Tools.AS, Tools.LD);
    Path small = BenchPrograms.build(folder, "kernel", SMALL);
    report("small kernel", ours(WHOLE, small.toString()), theirs("-kernel", small.toString()));
    Path software = SystemSoftware.folder();
    String kernel = software.resolve("armmp-lpae").resolve("zImage").toString();
    String disk = software.resolve("initramfs.cpio").toString();
    String[] boot = {kernel, "--initrd", disk, "--cmdline", "console=ttyAMA0"};
    report("Debian, 300 M", ours(300_000_000, boot), 0);
    long qemu = theirs("-kernel", kernel, "-initrd", disk, "-append", "console=ttyAMA0");
    report("Debian, whole", ours(WHOLE, boot), qemu);
  }

  private static void report(String what, Run run, long qemu) {
    double seconds = run.nanoseconds / 1e9;
    String there =
        qemu == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", QEMU %.2f s, ratio %.2f",
                qemu / 1e9,
                (double) run.nanoseconds / qemu);
    System.out.printf(
        Locale.ROOT,
        "%-14s %,14d instructions in %6.2f s: %6.1f MIPS%s%n",
        what,
        run.instructions,
        seconds,
        run.instructions / 1e6 / seconds,
        there);
  }

  private record Run(long instructions, long nanoseconds) {}

  /** {@code run} of the product, in a Java VM of its own. */
  private Run ours(long steps, String... image) throws Exception {
    Path said = folder.resolve("said");
    List<String> command = new ArrayList<>();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    command.addAll(List.of(java.toString(), "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.hypscope.Main", "run"));
    command.addAll(List.of(image));
    command.addAll(List.of("--steps", String.valueOf(steps)));
    long nanoseconds = SpeedAgainstQemu.cpuTime(said, command.toArray(String[]::new));
    try (Stream<String> lines = Files.lines(said)) {
      String stopped = lines.filter(line -> line.startsWith("stopped")).findFirst().orElseThrow();
      String count = stopped.replaceFirst(".* after ([0-9]+) instructions.*", "$1");
      return new Run(Long.parseLong(count), nanoseconds);
    }
  }

  private long theirs(String... image) {
    List<String> command = new ArrayList<>();
    String board = " -M virt,virtualization=on,gic-version=2 -cpu cortex-a15";
    command.addAll(
        List.of((Tools.QEMU + board + " -display none -nic none -no-reboot").split(" ")));
    command.addAll(List.of(image));
    return SpeedAgainstQemu.cpuTime(folder.resolve("said"), command.toArray(String[]::new));
  }
}
