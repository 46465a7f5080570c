package org.hypscope.oracle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hypscope.arm.isa.Row;
import org.hypscope.arm.isa.RowWords;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every row and any word reads as is what GNU objdump and LLVM read, but for the differences
 * in the table, every line of which is needed. Another seed: {@code -Dhypscope.seed=N}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisassemblyTest {
  private static final int RANDOM_WORDS = 200_000;
  private static final int WORDS_PER_ROW = 40;
  private static final int LONG = 10;
  private static final long USUAL_SEED = 20;
  private static final long SEED = Long.getLong("hypscope.seed", USUAL_SEED);

  private final Spelling table = Spelling.read();
  private final Comparison a32 = comparison(InstructionSet.A32);

  private Comparison comparison(InstructionSet set) {
    return new Comparison(set, table, new Objdump(), new LlvmMc());
  }

  @BeforeAll
  void readAll() throws IOException {
    Tools.assume(Objdump.PROGRAM, LlvmMc.PROGRAM);
    for (int n = 0; n < (Boolean.getBoolean("hypscope.long") ? LONG : 1); n++) {
      a32.compare(anyWords(InstructionSet.A32, SEED + n));
      a32.compare(wordsOfRows(InstructionSet.A32, SEED + n));
    }
  }

  @Test
  void a32ReadsAsBothOraclesReadIt() {
    assertThat(a32.wrong()).as("of %d words", a32.compared()).isEmpty();
  }

  @Test
  void everyLineOfTheTableIsNeeded() {
    Assumptions.assumeTrue(SEED == USUAL_SEED, "another seed may miss what is rare");
    assertThat(table.unused()).isEmpty();
  }

  private static List<Encoding> anyWords(InstructionSet set, long seed) {
    Random random = new Random(seed);
    List<Encoding> words = new ArrayList<>();
    while (words.size() < RANDOM_WORDS) {
      int word = random.nextInt();
      if (set == InstructionSet.A32 && !floatingPoint(word)) {
        words.add(set.encoding(word));
      }
    }
    return words;
  }

  /** Whether a word lies where VFP and Advanced SIMD have their instructions. */
  private static boolean floatingPoint(int word) {
    int top = word >>> 24;
    boolean coprocessor = top >>> 28 - 24 != 15 && (top & 15) >= 12 && (top & 15) < 15;
    boolean unconditional = top >= 0xfc && top < 0xff;
    boolean simd = (top & 0xfe) == 0xf2 || top == 0xf4 && (word >>> 20 & 1) == 0;
    return simd || (coprocessor || unconditional) && (word >>> 9 & 7) == 5;
  }

  private static List<Encoding> wordsOfRows(InstructionSet set, long seed) {
    RowWords random = new RowWords(seed, word -> set.disassemble(set.encoding(word), 0).form());
    List<Encoding> words = new ArrayList<>();
    for (Row row : set.rows()) {
      for (int n = 0; n < WORDS_PER_ROW; n++) {
        words.add(set.encoding(random.next(row.form())));
      }
    }
    return words;
  }
}
