package org.hypscope.oracle.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.decode.DisassembledInsn;

/**
 * Our disassembly of many instructions beside that of both oracles, judged word by word:
 *
 * <ul>
 *   <li>where an oracle prints an instruction it must be ours, by the table of spellings;
 *   <li>one oracle that refuses a word, or prints an instruction for a word that is UNDEFINED to
 *       us, is outvoted by the other one if that agrees with us;
 *   <li>a word that its row calls UNPREDICTABLE is wrong only if both print something else.
 * </ul>
 */
final class Comparison {
  private final InstructionSet set;
  private final List<Oracle> oracles;
  private final List<Spelling> spellings = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private int compared;

  /** How an oracle's line relates to ours. */
  private enum Vote {
    SAME,
    REFUSED,
    OTHER
  }

  Comparison(InstructionSet set, Spelling table, Oracle... oracles) {
    this.set = set;
    this.oracles = List.of(oracles);
    for (Oracle oracle : oracles) {
      spellings.add(table.about(oracle.name(), set.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Compares {@code words}, laid out one after the other. */
  void compare(List<Encoding> words) {
    List<List<String>> lines = new ArrayList<>();
    for (Oracle oracle : oracles) {
      List<String> read = read(oracle, words);
      if (read.size() != words.size()) {
        throw new AssertionError(oracle.name() + ": " + read.size() + " lines");
      }
      lines.add(read);
    }
    int address = 0;
    int it = 0;
    for (int n = 0; n < words.size(); n++) {
      Encoding encoding = words.get(n);
      List<String> theirs = new ArrayList<>();
      for (List<String> read : lines) {
        theirs.add(read.get(n));
      }
      judge(set.disassemble(encoding, address, it), it, theirs);
      address += encoding.size();
      it = set.itAfter(encoding, it);
    }
    compared += words.size();
  }

  private List<String> read(Oracle oracle, List<Encoding> words) {
    try {
      return oracle.read(set, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void judge(DisassembledInsn insn, int it, List<String> theirs) {
    int same = 0;
    int other = 0;
    for (int n = 0; n < oracles.size(); n++) {
      Vote vote = vote(n, insn, it, theirs.get(n));
      same += vote == Vote.SAME ? 1 : 0;
      other += vote == Vote.OTHER ? 1 : 0;
    }
    boolean doubtful = insn.form() == null || insn.unpredictable() != null;
    boolean fine = doubtful ? same > 0 || other < oracles.size() : same > 0 && other == 0;
    if (!fine) {
      Encoding encoding = new Encoding(insn.word(), insn.size());
      wrong.add(encoding + ": ours " + insn.text() + ", theirs " + String.join(" | ", theirs));
    }
  }

  private Vote vote(int n, DisassembledInsn insn, int it, String line) {
    Oracle oracle = oracles.get(n);
    String ours = oracle.ours(insn, set, it);
    boolean unpredictable = insn.unpredictable() != null;
    if (ours.equals(line) || spellings.get(n).same(line, ours, unpredictable)) {
      return Vote.SAME;
    }
    if (oracle.refuses(line)) {
      return insn.form() == null ? Vote.SAME : Vote.REFUSED;
    }
    return Vote.OTHER;
  }

  /** Whose instructions they are. */
  InstructionSet set() {
    return set;
  }

  /** What is wrong, a sentence each. */
  List<String> wrong() {
    return wrong;
  }

  /** How many instructions were compared. */
  int compared() {
    return compared;
  }
}
