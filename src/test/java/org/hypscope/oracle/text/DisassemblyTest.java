package org.hypscope.oracle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every row and any word reads as is what GNU objdump and LLVM read, but for the differences
 * in the table, every line of which is needed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DisassemblyTest {
  private static final int RANDOM_WORDS = 200_000;
  private static final int WORDS_PER_ROW = 40;
  private static final int LONG = 10;

  private final Spelling table = Spelling.read(Spelling.DISASSEMBLERS);
  private final Comparison a32 = comparison(InstructionSet.A32);
  private final Comparison t32 = comparison(InstructionSet.T32);

  private Comparison comparison(InstructionSet set) {
    return new Comparison(set, table, new Objdump(), new LlvmMc());
  }

  @BeforeAll
  void readBoth() {
    Tools.assume(Objdump.PROGRAM, LlvmMc.PROGRAM);
    Stream.of(a32, t32).parallel().forEach(DisassemblyTest::readAll);
  }

  private static void readAll(Comparison comparison) {
    int rounds = Boolean.getBoolean("hypscope.long") ? LONG : 1;
    InstructionSet set = comparison.set();
    comparison.compare(Words.rare(set));
    for (int n = 0; n < rounds; n++) {
      long seed = Words.SEED + n;
      comparison.compare(Words.any(set, RANDOM_WORDS, seed));
      comparison.compare(Words.ofRows(set, WORDS_PER_ROW, seed));
    }
  }

  @Test
  void a32ReadsAsBothOraclesReadIt() {
    assertThat(a32.wrong()).as("of %d words", a32.compared()).isEmpty();
  }

  @Test
  void t32ReadsAsBothOraclesReadIt() {
    assertThat(t32.wrong()).as("of %d instructions", t32.compared()).isEmpty();
  }

  @Test
  void everyLineOfTheTableIsNeeded() {
    Words.assumeUsual();
    assertThat(table.unused()).isEmpty();
  }
}
