package org.hypscope.arm.decode;

import java.util.function.IntBinaryOperator;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.ThumbImmediate;

/**
 * A condition on the fields of an instruction word, written as the manual's pseudocode writes it:
 * {@code Rd==15}, {@code wback && Rn==Rt}, {@code msb<lsb}, {@code Rt[0]==1}, {@code list[Rn]==1},
 * {@code count(list)<1}. {@code wback} stands for {@code P==0 || W==1}, {@code zeroPattern} for an
 * immediate that ThumbExpandImm() makes UNPREDICTABLE, {@code unbanked} for an R and SYSm that name
 * no banked register, {@code inIt} for InITBlock(), and {@code notLast} for {@code InITBlock() &&
 * !LastInITBlock()}.
 */
public final class Condition {
  private static final String[] COMPARISONS = {"==", "!=", "<=", ">=", "<", ">"};

  private final String text;
  private final Pattern pattern;
  private final Node root;
  private int at;

  /** A value of the word (booleans are 0 and 1), with how to say it. */
  private record Node(IntBinaryOperator of, String words) {}

  private Condition(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
    this.root = any();
    blank();
    if (at != text.length()) {
      throw bad();
    }
  }

  /**
   * Reads {@code text} for words of {@code pattern}.
   *
   * @throws IllegalArgumentException if it does not parse or names no field
   */
  public static Condition parse(String text, Pattern pattern) {
    return new Condition(text, pattern);
  }

  /** Whether it holds for {@code word} outside an IT block. */
  public boolean holds(int word) {
    return holds(word, 0);
  }

  /** Whether it holds for {@code word} under the ITSTATE {@code it}. */
  public boolean holds(int word, int it) {
    return root.of.applyAsInt(word, it) != 0;
  }

  /** The condition in words: "Rd is the PC". */
  public String words() {
    return root.words;
  }

  /** The notation it was read from. */
  @Override
  public String toString() {
    return text;
  }

  private Node any() {
    Node left = all();
    while (take("||")) {
      Node a = left;
      Node b = all();
      left =
          new Node(
              (w, it) -> a.of.applyAsInt(w, it) | b.of.applyAsInt(w, it),
              a.words + " or " + b.words);
    }
    return left;
  }

  private Node all() {
    Node left = comparison();
    while (take("&&")) {
      Node a = left;
      Node b = comparison();
      left =
          new Node(
              (w, it) -> a.of.applyAsInt(w, it) & b.of.applyAsInt(w, it),
              a.words + " and " + b.words);
    }
    return left;
  }

  private Node comparison() {
    if (take("(")) {
      Node inner = any();
      expect(")");
      return inner;
    }
    Node left = sum();
    for (String operator : COMPARISONS) {
      if (take(operator)) {
        Node right = sum();
        return new Node(compare(operator, left.of, right.of), say(left, operator, right));
      }
    }
    return left;
  }

  private static IntBinaryOperator compare(
      String operator, IntBinaryOperator a, IntBinaryOperator b) {
    return (w, it) -> {
      int x = a.applyAsInt(w, it);
      int y = b.applyAsInt(w, it);
      boolean holds =
          switch (operator) {
            case "==" -> x == y;
            case "!=" -> x != y;
            case "<=" -> x <= y;
            case ">=" -> x >= y;
            case "<" -> x < y;
            default -> x > y;
          };
      return holds ? 1 : 0;
    };
  }

  private static String say(Node left, String operator, Node right) {
    if (operator.equals("==")) {
      if (left.words.contains(" is ")) {
        return left.words;
      }
      if (left.words.charAt(0) == 'R') {
        return left.words + " is " + registerName(right.words);
      }
    }
    if (operator.equals("!=") && left.words.equals("cond") && right.words.equals("14")) {
      return "the condition is not AL";
    }
    return left.words + " " + operator + " " + right.words;
  }

  private static String registerName(String words) {
    return switch (words) {
      case "13" -> "the SP";
      case "14" -> "the LR";
      case "15" -> "the PC";
      default -> words;
    };
  }

  private Node sum() {
    Node left = term();
    while (take("+")) {
      Node a = left;
      Node b = term();
      left =
          new Node(
              (w, it) -> a.of.applyAsInt(w, it) + b.of.applyAsInt(w, it),
              a.words + " + " + b.words);
    }
    return left;
  }

  private Node term() {
    String word = word();
    if (Character.isDigit(word.charAt(0))) {
      int number = Integer.parseInt(word);
      return new Node((w, it) -> number, word);
    }
    if (word.equals("count")) {
      expect("(");
      Field list = pattern.get(word());
      expect(")");
      return new Node((w, it) -> Integer.bitCount(list.of(w)), "the number of registers");
    }
    if (word.equals("wback")) {
      Field p = pattern.get("P");
      Field writeback = pattern.get("W");
      return new Node(
          (w, it) -> p.of(w) == 0 || writeback.of(w) == 1 ? 1 : 0, "the base is written back");
    }
    if (word.equals("zeroPattern")) {
      Field immediate = pattern.get("imm12");
      return new Node(
          (w, it) -> ThumbImmediate.isZeroPattern(immediate.of(w)) ? 1 : 0,
          "the byte that the immediate repeats is 0");
    }
    if (word.equals("unbanked")) {
      return new Node(
          (w, it) -> SystemOperands.bankedName(pattern, w) == null ? 1 : 0,
          "SYSm names no register");
    }
    if (word.equals("inIt")) {
      return new Node((w, it) -> ItState.inBlock(it) ? 1 : 0, "it is in an IT block");
    }
    if (word.equals("notLast")) {
      return new Node(
          (w, it) -> ItState.inBlock(it) && !ItState.last(it) ? 1 : 0,
          "it is not the last of its IT block");
    }
    Field field = pattern.get(word);
    return take("[") ? bitOf(field) : new Node((w, it) -> field.of(w), word);
  }

  private Node bitOf(Field field) {
    Node index = term();
    expect("]");
    String words =
        field.isRegister()
            ? field.name() + " is odd"
            : registerName(index.words) + " is in the " + field.name();
    return new Node((w, it) -> (field.of(w) >>> index.of.applyAsInt(w, it)) & 1, words);
  }

  private String word() {
    blank();
    int start = at;
    while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw bad();
    }
    return text.substring(start, at);
  }

  private boolean take(String token) {
    blank();
    boolean here = text.startsWith(token, at);
    if (here) {
      at += token.length();
    }
    return here;
  }

  private void expect(String token) {
    if (!take(token)) {
      throw bad();
    }
  }

  private void blank() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private IllegalArgumentException bad() {
    return new IllegalArgumentException("condition '" + text + "' does not parse at column " + at);
  }
}
