package org.hypscope.oracle.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.isa.Row;
import org.hypscope.arm.isa.RowWords;
import org.junit.jupiter.api.Assumptions;

/** The words that the suites try. Another seed: {@code -Dhypscope.seed=N}. */
final class Words {
  static final long USUAL_SEED = 20;
  static final long SEED = Long.getLong("hypscope.seed", USUAL_SEED);

  /** The three highest bits, which all wide T32 instructions have. */
  private static final int WIDE = 0b111 << 29;

  private static final List<Integer> RARE_A32 =
      List.of(
          0x128f54af, // ADD of a negative constant to the PC
          0xed9f7300, // LDC from the PC
          0xed9fab00, // VLDR from the PC
          0xeef90a10, // VMRS of FPINST
          0xeeea1a10, // VMSR of FPINST2
          0xe320f010, // ESB of ARMv8
          0xe320f014, // CSDB of ARMv8
          0xe92d0001, // STMDB of one register
          0xe8bd0001, // LDM of one register
          0xe1a00000, // MOV that was a NOP
          0xeff00000, // SVC that has a name
          0xe7ffdefe); // UDF that has a name

  private static final List<Integer> RARE_T32 =
      List.of(
          0x1c090000, // ADD of nothing
          0xe95f8200, // LDRD, minus zero from the PC
          0xf936ad00, // LDRSH with minus zero and writeback
          0xf815bc00, // LDRB with minus zero
          0xf839fc00, // PLDW with minus zero
          0xf89ff000, // PLD from the PC
          0xf3af8014, // CSDB of ARMv8
          0xf3af800d, // PACBTI of ARMv8-M
          0xf3af800f, // BTI of ARMv8-M
          0xf3af8010, // ESB of ARMv8
          0xf3af801d, // PAC of ARMv8-M
          0xf3af802d, // AUT of ARMv8-M
          0xe97fe97f); // SG of ARMv8-M

  private Words() {}

  /**
   * {@code count} instructions, their bits all random, and what an IT block must have. In T32 about
   * half of them are wide, as 3 in 32 words are by chance.
   */
  static List<Encoding> any(InstructionSet set, int count, long seed) {
    Random random = new Random(seed);
    List<Encoding> words = new ArrayList<>();
    while (words.size() < count) {
      int word = random.nextInt();
      boolean wide = set == InstructionSet.T32 && random.nextBoolean();
      add(set, set.encoding(wide ? word | WIDE : word), words);
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

  /** Skips a test of what must be met: another seed may miss what is rare. */
  static void assumeUsual() {
    Assumptions.assumeTrue(SEED == USUAL_SEED, "another seed may miss what is rare");
  }

  /** Words that a line of a table is about and that chance seldom meets. */
  static List<Encoding> rare(InstructionSet set) {
    return (set == InstructionSet.A32 ? RARE_A32 : RARE_T32).stream().map(set::encoding).toList();
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
