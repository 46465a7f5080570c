package org.hypscope.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.oracle.SystemSoftware;

/** The runs that the figures of going back are taken of. */
enum Programs {
  /** Functions in no order, system calls, aborts and maintenance, as a kernel has them. */
  KERNEL("kernel"),
  /** Loads and stores over 64 KiB. */
  MEMORY("memory"),
  /** A word into every page of 64 MiB, over and over. */
  PAGES("pages"),
  /** Hypercalls one after the other; HVBAR is written at the very start. */
  HYPERCALLS("hypercalls"),
  /** Hypercalls that write HVBAR. */
  REWRITES("rewrites"),
  /** Debian's kernel, unpacked by its own code. */
  DEBIAN("zImage"),
  /** Debian's kernel as it is unpacked. */
  DEBIAN_IMAGE("Image");

  private static final int ROUNDS = 1_000_000_000;
  private static final long IMAGE_ADDRESS = 0x40208000L;

  private final String file;

  Programs(String file) {
    this.file = file;
  }

  /** Those of {@code -Dhypscope.programs=kernel,zImage}, or all of {@code standard}. */
  static List<Programs> chosen(Programs... standard) {
    String chosen = System.getProperty("hypscope.programs", "");
    return chosen.isEmpty()
        ? List.of(standard)
        : Stream.of(chosen.split(",")).map(Programs::of).toList();
  }

  private static Programs of(String file) {
    return Stream.of(values()).filter(each -> each.file.equals(file)).findFirst().orElseThrow();
  }

  /** Builds it in {@code folder}, or finds it. */
  Target load(Path folder) throws UnusableTargetException {
    if (this != DEBIAN && this != DEBIAN_IMAGE) {
      Path elf = BenchPrograms.build(folder, file, ROUNDS);
      return Target.load(elf, Target.Options.standard());
    }
    Path packages = SystemSoftware.folder();
    BootFiles files =
        new BootFiles(
            true,
            Optional.empty(),
            Optional.of(packages.resolve("initramfs.cpio")),
            Optional.of("console=ttyAMA0"),
            Optional.empty());
    OptionalLong none = OptionalLong.empty();
    OptionalLong at = this == DEBIAN ? none : OptionalLong.of(IMAGE_ADDRESS);
    Path image = packages.resolve("armmp-lpae").resolve(file);
    if (!Files.exists(image)) {
      throw new IllegalStateException(image + " is not there: samples/fetch makes it.");
    }
    return Target.load(
        image, new Target.Options("virt", OptionalInt.empty(), none, at, none, files));
  }

  @Override
  public String toString() {
    return file;
  }
}
