package org.hypscope.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A test program in assembly.
 *
 * @param name its file's name without the suffix
 * @param source the file
 * @param board where it runs, by what it includes
 * @param cores how many cores it needs
 * @param steps after how many steps the comparison ends, unless the program has ended before
 * @param ends whether it comes to its end at all
 * @param stepwise whether it may be compared step by step
 */
public record Program(
    String name, Path source, String board, int cores, int steps, boolean ends, boolean stepwise) {
  /** Where every program ends: a branch to itself (lib/common.inc). */
  static final int FINISHED = 0x40010004;

  /** What is compared at the end (lib/program.ld): log, data and stacks. */
  static final int COMPARED_START = 0x40030000;

  static final int COMPARED_END = 0x40034000;

  private static final Path FOLDER = Path.of("src/test/resources/programs");
  private static final int MOST_STEPS = 200_000;
  private static final Pattern STEPS = Pattern.compile("@ steps: (\\d+)");
  private static final Pattern CORES = Pattern.compile("@ cores: (\\d+)");

  /** All programs, by name. */
  public static List<Program> all() {
    return in(FOLDER);
  }

  /** The programs whose runs depend on time: they print, and power off. */
  public static List<Program> timed() {
    return in(FOLDER.resolve("timed"));
  }

  /**
   * The programs of hosts and their guests, whose exceptions are compared one by one: they print,
   * and power off.
   */
  static List<Program> virtual() {
    return in(FOLDER.resolve("virtual"));
  }

  private static List<Program> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".S"))
          .sorted()
          .map(Program::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program in {@code source}. */
  static Program of(Path source) {
    try {
      String text = Files.readString(source);
      String board = text.contains("\"secure.inc\"") ? "virt-secure" : "virt";
      Matcher steps = STEPS.matcher(text);
      String name = source.getFileName().toString().replace(".S", "");
      boolean endless = steps.find();
      int most = endless ? Integer.parseInt(steps.group(1)) : MOST_STEPS;
      Matcher cores = CORES.matcher(text);
      int count = cores.find() ? Integer.parseInt(cores.group(1)) : 1;
      boolean stepwise = !text.contains("@ not stepwise");
      return new Program(name, source, board, count, most, !endless, stepwise);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Assembles and links the program into {@code folder}; returns the ELF. */
  public Path build(Path folder) {
    Path object = folder.resolve(name + ".o");
    Path elf = folder.resolve(name + ".elf");
    Tools.run(List.of(Tools.AS, "-I", FOLDER + "/lib", "-o", object.toString(), source.toString()));
    Tools.run(
        List.of(
            Tools.LD, "-T", FOLDER + "/lib/program.ld", "-o", elf.toString(), object.toString()));
    return elf;
  }

  @Override
  public String toString() {
    return name;
  }
}
