package org.hypscope.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.sample.Sample;
import org.hypscope.abi.sample.SampleImages;
import org.hypscope.abi.sample.Samples;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.SavedImage;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.GuestFiles;
import picocli.CommandLine.Option;

/** How images are opened, wherever a command takes one. */
final class ImageOptions {
  @Option(
      names = "--board",
      paramLabel = "NAME",
      description =
          "The board: virt, virt-secure (starts in Secure SVC) or virt-a7 (a Cortex-A7);"
              + " default: the sample's own, else virt.")
  private String board;

  @Option(
      names = "--cpus",
      paramLabel = "N",
      description = "How many cores, 1 to 4; default: the sample's own, else 1.")
  private Integer cores;

  @Option(names = "--ram", paramLabel = "SIZE", description = "RAM size, such as 64M.")
  private String ram;

  @Option(names = "--load", paramLabel = "A", description = "Where a raw binary is loaded.")
  private String load;

  @Option(
      names = "--entry",
      paramLabel = "A",
      description = "Where execution starts: an address or a symbol.")
  private String entry;

  @Option(names = "--linux", description = "The image is a Linux kernel: boot it as one.")
  private boolean linux;

  @Option(
      names = "--dtb",
      paramLabel = "F",
      description = "A device tree blob in place of the board's own.")
  private Path deviceTree;

  @Option(names = "--initrd", paramLabel = "F", description = "An initial RAM disk.")
  private Path initrd;

  @Option(names = "--cmdline", paramLabel = "S", description = "The kernel's command line.")
  private String commandLine;

  @Option(
      names = "--guest",
      paramLabel = "A=F",
      description = "A hypervisor's first guest: a kernel's file F at address A.")
  private String guest;

  @Option(
      names = "--guest-initrd",
      paramLabel = "A=F",
      description = "That guest's initial RAM disk.")
  private String guestInitrd;

  @Option(names = "--guest-cmdline", paramLabel = "S", description = "That guest's command line.")
  private String guestCommandLine;

  @Option(
      names = "--symbols",
      paramLabel = "F",
      description = "An ELF file (vmlinux) or a System.map that names addresses.")
  private Path symbols;

  /**
   * Opens {@code image}: a file, or the name of a sample.
   *
   * @throws UsageException where it cannot be used
   */
  Target open(String image) {
    if (SessionOptions.isSession(image)) {
      throw new UsageException(
          image
              + " says where in a run to be, and an image is wanted here: give the file or sample"
              + " that it is of.");
    }
    OptionalLong start = isNumber(entry) ? number(entry) : OptionalLong.empty();
    Target target = open(image, start);
    return entry == null || start.isPresent()
        ? target
        : open(image, OptionalLong.of(symbol(target, entry)));
  }

  /**
   * How a session names {@code image}, which was opened as {@code target}.
   *
   * @throws UsageException where it cannot be read again
   */
  SavedImage saved(String image, Target target) {
    OptionalLong start =
        entry == null
            ? OptionalLong.empty()
            : OptionalLong.of(target.image().entry() & 0xffff_ffffL);
    Optional<Path> file = file(image);
    try {
      if (file.isPresent()) {
        return SavedImage.ofFile(file.get(), options("virt", start));
      }
      byte[] elf = SampleImages.elf(image).orElseThrow(() -> missing(image));
      return SavedImage.ofSample(image, elf, ofSample(image, start));
    } catch (UnusableTargetException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private Target.Options ofSample(String image, OptionalLong start) {
    Optional<Sample> sample = Samples.byName(image);
    Target.Options own = options(sample.map(Sample::board).orElse("virt"), start);
    return sample.isPresent() && cores == null ? own.withCores(sample.get().cores()) : own;
  }

  private Target open(String image, OptionalLong start) {
    Optional<Path> file = file(image);
    try {
      if (file.isPresent()) {
        return Target.load(file.get(), options("virt", start));
      }
      byte[] elf = SampleImages.elf(image).orElseThrow(() -> missing(image));
      return Target.of(image, elf, ofSample(image, start));
    } catch (UnusableTargetException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static boolean isNumber(String text) {
    return text != null && Character.isDigit(text.charAt(0));
  }

  private static long symbol(Target target, String name) {
    return target.image().symbols().stream()
            .filter(symbol -> symbol.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "--entry: '"
                            + name
                            + "' is neither a number nor a symbol of "
                            + target.image().name()
                            + "; write 0x... or a symbol that it has."))
            .address()
        & 0xffff_ffffL;
  }

  /** Whether anything was said of how an image is opened. */
  boolean isAny() {
    return linux
        || Stream.of(
                board,
                cores,
                ram,
                load,
                entry,
                deviceTree,
                initrd,
                commandLine,
                guest,
                guestInitrd,
                guestCommandLine,
                symbols)
            .anyMatch(Objects::nonNull);
  }

  /** Whether it was said where a raw binary goes. */
  boolean isLoaded() {
    return load != null;
  }

  /** Where a dump of memory begins, by physical address. */
  long dumpBase() {
    return Numbers.physical(load);
  }

  private static Optional<Path> file(String image) {
    try {
      Path path = Path.of(image);
      boolean named = Files.exists(path) && !(Files.isDirectory(path) && isBuiltIn(image));
      return named ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isBuiltIn(String image) {
    return Samples.byName(image).isPresent() || MatrixImages.has(image);
  }

  private static UsageException missing(String image) {
    return new UsageException(
        "There is no file and no sample '"
            + image
            + "': check the path; 'hypscope samples' lists the samples.");
  }

  private Target.Options options(String usualBoard, OptionalLong start) {
    return new Target.Options(
        board == null ? usualBoard : board,
        cores == null ? OptionalInt.empty() : OptionalInt.of(cores),
        ram == null ? OptionalLong.empty() : OptionalLong.of(Numbers.size(ram)),
        number(load),
        start,
        new BootFiles(
            linux,
            Optional.ofNullable(deviceTree),
            Optional.ofNullable(initrd),
            Optional.ofNullable(commandLine),
            Optional.ofNullable(symbols),
            new GuestFiles(
                placed("--guest", guest),
                placed("--guest-initrd", guestInitrd),
                Optional.ofNullable(guestCommandLine))));
  }

  private static Optional<GuestFiles.Placed> placed(String option, String text) {
    if (text == null) {
      return Optional.empty();
    }
    int sign = text.indexOf('=');
    if (sign < 0) {
      throw new UsageException(
          option + " takes ADDRESS=FILE, such as 0x50000000=zImage, and not '" + text + "'.");
    }
    long address = Numbers.physical(text.substring(0, sign));
    return Optional.of(new GuestFiles.Placed(address, Path.of(text.substring(sign + 1))));
  }

  private static OptionalLong number(String text) {
    return text == null ? OptionalLong.empty() : OptionalLong.of(Numbers.parse(text));
  }
}
