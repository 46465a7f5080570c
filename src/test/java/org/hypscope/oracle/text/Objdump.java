package org.hypscope.oracle.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.oracle.Tools;

/** GNU objdump: one line an instruction, as it reads them laid one after the other from 0 on. */
final class Objdump implements Oracle {
  static final String PROGRAM = "arm-linux-gnueabihf-objdump";

  @Override
  public String name() {
    return "objdump";
  }

  @Override
  public String program() {
    return PROGRAM;
  }

  @Override
  public List<String> read(InstructionSet set, List<Encoding> encodings) throws IOException {
    return lines(set, encodings).stream().map(RegisterLists::plain).toList();
  }

  /** As {@link #read}, with lists of registers as it writes them. */
  List<String> lines(InstructionSet set, List<Encoding> encodings) throws IOException {
    Path file = Files.createTempFile("words", ".bin");
    try {
      Files.write(file, set.bytes(encodings));
      String option = set == InstructionSet.A32 ? "-Mno-force-thumb" : "-Mforce-thumb";
      return lines(
          Tools.run(
              List.of(PROGRAM, "-D", "-z", "-b", "binary", "-marmv7", option, file.toString())));
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> lines(String output) {
    List<String> lines = new ArrayList<>();
    for (String line : output.split("\n")) {
      String[] parts = line.split("\t", 3);
      if (parts.length == 3 && parts[0].trim().endsWith(":")) {
        lines.add(parts[2].replaceAll("\\s+", " ").strip());
      }
    }
    return lines;
  }

  @Override
  public boolean refuses(String line) {
    return line.contains("<UNDEFINED>");
  }

  @Override
  public String ours(DisassembledInsn insn, InstructionSet set, int it) {
    String text = insn.comment().isEmpty() ? insn.text() : insn.text() + " @ " + insn.comment();
    return RegisterLists.plain(text);
  }
}
