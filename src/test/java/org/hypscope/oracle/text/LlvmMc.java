package org.hypscope.oracle.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.oracle.Tools;

/**
 * LLVM's disassembler. It says nothing where it knows no instruction, but for a warning with the
 * number of the line. It writes branches as offsets from the PC and numbers in its own way: numbers
 * are compared as 32-bit values.
 */
final class LlvmMc implements Oracle {
  static final String PROGRAM = "llvm-mc";

  private static final String FEATURES =
      "-mattr=+virtualization,+trustzone,+mp,+hwdiv,+hwdiv-arm,+neon,+vfp4,+fp16";
  private static final Pattern WARNING = Pattern.compile(":(\\d+):\\d+: warning: invalid");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.#])#?(-?(?:0x[0-9a-fA-F]+|[0-9]+))(?![\\w.])");
  private static final String REFUSED = "<invalid>";

  @Override
  public String name() {
    return "llvm";
  }

  @Override
  public String program() {
    return PROGRAM;
  }

  @Override
  public List<String> read(InstructionSet set, List<Encoding> encodings) throws IOException {
    Path input = Files.createTempFile("words", ".txt");
    Path output = Files.createTempFile("words", ".s");
    try {
      StringBuilder bytes = new StringBuilder();
      for (Encoding encoding : encodings) {
        for (byte b : set.bytes(List.of(encoding))) {
          bytes.append(String.format("0x%02x ", b));
        }
        bytes.append('\n');
      }
      Files.writeString(input, bytes);
      String triple = "-triple=" + set.triple();
      String warnings =
          Tools.run(
              List.of(
                  PROGRAM,
                  "--disassemble",
                  triple,
                  FEATURES,
                  "-o",
                  output.toString(),
                  input.toString()));
      return join(encodings.size(), warnings, Files.readAllLines(output));
    } finally {
      Files.delete(input);
      Files.delete(output);
    }
  }

  private static List<String> join(int count, String warnings, List<String> output) {
    String[] lines = new String[count];
    Matcher refused = WARNING.matcher(warnings);
    while (refused.find()) {
      lines[Integer.parseInt(refused.group(1)) - 1] = REFUSED;
    }
    int next = 1; // after ".text"
    for (int n = 0; n < count; n++) {
      if (lines[n] == null) {
        lines[n] = plain(output.get(next++).replaceAll("\\s+", " ").strip());
      }
    }
    if (next != output.size()) {
      throw new AssertionError(output.size() - next + " lines of llvm-mc are left over");
    }
    return new ArrayList<>(List.of(lines));
  }

  /** Numbers as signed decimals of 32 bits without {@code #}; minus zero stays. */
  static String plain(String text) {
    return NUMBER.matcher(text).replaceAll(found -> number(found.group(1)));
  }

  private static String number(String digits) {
    if (digits.equals("-0")) {
      return digits;
    }
    return Integer.toString(Long.decode(digits).intValue());
  }

  @Override
  public boolean refuses(String line) {
    return line.equals(REFUSED);
  }

  @Override
  public String ours(InstructionSet set, Encoding encoding, int address) {
    return plain(set.disassemble(encoding, -set.pcOffset()).text());
  }
}
