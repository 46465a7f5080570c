package org.hypscope.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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

  /**
   * What of a console's text must be the same on both sides. Cores take turns after other numbers
   * of instructions than on QEMU, so that with more than one the times differ, and with them what
   * is measured.
   */
  String comparable(String console) {
    return cores == 1
        ? console.strip()
        : console.strip().replaceAll("(?m)^\\[ *[0-9.]+]", "[time]");
  }

  @Override
  public String toString() {
    return kernel + " on " + cores + (cores == 1 ? " core: " : " cores: ") + commandLine;
  }
}
