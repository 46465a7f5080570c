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
      if (!floatingPoint(set, word)) {
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
    int it = set == InstructionSet.T32 ? ItState.after(encoding.word(), 0) : 0;
    if (ItState.inBlock(it) && set.disassemble(encoding, 0).unpredictable() != null) {
      return;
    }
    words.add(encoding);
    while (ItState.inBlock(it)) {
      words.add(set.nop());
      it = ItState.advance(it);
    }
  }

  private static boolean wideLoads(int word) {
    return word >>> 25 == 0b1110100
        || word >>> 25 == 0b1111100
        || (word >>> 27 == 0b11110 && word << 16 < 0);
  }

  /** Whether a word lies where VFP and Advanced SIMD have their instructions. */
  private static boolean floatingPoint(InstructionSet set, int word) {
    if (set == InstructionSet.T32) {
      return wideLoads(word) || word >>> 26 == 0b111011 || word >>> 26 == 0b111111;
    }
    int top = word >>> 24;
    boolean coprocessor = top >>> 28 - 24 != 15 && (top & 15) >= 12 && (top & 15) < 15;
    boolean unconditional = top >= 0xfc && top < 0xff;
    boolean simd = (top & 0xfe) == 0xf2 || top == 0xf4 && (word >>> 20 & 1) == 0;
    return simd || (coprocessor || unconditional) && (word >>> 9 & 7) == 5;
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
