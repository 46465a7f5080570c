package org.hypscope.oracle.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.oracle.Tools;

/** GNU as: many lines in one call, each to the instruction that it means or to a complaint. */
final class Assembler {
  static final String PROGRAM = Tools.AS;

  private static final String OBJCOPY = "arm-linux-gnueabihf-objcopy";
  private static final Pattern ERROR = Pattern.compile(":(\\d+): Error: (.*)");

  /** The bytes that a line may take: an instruction, and what fills it up. */
  private static final int SLOT = 8;

  private final Path folder;

  /** What became of a line: an instruction, or the complaint where that is not null. */
  record Result(Encoding encoding, String error) {}

  Assembler(Path folder) {
    this.folder = folder;
  }

  /** Assembles {@code lines}, every one at an address of its own. */
  List<Result> assemble(InstructionSet set, List<String> lines) throws IOException {
    Map<Integer, String> errors = errors(set, lines);
    List<String> good = new ArrayList<>(lines);
    errors.keySet().forEach(n -> good.set(n, "nop"));
    Path object = folder.resolve("lines.o");
    Tools.run(List.of(PROGRAM, "-o", object.toString(), source(set, good).toString()));
    Path binary = folder.resolve("lines.bin");
    Tools.run(
        List.of(OBJCOPY, "-O", "binary", "-j", ".text", object.toString(), binary.toString()));
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(binary)).order(ByteOrder.LITTLE_ENDIAN);
    List<Result> results = new ArrayList<>();
    for (int n = 0; n < lines.size(); n++) {
      results.add(new Result(set.inMemory(bytes.getInt(n * SLOT)), errors.get(n)));
    }
    return results;
  }

  private Map<Integer, String> errors(InstructionSet set, List<String> lines) throws IOException {
    Path source = source(set, lines);
    Process process =
        new ProcessBuilder(PROGRAM, "-o", folder.resolve("no.o").toString(), source.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    int first = header(set).split("\n").length + 1;
    Map<Integer, String> errors = new HashMap<>();
    Matcher error = ERROR.matcher(said);
    while (error.find()) {
      int line = Integer.parseInt(error.group(1)) - first;
      errors.putIfAbsent(line / 2, error.group(2));
    }
    return errors;
  }

  private Path source(InstructionSet set, List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder(header(set));
    for (int n = 0; n < lines.size(); n++) {
      text.append(lines.get(n)).append("\n.org ").append((n + 1) * SLOT).append('\n');
    }
    Path source = folder.resolve("lines.s");
    Files.writeString(source, text);
    return source;
  }

  private static String header(InstructionSet set) {
    return ".syntax unified\n.arch armv7ve\n.arch_extension sec\n.arch_extension mp\n"
        + (".fpu neon-vfpv4\n.text\n" + set.directive() + "\n");
  }
}
