package org.hypscope.abi.infer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Boards;
import org.hypscope.machine.load.ImageLoader;
import org.hypscope.machine.load.LoadOptions;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.oracle.Tools;

/** Handlers in assembly, each with a contract that was written by hand beside it. */
final class OddHandlers {
  static final Board BOARD = Boards.byName("virt");

  private static final Path FOLDER = Path.of("src/test/resources/infer");
  private static final String CODE = ".S";

  private OddHandlers() {}

  /** The sources that have a contract. */
  static List<Path> withContracts() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(CODE) && Files.exists(contract(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contract beside {@code source}. */
  static Path contract(Path source) {
    return Path.of(source.toString().replace(CODE, ".yaml"));
  }

  /** Assembles {@code source} of the folder into {@code into}. */
  static LoadedImage build(Path source, Path into) throws Exception {
    String name = source.getFileName().toString().replace(CODE, "");
    String object = into.resolve(name + ".o").toString();
    Path elf = into.resolve(name + ".elf");
    String lib = FOLDER.resolve("lib").toString();
    Tools.run(List.of(Tools.AS, "-I", lib, "-o", object, source.toString()));
    Tools.run(List.of(Tools.LD, "-T", lib + "/odd.ld", "-o", elf.toString(), object));
    return ImageLoader.load(elf, LoadOptions.on(BOARD));
  }

  /** As {@link #build}, for a source that a test gives. */
  static LoadedImage build(String code, Path into) throws Exception {
    Path source = into.resolve("given" + CODE);
    Files.writeString(source, "    .include \"odd.inc\"\n" + code);
    return build(source, into);
  }
}
