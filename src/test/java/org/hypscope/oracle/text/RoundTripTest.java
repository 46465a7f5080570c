package org.hypscope.oracle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is disassembled, assembled by GNU as and disassembled again reads the same; where as does
 * not take a text or means another one by it, a table says why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
  private static final int WORDS_PER_ROW = 20;

  private final Spelling table = Spelling.read("assembler-differences.tsv");
  private final List<String> wrong = new ArrayList<>();

  @BeforeAll
  void tripAll(@TempDir Path folder) throws IOException {
    Tools.assume(Assembler.PROGRAM);
    for (InstructionSet set : InstructionSet.values()) {
      trip(set, folder);
    }
  }

  private void trip(InstructionSet set, Path folder) throws IOException {
    Spelling spelling = table.about("as", set.name().toLowerCase(Locale.ROOT));
    List<Encoding> words = new ArrayList<>(Words.rare(set));
    words.addAll(Words.ofRows(set, WORDS_PER_ROW, Words.SEED));
    List<String> lines = new ArrayList<>();
    int it = 0;
    for (Encoding word : words) {
      lines.add(relative(set.disassemble(word, 0, it)));
      it = set.itAfter(word, it);
    }
    List<String> input = lines.stream().map(spelling::adopt).toList();
    List<Assembler.Result> results = new Assembler(folder).assemble(set, input);
    it = 0;
    for (int n = 0; n < words.size(); n++) {
      Assembler.Result result = results.get(n);
      String again =
          result.error() != null
              ? "Error: " + result.error()
              : relative(set.disassemble(result.encoding(), 0, it));
      if (!again.equals(lines.get(n)) && !spelling.same(again, lines.get(n), false)) {
        wrong.add(words.get(n) + ": " + lines.get(n) + " becomes " + again);
      }
      it = set.itAfter(words.get(n), it);
    }
  }

  /** The text of an instruction at 0, with the target of a branch from where it stands. */
  private static String relative(DisassembledInsn insn) {
    String text = insn.text();
    if (insn.target() == null || text.contains("[")) {
      return text;
    }
    return text.replaceFirst("0x[0-9a-f]+$", ". + " + insn.target());
  }

  @Test
  void whatIsAssembledReadsAsBefore() {
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyLineOfTheTableIsNeeded() {
    Words.assumeUsual();
    assertThat(table.unused()).isEmpty();
  }
}
