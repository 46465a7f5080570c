package org.hypscope.abi.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hypscope.abi.Condition;
import org.hypscope.abi.Words;

/** Writes a region's inputs as the condition of a contract. */
final class Conditions {
  private static final int LARGE = 4_096;

  private Conditions() {}

  /** For the registers of {@code region}; the immediate is left out. */
  static Condition of(Region region) {
    List<String> terms = new ArrayList<>();
    for (Map.Entry<Integer, Piece> each : region.when().entrySet()) {
      if (each.getKey() < Inputs.REGISTERS) {
        terms.add(term(Inputs.name(each.getKey()), each.getValue()));
      }
    }
    return Condition.parse(terms.isEmpty() ? "otherwise" : String.join(" and ", terms));
  }

  /** As words, the immediate included. */
  static String text(Region region) {
    List<String> terms = new ArrayList<>();
    region.when().forEach((input, piece) -> terms.add(term(Inputs.name(input), piece)));
    return terms.isEmpty() ? "anything" : String.join(" and ", terms);
  }

  private static String term(String register, Piece piece) {
    String subject = piece.isMasked() ? register + " & " + Words.hex(piece.mask()) : register;
    long top = piece.mask() & Piece.TOP;
    if (piece.isOne()) {
      return subject + " == " + number(piece.first());
    }
    if (piece.first() == 0) {
      return piece.last() == top - 1 && !piece.isMasked()
          ? subject + " != " + number(top)
          : subject + " < " + number(piece.last() + 1);
    }
    if (piece.last() == top) {
      return piece.first() == 1 ? subject + " != 0" : subject + " >= " + number(piece.first());
    }
    return subject + " in " + number(piece.first()) + ".." + number(piece.last());
  }

  private static String number(long value) {
    int word = (int) value;
    return word < 0 && word > -LARGE ? Integer.toString(word) : Words.number(word);
  }
}
