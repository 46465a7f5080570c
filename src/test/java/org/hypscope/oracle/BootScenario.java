package org.hypscope.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.machine.board.BoardTree;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.fdt.Fdt;
import org.hypscope.machine.load.BootFiles;

/**
 * A kernel that both sides boot, from the same device tree.
 *
 * @param kernel the folder of its {@code zImage}
 * @param cores how many
 * @param commandLine of the kernel; what it does not know becomes arguments of {@code init}
 */
record BootScenario(String kernel, int cores, String commandLine) {
  private static final Pattern TIME = Pattern.compile("(?m)^\\[ *([0-9]+)\\.([0-9]{6})] ");

  Path kernelFile() {
    return SystemSoftware.folder().resolve(kernel).resolve("zImage");
  }

  Path disk() {
    return SystemSoftware.folder().resolve("initramfs.cpio");
  }

  /** Writes the board's tree into {@code folder}. */
  Path tree(Path folder) throws IOException {
    byte[] tree = Fdt.write(BoardTree.of(Boards.standard().withCores(cores)));
    return Files.write(folder.resolve("board.dtb"), tree);
  }

  org.hypscope.debug.Target target(Path tree) throws UnusableTargetException {
    BootFiles files =
        new BootFiles(
            true,
            Optional.of(tree),
            Optional.of(disk()),
            Optional.of(commandLine),
            Optional.empty());
    OptionalLong own = OptionalLong.empty();
    return org.hypscope.debug.Target.load(
        kernelFile(),
        new org.hypscope.debug.Target.Options("virt", OptionalInt.of(cores), own, own, own, files));
  }

  /** The arguments of QEMU that say the same, and that its clock starts where the board's does. */
  List<String> arguments(Path tree) {
    return List.of(
        "-smp", String.valueOf(cores),
        "-initrd", disk().toString(),
        "-dtb", tree.toString(),
        "-append", commandLine,
        "-rtc", "base=2023-01-01,clock=vm");
  }

  /** Whether QEMU can count instructions: with more than one core it then hardly goes on. */
  boolean isTimed() {
    return cores == 1;
  }

  /**
   * What of a console's text must be the same on both sides: the lines without their times; where
   * cores run at their own pace, in any order and without what they say of the time of day.
   */
  List<String> comparable(String console) {
    Stream<String> lines = console.strip().lines().map(line -> TIME.matcher(line).replaceFirst(""));
    return isTimed()
        ? lines.toList()
        : lines
            .map(line -> line.replaceFirst("audit\\([0-9.]+", "audit(time"))
            .map(line -> line.replaceFirst("system clock to .*", "system clock"))
            .sorted()
            .toList();
  }

  /** The times that the kernel gives its lines, in microseconds, in order. */
  static List<Long> times(String console) {
    return TIME.matcher(console)
        .results()
        .map(m -> Long.parseLong(m.group(1) + m.group(2)))
        .toList();
  }

  @Override
  public String toString() {
    return kernel + " on " + cores + (cores == 1 ? " core: " : " cores: ") + commandLine;
  }
}
