package org.hypscope.abi;

import java.util.Optional;

/**
 * What a contract says a result or HVBAR is after a call.
 *
 * @param kind how it is told
 * @param number the register of {@link Kind#REGISTER}, the constant of {@link Kind#NUMBER}, else 0
 */
public record Value(Kind kind, int number) {
  /** Says nothing. */
  public static final Value ANY = new Value(Kind.ANY, 0);

  /** As before the call. */
  public static final Value SAME = new Value(Kind.SAME, 0);

  /** How a value is told. */
  public enum Kind {
    /** Anything. */
    ANY,
    /** As before the call. */
    SAME,
    /** Not as before the call. */
    CHANGED,
    /** What HVBAR held before the call. */
    HVBAR,
    /** What the function returned. */
    RESULT,
    /** What a register held before the call. */
    REGISTER,
    /** A constant. */
    NUMBER
  }

  /**
   * Reads {@code any}, {@code same}, {@code changed}, {@code hvbar}, {@code result}, {@code r0} to
   * {@code r3}, or a number.
   *
   * @throws IllegalArgumentException with a sentence if it is none of these
   */
  public static Value parse(String text) {
    return switch (text) {
      case "any" -> ANY;
      case "same" -> SAME;
      case "changed" -> new Value(Kind.CHANGED, 0);
      case "hvbar" -> new Value(Kind.HVBAR, 0);
      case "result" -> new Value(Kind.RESULT, 0);
      case "r0", "r1", "r2", "r3" -> new Value(Kind.REGISTER, text.charAt(1) - '0');
      default -> new Value(Kind.NUMBER, Words.parse(text));
    };
  }

  /**
   * The one value it stands for, where it stands for one.
   *
   * @param before what the same thing held before the call
   * @param hvbar HVBAR before the call
   * @param registers r0 to r3 before the call
   */
  public Optional<Integer> exact(int before, int hvbar, int[] registers) {
    return switch (kind) {
      case SAME -> Optional.of(before);
      case HVBAR -> Optional.of(hvbar);
      case REGISTER -> Optional.of(registers[number]);
      case NUMBER -> Optional.of(number);
      case ANY, CHANGED, RESULT -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case HVBAR -> "HVBAR";
      case RESULT -> "the function's result";
      case REGISTER -> "r" + number;
      case NUMBER -> Words.number(number);
      case ANY -> "anything";
      case SAME -> "unchanged";
      case CHANGED -> "changed";
    };
  }
}
