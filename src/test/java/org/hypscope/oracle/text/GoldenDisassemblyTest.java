package org.hypscope.oracle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every row has a line of GNU objdump's, which the disassembler writes too: title, word and text,
 * laid out one after the other from 0 on. An IT is followed by the NOPs of its block.
 */
class GoldenDisassemblyTest {
  private static final String SEPARATOR = " | ";

  private static final Objdump OBJDUMP = new Objdump();

  /** One line of the file. */
  private record Line(String title, Encoding encoding, String text) {
    private static Line parse(String line) {
      String[] parts = line.split(" \\| ", 3);
      int word = Integer.parseUnsignedInt(parts[1], 16);
      return new Line(parts[0], new Encoding(word, parts[1].length() / 2), parts[2]);
    }

    @Override
    public String toString() {
      return String.join(SEPARATOR, title, encoding.toString(), text);
    }
  }

  private static Path file(InstructionSet set) {
    String name = "golden-" + set.name().toLowerCase(Locale.ROOT) + ".txt";
    return Path.of("src/test/resources/org/hypscope/oracle/text", name);
  }

  private static List<Line> golden(InstructionSet set) throws IOException {
    return Files.readAllLines(file(set)).stream().map(Line::parse).toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyRowHasItsGoldenLine(InstructionSet set) throws IOException {
    Spelling spelling =
        Spelling.read(Spelling.DISASSEMBLERS)
            .about(OBJDUMP.name(), set.name().toLowerCase(Locale.ROOT));
    List<String> titles = new ArrayList<>();
    int address = 0;
    int it = 0;
    for (Line line : golden(set)) {
      DisassembledInsn insn = set.disassemble(line.encoding, address, it);
      String ours = OBJDUMP.ours(insn, set, it);
      assertThat(spelling.same(RegisterLists.plain(line.text), ours, false))
          .as("%s, but ours is %s", line, ours)
          .isTrue();
      assertThat(insn.form().title()).isEqualTo(line.title);
      if (!ItState.inBlock(it)) {
        titles.add(line.title);
      }
      address += line.encoding.size();
      it = set.itAfter(line.encoding, it);
    }
    assertThat(titles)
        .containsExactlyElementsOf(set.rows().stream().map(row -> row.form().title()).toList());
  }

  @ParameterizedTest
  @EnumSource
  void theGoldenLinesAreObjdumps(InstructionSet set) throws IOException {
    Tools.assume(Objdump.PROGRAM);
    assertThat(Files.readAllLines(file(set)))
        .as(
            "%s is stale: mvn -q test -Dtest=GoldenDisassemblyTest -Dgolden.update=true, then commit it",
            file(set))
        .containsExactlyElementsOf(fresh(set));
  }

  @BeforeAll
  static void writeAgainIfAsked() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Tools.assume(Objdump.PROGRAM);
      for (InstructionSet set : InstructionSet.values()) {
        Files.write(file(set), fresh(set));
      }
    }
  }

  /** What the file of {@code set} should hold. */
  private static List<String> fresh(InstructionSet set) throws IOException {
    List<Encoding> words = Words.ofRows(set, 1, Words.USUAL_SEED);
    List<String> texts = OBJDUMP.lines(set, words);
    List<String> fresh = new ArrayList<>();
    for (int n = 0; n < words.size(); n++) {
      String title = set.disassemble(words.get(n), 0).form().title();
      fresh.add(new Line(title, words.get(n), texts.get(n)).toString());
    }
    return fresh;
  }
}
