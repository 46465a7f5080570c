package org.hypscope.oracle.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.arm.decode.DisassembledInsn;

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
  private static final Pattern HIGH = Pattern.compile("\\br1[012]\\b");
  private static final String[] NAMES = {"sl", "fp", "ip"};
  private static final Pattern FRACTION = Pattern.compile("#(-?\\d+\\.\\d+(?:e[+-]\\d+)?)");
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
    Path output = Files.createTempFile("words", ".s");
    try {
      Set<Integer> refused = new HashSet<>();
      Matcher warning = WARNING.matcher(run(set, encodings, output));
      while (warning.find()) {
        refused.add(Integer.parseInt(warning.group(1)) - 1);
      }
      List<String> texts = Files.readAllLines(output);
      int next = 1; // after .text
      List<String> lines = new ArrayList<>();
      for (int n = 0; n < encodings.size(); n++) {
        lines.add(refused.contains(n) ? REFUSED : line(texts.get(next++)));
      }
      if (next != texts.size()) {
        throw new AssertionError(texts.size() - next + " lines of llvm-mc are left over");
      }
      return lines;
    } finally {
      Files.delete(output);
    }
  }

  /**
   * Disassembles into {@code output}; returns the warnings. Its status is bad where there is one.
   */
  private static String run(InstructionSet set, List<Encoding> encodings, Path output)
      throws IOException {
    Path input = Files.createTempFile("words", ".txt");
    try {
      Files.writeString(input, bytes(set, encodings));
      String triple = "-triple=" + set.triple();
      Process process =
          new ProcessBuilder(PROGRAM, "--disassemble", triple, FEATURES, input.toString())
              .redirectOutput(output.toFile())
              .start();
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(input);
    }
  }

  private static String bytes(InstructionSet set, List<Encoding> encodings) {
    StringBuilder bytes = new StringBuilder();
    for (Encoding encoding : encodings) {
      bytes.append('['); // a block on its own: nothing after it is read out of step
      for (byte b : set.bytes(List.of(encoding))) {
        bytes.append("0x").append(Integer.toHexString(b & 0xff)).append(' ');
      }
      bytes.append("]\n");
    }
    return bytes.toString();
  }

  private static String line(String text) {
    return plain(text.replaceAll("\\s+", " ").strip());
  }

  /**
   * Numbers as signed decimals of 32 bits without {@code #}, where minus zero stays; R10 to R12 by
   * the names of the procedure call standard; lists without ranges; and no suffix for the width,
   * which LLVM writes only where there is another encoding.
   */
  static String plain(String text) {
    boolean wide = text.contains(".i64 ");
    String plain =
        NUMBER.matcher(text.replace(" :", ":")).replaceAll(found -> number(found.group(1), wide));
    plain = plain.indexOf('.') < 0 ? plain : FRACTION.matcher(plain).replaceAll(LlvmMc::fraction);
    String named = HIGH.matcher(plain).replaceAll(found -> NAMES[found.group().charAt(2) - '0']);
    named = RegisterLists.plain(named);
    int end = named.indexOf(' ');
    String mnemonic = end < 0 ? named : named.substring(0, end);
    boolean sized = mnemonic.endsWith(".w") || mnemonic.endsWith(".n");
    int length = mnemonic.length();
    return sized ? mnemonic.substring(0, length - 2) + named.substring(length) : named;
  }

  private static String fraction(MatchResult fraction) {
    double value = Double.parseDouble(fraction.group(1));
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String number(String digits, boolean wide) {
    if (digits.equals("-0")) {
      return digits;
    }
    return wide && digits.startsWith("0x")
        ? Long.toString(Long.parseUnsignedLong(digits.substring(2), 16))
        : Integer.toString(Long.decode(digits).intValue());
  }

  @Override
  public boolean refuses(String line) {
    return line.equals(REFUSED);
  }

  @Override
  public String ours(DisassembledInsn insn, InstructionSet set, int it) {
    if (insn.target() == null) {
      return plain(insn.text());
    }
    Encoding encoding = new Encoding(insn.word(), insn.size());
    return plain(set.disassemble(encoding, -set.pcOffset(), it).text());
  }
}
