package org.hypscope.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.decode.ThumbTable;
import org.hypscope.debug.Disassembly;
import org.hypscope.debug.Target;
import org.hypscope.debug.symbols.Sources;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.load.MappingSymbol.Content;
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
  @Mixin private SourceOptions source;

  @Parameters(arity = "0..*", paramLabel = "IMAGE|WORD", description = "An image, or words.")
  private List<String> operands = List.of();

  @Option(names = "--hex", description = "The operands are words, not an image.")
  private boolean hex;

  @Option(names = "--thumb", description = "T32 words; in an image, where no mapping symbol tells.")
  private boolean thumb;

  @Option(names = "--at", paramLabel = "ADDRESS", description = "Where the words lie, or to begin.")
  private String at;

  private Symbols symbols;

  /** Null where no sources are asked for. */
  private SourcePrinter lines;

  /** ITSTATE of the next T32 instruction. */
  private int it;

  @Override
  public Integer call() throws IOException {
    if (operands.isEmpty()) {
      throw new UsageException("Nothing to disassemble: give an image, or --hex and words.");
    }
    if (hex || operands.equals(List.of("-"))) {
      return words();
    }
    image();
    return ExitStatus.FINE;
  }

  private int words() throws IOException {
    int[] address = {at == null ? 0 : (int) Numbers.parse(at)};
    HexWords words =
        new HexWords(
            thumb,
            (word, size) -> {
              print(thumb ? t32(word, size, address[0]) : Disassembly.a32(word, address[0]));
              address[0] += size;
            });
    int status = ExitStatus.FINE;
    if (operands.equals(List.of("-"))) {
      status = lines(words);
    } else {
      words.line(String.join(" ", operands));
    }
    words.end();
    return status;
  }

  /** Reads the input to its end: a bad line is told of and left out. */
  private int lines(HexWords words) throws IOException {
    LineNumberReader in =
        new LineNumberReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int status = ExitStatus.FINE;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        words.line(line);
      } catch (UsageException e) {
        String where = "hypscope: line " + in.getLineNumber() + ": ";
        spec.commandLine().getErr().println(where + e.getMessage());
        status = ExitStatus.USAGE;
      }
    }
    return status;
  }

  private void image() {
    if (operands.size() > 1) {
      throw new UsageException("One image at a time: " + operands.get(1) + " is one too many.");
    }
    Target target = images.open(operands.get(0));
    symbols = new Symbols(target.image());
    if (source.wanted() && !format.isJson()) {
      lines =
          new SourcePrinter(
              new Sources(target.image(), symbols),
              source.folders(),
              spec.commandLine().getOut(),
              spec.commandLine().getErr());
    }
    long from = at == null ? 0 : Numbers.address(at, symbols) & 0xffff_ffffL;
    for (Segment segment : target.image().segments()) {
      if (segment.executable()) {
        segment(segment, from);
      }
    }
  }

  private void segment(Segment segment, long from) {
    ByteBuffer bytes = ByteBuffer.wrap(segment.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position((int) Math.min(bytes.limit(), Math.max(0, from - segment.address())));
    while (bytes.remaining() >= 2) {
      int address = (int) segment.address() + bytes.position();
      boolean t32 = symbols.content(address).map(Content.T32::equals).orElse(thumb);
      if (t32) {
        int hw1 = bytes.getShort() & 0xffff;
        boolean wide = ThumbTable.isWide(hw1) && bytes.hasRemaining();
        print(wide ? t32(hw1 << 16 | bytes.getShort() & 0xffff, 4, address) : t32(hw1, 2, address));
      } else if (bytes.remaining() >= 4) {
        it = 0;
        print(Disassembly.a32(bytes.getInt(), address));
      } else {
        return;
      }
    }
  }

  private DisassembledInsn t32(int word, int size, int address) {
    int hw1 = size == 4 ? word >>> 16 : word;
    if (size == 2 && ThumbTable.isWide(hw1)) { // the last halfword, and half an instruction
      return DisassembledInsn.undefined(address, word, size);
    }
    DisassembledInsn insn = Disassembly.t32(hw1, word & 0xffff, address, it);
    it = ItState.after(word, it);
    return insn;
  }

  private void print(DisassembledInsn insn) {
    PrintWriter out = spec.commandLine().getOut();
    if (format.isJson()) {
      out.println(json(insn));
      return;
    }
    String name = symbols == null ? "" : symbols.describe(insn.address());
    if (!name.isEmpty() && !name.contains("+")) {
      out.printf("%n%08x <%s>:%n", insn.address(), name);
    }
    if (lines != null) {
      lines.before(insn.address());
    }
    String note = insn.unpredictable() == null ? "" : "\t; " + insn.unpredictable();
    String comment = insn.comment().isEmpty() ? "" : "\t@ " + insn.comment();
    String word = String.format(insn.size() == 4 ? "%08x" : "%04x", insn.word());
    out.printf("%08x:\t%s\t%s%s%s%n", insn.address(), word, text(insn), comment, note);
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
