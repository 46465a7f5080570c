package org.hypscope.arm.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.oracle.text.Spelling;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every row has a line of GNU objdump's, which the disassembler writes too. */
class GoldenDisassemblyTest {
  private static final long SEED = 20;
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/hypscope/arm/isa/golden-a32.txt");

  private final Spelling spelling = Spelling.read(Spelling.DISASSEMBLERS).about("objdump", "a32");

  private static String resource(String name) {
    try (InputStream in = GoldenDisassemblyTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file holds one word a row, laid out from address 0 on. */
  @Test
  void everyRowHasItsGoldenLine() {
    List<String> titles = new ArrayList<>();
    for (String line : resource("golden-a32.txt").strip().split("\n")) {
      String[] parts = line.split(" \\| ", 3);
      int word = Integer.parseUnsignedInt(parts[1], 16);
      DisassembledInsn insn = A32.disassembler().a32(word, titles.size() * 4);
      assertThat(text(insn)).as(line).isEqualTo(adopt(parts[2]));
      titles.add(insn.form().title());
      assertThat(parts[0]).isEqualTo(insn.form().title());
    }
    assertThat(titles)
        .containsExactlyElementsOf(A32.rows().stream().map(row -> row.form().title()).toList());
  }

  @Test
  void theGoldenLinesAreObjdumps() throws IOException {
    assumeObjdump();
    List<Integer> words = new ArrayList<>();
    RowWords random = words(SEED);
    A32.rows().forEach(row -> words.add(random.next(row.form())));
    List<String> lines = Objdump.disassemble(words);
    List<String> fresh = new ArrayList<>();
    for (int n = 0; n < words.size(); n++) {
      String title = A32.rows().get(n).form().title();
      String text = lines.get(n).replace('\t', ' ').strip();
      fresh.add(String.format("%s | %08x | %s", title, words.get(n), text));
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, String.join("\n", fresh) + "\n");
    }
    assertThat(resource("golden-a32.txt").strip().lines())
        .as("regenerate with -Dsurefire.jdk=-Dgolden.update=true after adding a row")
        .containsExactlyElementsOf(fresh);
  }

  private static void assumeObjdump() {
    Assumptions.assumeTrue(
        Objdump.isThere(),
        "arm-linux-gnueabihf-objdump is not installed (package binutils-arm-linux-gnueabihf)");
  }

  private static RowWords words(long seed) {
    return new RowWords(seed, word -> A32.disassembler().a32(word, 0).form());
  }

  private static String text(DisassembledInsn insn) {
    return insn.comment().isEmpty() ? insn.text() : insn.text() + " @ " + insn.comment();
  }

  /** Objdump's line with blanks for tabs and with our spelling. */
  private String adopt(String line) {
    return spelling.adopt(line.replaceAll("\\s+", " ").strip());
  }
}
