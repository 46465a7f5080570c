package org.hypscope.oracle.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.isa.Row;
import org.hypscope.arm.isa.RowWords;

/** The words that the suites try. Another seed: {@code -Dhypscope.seed=N}. */
final class Words {
  static final long USUAL_SEED = 20;
  static final long SEED = Long.getLong("hypscope.seed", USUAL_SEED);

  private Words() {}

  /** {@code count} instructions, their bits all random, and what an IT block must have. */
  static List<Encoding> any(InstructionSet set, int count, long seed) {
    Random random = new Random(seed);
    List<Encoding> words = new ArrayList<>();
    while (words.size() < count) {
      int word = random.nextInt();
      if (!isVfp(word)) {
        add(set, set.encoding(word), words);
      }
    }
    return words;
  }

  /**
   * Adds an instruction and, after an IT, those of its block: nothing else lies in one. An IT that
   * is UNPREDICTABLE is left out, since no two tools agree on what lies in its block.
   */
  private static void add(InstructionSet set, Encoding encoding, List<Encoding> words) {
    int it = set.itAfter(encoding, 0);
    if (ItState.inBlock(it) && set.disassemble(encoding, 0).unpredictable() != null) {
      return;
    }
    words.add(encoding);
    while (ItState.inBlock(it)) {
      words.add(set.nop());
      it = ItState.advance(it);
    }
  }

  /** Whether it has the form of an instruction of coprocessors 10 and 11. */
  private static boolean isVfp(int word) {
    int kind = word >>> 24 & 15;
    return kind >= 12 && kind < 15 && (word >>> 9 & 7) == 5;
  }

  /** {@code count} instructions of every row that are not UNPREDICTABLE. */
  static List<Encoding> ofRows(InstructionSet set, int count, long seed) {
    RowWords random = new RowWords(seed, word -> set.disassemble(set.ofRow(word), 0).form());
    List<Encoding> words = new ArrayList<>();
    for (Row row : set.rows()) {
      for (int n = 0; n < count; n++) {
        add(set, set.ofRow(random.next(row.form())), words);
      }
    }
    return words;
  }
}
