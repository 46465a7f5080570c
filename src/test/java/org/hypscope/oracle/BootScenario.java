package org.hypscope.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.hypscope.machine.fdt.FdtNode;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.GuestFiles;
import org.hypscope.machine.load.ImageException;

/**
 * A kernel that both sides boot, from the same device tree.
 *
 * @param kernel the folder of its {@code zImage}
 * @param cores how many
 * @param commandLine of the kernel; what it does not know becomes arguments of {@code init}
 * @param guestCommandLine of the kernel that this one, a hypervisor, boots as its first guest
 */
record BootScenario(
    String kernel, int cores, String commandLine, Optional<String> guestCommandLine) {
  private static final String GUEST = "armmp-lpae";
  private static final long GUEST_AT = 0x5000_0000L;
  private static final long GUEST_DISK_AT = 0x5400_0000L;
  private static final long RAM_WITH_GUEST = 1L << 30;
  private static final Pattern TIME = Pattern.compile("(?m)^\\[ *([0-9]+)\\.([0-9]{6})] ");

  /** Without a guest. */
  BootScenario(String kernel, int cores, String commandLine) {
    this(kernel, cores, commandLine, Optional.empty());
  }

  Path kernelFile() {
    return zImage(kernel);
  }

  private static Path zImage(String kernel) {
    return SystemSoftware.folder().resolve(kernel).resolve("zImage");
  }

  private GuestFiles guest() {
    return guestCommandLine.isEmpty()
        ? GuestFiles.none()
        : new GuestFiles(
            Optional.of(new GuestFiles.Placed(GUEST_AT, zImage(GUEST))),
            Optional.of(new GuestFiles.Placed(GUEST_DISK_AT, disk())),
            guestCommandLine);
  }

  /** Whether it is a hypervisor's, whose calls come as its guest's time has it. */
  boolean hasGuest() {
    return guestCommandLine.isPresent();
  }

  /** What its console says where it is in HYP. */
  String says() {
    return hasGuest() ? "*** LOADING DOMAIN 0 ***" : "CPU: All CPU(s) started in HYP mode.";
  }

  Path disk() {
    return SystemSoftware.folder().resolve("initramfs.cpio");
  }

  /** Writes the board's tree, with the guest in it, into {@code folder}. */
  Path tree(Path folder) throws IOException, ImageException {
    FdtNode root = BoardTree.of(Boards.standard().withCores(cores));
    guest().choose(root.child("chosen"));
    return Files.write(folder.resolve("board.dtb"), Fdt.write(root));
  }

  org.hypscope.debug.Target target(Path tree) throws UnusableTargetException {
    BootFiles files =
        new BootFiles(
            true,
            Optional.of(tree),
            hasGuest() ? Optional.empty() : Optional.of(disk()),
            Optional.of(commandLine),
            Optional.empty(),
            guest());
    OptionalLong ram = hasGuest() ? OptionalLong.of(RAM_WITH_GUEST) : OptionalLong.empty();
    OptionalLong own = OptionalLong.empty();
    return org.hypscope.debug.Target.load(
        kernelFile(),
        new org.hypscope.debug.Target.Options("virt", OptionalInt.of(cores), ram, own, own, files));
  }

  /** The arguments of QEMU that say the same, and that its clock starts where the board's does. */
  List<String> arguments(Path tree) {
    List<String> arguments = new ArrayList<>();
    if (hasGuest()) {
      arguments.addAll(List.of("-m", String.valueOf(RAM_WITH_GUEST >> 20)));
      arguments.addAll(loaded(zImage(GUEST), GUEST_AT));
      arguments.addAll(loaded(disk(), GUEST_DISK_AT));
    } else {
      arguments.addAll(List.of("-initrd", disk().toString()));
    }
    arguments.addAll(List.of("-smp", String.valueOf(cores), "-dtb", tree.toString()));
    arguments.addAll(List.of("-append", commandLine, "-rtc", "base=2023-01-01,clock=vm"));
    return arguments;
  }

  private static List<String> loaded(Path file, long at) {
    return List.of("-device", String.format("loader,file=%s,addr=%#x,force-raw=on", file, at));
  }

  /**
   * Whether the two run alike to the nanosecond: on one core, and without a hypervisor. An MRC that
   * is trapped takes the time of all instructions behind it that QEMU has translated with it.
   */
  boolean isExact() {
    return isTimed() && !hasGuest();
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

  @Override
  public String toString() {
    return kernel + " on " + cores + (cores == 1 ? " core: " : " cores: ") + commandLine;
  }
}
