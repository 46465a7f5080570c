package org.hypscope.debug.symbols.dwarf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.BootFiles;
import org.hypscope.machine.load.ElfSection;
import org.hypscope.machine.load.ImageException;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;

/** The programs that {@code src/test/resources/dwarf/build} makes. */
final class DwarfFiles {
  private static final Path FOLDER = Path.of("src/test/resources/dwarf");

  private DwarfFiles() {}

  /** All of them. */
  static List<Path> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(each -> each.toString().endsWith(".elf")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String name) {
    return FOLDER.resolve(name + ".elf");
  }

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LoadedImage load(Path file) {
    try {
      return load(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ImageException e) {
      throw new AssertionError(e);
    }
  }

  static LoadedImage load(byte[] contents) throws ImageException {
    java.util.OptionalLong own = java.util.OptionalLong.empty();
    LoadOptions options =
        new LoadOptions(Boards.byName(Boards.names().get(0)), own, own, BootFiles.none());
    return ImageLoader.load("program", contents, options);
  }

  static Dwarf dwarf(LoadedImage image) {
    return new Dwarf(image.names().sections(), address -> image.isLoaded((int) address));
  }

  static Dwarf dwarf(String name) {
    return dwarf(load(file(name)));
  }

  /** Every second address of the code. */
  static List<Integer> code(LoadedImage image) {
    ElfSection text = image.names().sections().find(".text").orElseThrow();
    return IntStream.range(0, text.contents().remaining() / 2)
        .mapToObj(n -> text.address() + 2 * n)
        .toList();
  }
}
