package org.hypscope.abi;

import java.util.Optional;

/**
 * What a contract says a result or HVBAR is after a call.
 *
 * @param kind how it is told
 * @param number the register of {@link Kind#REGISTER}, the constant of {@link Kind#NUMBER}, the
 *     first of {@link Kind#RANGE}, else 0
 * @param last the last of {@link Kind#RANGE}, else 0
 */
public record Value(Kind kind, int number, int last) {
  /** Says nothing. */
  public static final Value ANY = new Value(Kind.ANY, 0, 0);

  /** The regular expression of every value that {@link #parse} reads, up to its numbers. */
  public static final String PATTERN =
      "any|same|changed|hvbar|result|r([0-9]|1[0-2])|[-0-9][0-9A-Fa-fxX_]*(\\.\\.[0-9A-Fa-fxX_]+)?";

  /** As before the call. */
  public static final Value SAME = new Value(Kind.SAME, 0, 0);

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
    NUMBER,
    /** A constant of a range, unsigned, both ends included. */
    RANGE
  }

  /**
   * Reads {@code any}, {@code same}, {@code changed}, {@code hvbar}, {@code result}, {@code r0} to
   * {@code r12}, a number, or two numbers with {@code ..} between them.
   *
   * @throws IllegalArgumentException with a sentence if it is none of these
   */
  public static Value parse(String text) {
    return switch (text) {
      case "any" -> ANY;
      case "same" -> SAME;
      case "changed" -> new Value(Kind.CHANGED, 0, 0);
      case "hvbar" -> new Value(Kind.HVBAR, 0, 0);
      case "result" -> new Value(Kind.RESULT, 0, 0);
      default -> text.startsWith("r") ? register(text) : constant(text);
    };
  }

  private static Value register(String text) {
    if (!text.matches("r([0-9]|1[0-2])")) {
      throw new IllegalArgumentException("'" + text + "' is none of r0 to r12");
    }
    return new Value(Kind.REGISTER, Integer.parseInt(text.substring(1)), 0);
  }

  private static Value constant(String text) {
    int dots = text.indexOf("..");
    return dots < 0
        ? new Value(Kind.NUMBER, Words.parse(text), 0)
        : new Value(
            Kind.RANGE,
            Words.parse(text.substring(0, dots)),
            Words.parse(text.substring(dots + 2)));
  }

  /** Whether {@code value} is one of a {@link Kind#RANGE}. */
  boolean inRange(int value) {
    return Integer.compareUnsigned(value, number) >= 0 && Integer.compareUnsigned(value, last) <= 0;
  }

  /**
   * The one value it stands for, where it stands for one.
   *
   * @param before what the same thing held before the call
   * @param hvbar HVBAR before the call
   * @param registers r0 on, before the call
   */
  public Optional<Integer> exact(int before, int hvbar, int[] registers) {
    return switch (kind) {
      case SAME -> Optional.of(before);
      case HVBAR -> Optional.of(hvbar);
      case REGISTER -> Optional.of(registers[number]);
      case NUMBER -> Optional.of(number);
      case ANY, CHANGED, RESULT, RANGE -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return switch (kind) {
      case HVBAR -> "HVBAR";
      case RESULT -> "the function's result";
      case REGISTER -> "r" + number;
      case NUMBER -> Words.number(number);
      case RANGE -> Words.number(number) + " to " + Words.number(last);
      case ANY -> "anything";
      case SAME -> "unchanged";
      case CHANGED -> "changed";
    };
  }
}
