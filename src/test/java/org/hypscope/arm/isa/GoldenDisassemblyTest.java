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
import java.util.regex.Pattern;
import org.hypscope.arm.decode.DisassembledInsn;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The disassembler writes what GNU objdump writes, but for the listed spelling differences. */
class GoldenDisassemblyTest {
  private static final int WORDS_PER_ROW = 40;
  private static final long SEED = 20;
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/hypscope/arm/isa/golden-a32.txt");

  private final List<Difference> differences = Difference.readAll();

  /** A spelling of objdump's that this disassembler does not follow, with the reason. */
  private record Difference(Pattern theirs, String ours, String reason) {
    static List<Difference> readAll() {
      List<Difference> all = new ArrayList<>();
      for (String line : resource("spelling-differences.tsv").split("\n")) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] parts = line.split("\t");
          assertThat(parts).as("columns of: " + line).hasSize(3);
          all.add(new Difference(Pattern.compile(parts[0]), parts[1], parts[2]));
        }
      }
      return all;
    }
  }

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

  @Test
  void randomWordsOfEveryRowReadAsObjdumpReadsThem() throws IOException {
    assumeObjdump();
    List<Integer> words = new ArrayList<>();
    RowWords random = words(SEED + 1);
    for (Row row : A32.rows()) {
      for (int n = 0; n < WORDS_PER_ROW; n++) {
        words.add(random.next(row.form()));
      }
    }
    List<String> theirs = Objdump.disassemble(words);
    assertThat(theirs).hasSameSizeAs(words);
    List<String> wrong = new ArrayList<>();
    for (int n = 0; n < words.size(); n++) {
      String ours = text(A32.disassembler().a32(words.get(n), n * 4));
      String expected = adopt(theirs.get(n));
      if (!ours.equals(expected)) {
        wrong.add(String.format("%08x: ours %s, objdump %s", words.get(n), ours, expected));
      }
    }
    assertThat(wrong).isEmpty();
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
    String text = line.replaceAll("\\s+", " ").strip();
    for (Difference difference : differences) {
      text = difference.theirs.matcher(text).replaceAll(difference.ours);
    }
    return text.strip();
  }
}
