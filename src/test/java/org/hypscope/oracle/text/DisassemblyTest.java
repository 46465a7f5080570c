package org.hypscope.oracle.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hypscope.oracle.Tools;
import org.junit.jupiter.api.Assumptions;
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

  private Comparison comparison(InstructionSet set) {
    return new Comparison(set, table, new Objdump(), new LlvmMc());
  }

  @BeforeAll
  void readAll() throws IOException {
    Tools.assume(Objdump.PROGRAM, LlvmMc.PROGRAM);
    for (int n = 0; n < (Boolean.getBoolean("hypscope.long") ? LONG : 1); n++) {
      a32.compare(Words.any(InstructionSet.A32, RANDOM_WORDS, Words.SEED + n));
      a32.compare(Words.ofRows(InstructionSet.A32, WORDS_PER_ROW, Words.SEED + n));
    }
  }

  @Test
  void a32ReadsAsBothOraclesReadIt() {
    assertThat(a32.wrong()).as("of %d words", a32.compared()).isEmpty();
  }

  @Test
  void everyLineOfTheTableIsNeeded() {
    Assumptions.assumeTrue(Words.SEED == Words.USUAL_SEED, "another seed may miss what is rare");
    assertThat(table.unused()).isEmpty();
  }
}
