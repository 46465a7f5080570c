package org.hypscope.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.debug.Disassembly;
import org.hypscope.debug.Target;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.load.Segment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "disassemble",
    description = "Disassembles the code of an image, or words; '-' reads words from the input.")
final class DisassembleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private FormatOption format;

  @Parameters(arity = "0..*", paramLabel = "IMAGE|WORD", description = "An image, or words.")
  private List<String> operands = List.of();

  @Option(names = "--hex", description = "The operands are words, not an image.")
  private boolean hex;

  @Option(names = "--thumb", description = "T32 code: not yet, see README.")
  private boolean thumb;

  @Option(names = "--at", paramLabel = "ADDRESS", description = "Where the words lie, or to begin.")
  private String at;

  private Symbols symbols;

  @Override
  public Integer call() throws IOException {
    if (thumb) {
      throw new UsageException("T32 is not disassembled by this version: leave out --thumb.");
    }
    if (operands.isEmpty()) {
      throw new UsageException("Nothing to disassemble: give an image, or --hex and words.");
    }
    if (hex || operands.equals(List.of("-"))) {
      words();
    } else {
      image();
    }
    return ExitStatus.FINE;
  }

  private void words() throws IOException {
    int[] address = {at == null ? 0 : (int) Numbers.parse(at)};
    HexWords words =
        new HexWords(
            thumb,
            (word, size) -> {
              print(address[0], word);
              address[0] += size;
            });
    if (operands.equals(List.of("-"))) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      in.lines().forEach(words::line);
    } else {
      words.line(String.join(" ", operands));
    }
    words.end();
  }

  private void image() {
    if (operands.size() > 1) {
      throw new UsageException("One image at a time: " + operands.get(1) + " is one too many.");
    }
    Target target = images.open(operands.get(0));
    symbols = new Symbols(target.image());
    long from = at == null ? 0 : Numbers.address(at, symbols) & 0xffff_ffffL;
    for (Segment segment : target.image().segments()) {
      if (segment.executable()) {
        segment(segment, from);
      }
    }
  }

  private void segment(Segment segment, long from) {
    byte[] bytes = segment.bytes();
    for (int i = 0; i + 4 <= bytes.length; i += 4) {
      long address = segment.address() + i;
      if (address >= from) {
        int word =
            bytes[i] & 0xff
                | (bytes[i + 1] & 0xff) << 8
                | (bytes[i + 2] & 0xff) << 16
                | bytes[i + 3] << 24;
        print((int) address, word);
      }
    }
  }

  private void print(int address, int word) {
    PrintWriter out = spec.commandLine().getOut();
    DisassembledInsn insn = Disassembly.a32(word, address);
    if (format.isJson()) {
      out.println(json(insn));
      return;
    }
    String name = symbols == null ? "" : symbols.describe(address);
    if (!name.isEmpty() && !name.contains("+")) {
      out.printf("%n%08x <%s>:%n", address, name);
    }
    String note = insn.unpredictable() == null ? "" : "\t; " + insn.unpredictable();
    String comment = insn.comment().isEmpty() ? "" : "\t@ " + insn.comment();
    out.printf("%08x:\t%08x\t%s%s%s%n", address, word, text(insn), comment, note);
  }

  private static String text(DisassembledInsn insn) {
    return insn.operands().isEmpty() ? insn.mnemonic() : insn.mnemonic() + "\t" + insn.operands();
  }

  private static Json json(DisassembledInsn insn) {
    return new Json()
        .hex("address", insn.address())
        .hex("word", insn.word())
        .put("text", insn.text())
        .put("mnemonic", insn.mnemonic())
        .put("operands", insn.operands())
        .put("reads", insn.reads())
        .put("writes", insn.writes())
        .hex("target", insn.target())
        .put("section", insn.form() == null ? null : insn.form().section())
        .put("unpredictable", insn.unpredictable());
  }
}
