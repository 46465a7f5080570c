package org.hypscope.debug;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A number worked out of what a {@code T} holds: the one language of conditions, log messages and
 * {@code trace --where}.
 *
 * <p>From what binds weakest: {@code ||}, {@code &&}, comparisons ({@code == != < <= > >=}, and
 * {@code =} for {@code ==}), {@code |}, {@code ^}, {@code &}, {@code << >>}, {@code + -}, {@code !
 * ~ -}; brackets {@code ( )}; {@code [sp, #4]} is the word of memory at an address. Numbers are
 * unsigned; what has 32 bits wraps at 32 bits. A comparison gives 1 or 0, and anything but 0 holds.
 */
public final class Expression<T> {
  /** Thrown while working out what cannot be read, such as memory that is not mapped. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable() {
      super(null, null, false, false);
    }
  }

  /**
   * What names mean.
   *
   * @param <T> what is looked at
   */
  public interface Names<T> {
    /** What {@code name} stands for, or empty where it is none. */
    Optional<ToLongFunction<T>> named(String name);

    /** The word of memory at an address; empty where there is no memory to look at. */
    Optional<ToLongFunction<T>> memory(ToLongFunction<T> address);

    /** Names to choose from, to go into a sentence. */
    String examples();
  }

  /** How long a text may be, in characters: what is read of it is worked out in as deep a stack. */
  public static final int LONGEST = 1_000;

  private final String text;
  private final ToLongFunction<T> value;

  private Expression(String text, ToLongFunction<T> value) {
    this.text = text;
    this.value = value;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException with one sentence where {@code text} is none, or longer than
   *     {@link #LONGEST}
   */
  public static <T> Expression<T> parse(String text, Names<T> names) {
    checkLength(text);
    return new Expression<>(text.trim(), new ExpressionParser<>(text, names).whole());
  }

  /**
   * {@code text} with what stands in braces replaced by its value, as {@code r0={r0}}.
   *
   * @throws IllegalArgumentException with one sentence where something in braces is no expression,
   *     or {@code text} is longer than {@link #LONGEST}
   */
  public static <T> Function<T, String> message(String text, Names<T> names) {
    checkLength(text);
    int open = text.indexOf('{');
    if (open < 0) {
      return from -> text;
    }
    int close = text.indexOf('}', open);
    if (close < 0) {
      throw new IllegalArgumentException("'" + text + "' opens a brace and does not close it.");
    }
    String before = text.substring(0, open);
    Expression<T> value = parse(text.substring(open + 1, close), names);
    Function<T, String> rest = message(text.substring(close + 1), names);
    return from -> before + value.shown(from) + rest.apply(from);
  }

  private static void checkLength(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A condition or message of "
              + text.length()
              + " characters is too long: write "
              + LONGEST
              + " at most.");
    }
  }

  /** The value for {@code from}. */
  public long of(T from) {
    return value.applyAsLong(from);
  }

  /** Whether it is anything but 0 for {@code from}; not where it cannot be worked out. */
  public boolean holds(T from) {
    try {
      return value.applyAsLong(from) != 0;
    } catch (Unreadable e) {
      return false;
    }
  }

  private String shown(T from) {
    try {
      return "0x" + Long.toHexString(value.applyAsLong(from));
    } catch (Unreadable e) {
      return "?";
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
