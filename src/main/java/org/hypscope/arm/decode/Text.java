package org.hypscope.arm.decode;

import org.hypscope.arm.arch.Cond;

/** One instruction on its way to text: the word, and what has been written so far. */
final class Text {
  private final Pattern pattern;
  private final int word;
  private final int address;
  private final int pc;
  private final Cond cond;
  private final StringBuilder out = new StringBuilder();
  private int value;
  private String comment = "";
  private Integer target;

  /**
   * The text of {@code word}.
   *
   * @param pc what reading R15 gives
   * @param cond the condition that it is executed under
   */
  Text(Pattern pattern, int word, int address, int pc, int cond) {
    this.pattern = pattern;
    this.word = word;
    this.address = address;
    this.pc = pc;
    this.cond = Cond.of(cond);
  }

  int address() {
    return address;
  }

  Pattern pattern() {
    return pattern;
  }

  int word() {
    return word;
  }

  /** What reading R15 gives: the address plus 8, in T32 plus 4. */
  int pc() {
    return pc;
  }

  /** The suffix of the condition. */
  String cond() {
    return cond.suffix();
  }

  /** The value of a field that the pattern has. */
  int get(String name) {
    return pattern.get(name).of(word);
  }

  boolean has(String name) {
    return pattern.find(name) != null;
  }

  boolean bit(int n) {
    return (word >>> n & 1) != 0;
  }

  void add(String piece) {
    out.append(piece);
  }

  void addRegister(int n) {
    out.append(Registers.name(n));
  }

  /** A decimal number that is worth a comment in hexadecimal when it is not small. */
  void addNumber(int number) {
    out.append(number);
    value = number;
  }

  /** The number that is worth a comment, where it is not written itself. */
  void setValue(int number) {
    value = number;
  }

  /** The instruction leads to, or reads a literal at, this address. */
  void setTarget(int to) {
    target = to;
  }

  void setComment(String words) {
    comment = words;
  }

  String comment() {
    boolean large = value > 32 || value < -16;
    return comment.isEmpty() && large ? hex(value) : comment;
  }

  Integer target() {
    return target;
  }

  static String hex(int number) {
    return "0x" + Integer.toHexString(number);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
