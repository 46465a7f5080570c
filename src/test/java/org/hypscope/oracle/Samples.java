package org.hypscope.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The samples of the source tree. */
final class Samples {
  private static final Path FOLDER = Path.of("samples");

  private Samples() {}

  /** The names of all samples that run on one core, in order. */
  static List<String> onOneCore() {
    return names().stream().filter(name -> cores(name) == 1).toList();
  }

  private static int cores(String name) {
    return org.hypscope.abi.sample.Samples.byName(name).orElseThrow().cores();
  }

  /** The names of all samples, in order. */
  static List<String> names() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("sample.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The committed image of {@code name}. */
  static Path elf(String name) {
    return FOLDER.resolve(name).resolve(name + ".elf");
  }
}
