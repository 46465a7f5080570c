package org.hypscope.debug;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an {@link Expression} from left to right, the weakest operators first. */
final class ExpressionParser<T> {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\\|\\||&&|==|!=|<=|>=|<<|>>|[-+&|^~!<>=()\\[\\],#]"
              + "|(?:PA:)?[0-9][0-9a-zA-Z_]*"
              + "|[A-Za-z_$][A-Za-z0-9_$]*(?:\\(S\\))?(?:\\.[A-Za-z0-9_$\\[\\]:]+)*)");
  private static final String PHYSICAL = "PA:";
  private static final long WORD = 0xffff_ffffL;
  private static final int DEEPEST = 100;

  /** Operators by how weakly they bind, the weakest first. */
  private static final List<Map<String, LongBinaryOperator>> LEVELS =
      List.of(
          Map.of("||", (a, b) -> truth(a != 0 || b != 0)),
          Map.of("&&", (a, b) -> truth(a != 0 && b != 0)),
          Map.of(
              "==", (a, b) -> truth(a == b),
              "=", (a, b) -> truth(a == b),
              "!=", (a, b) -> truth(a != b),
              "<", (a, b) -> truth(Long.compareUnsigned(a, b) < 0),
              "<=", (a, b) -> truth(Long.compareUnsigned(a, b) <= 0),
              ">", (a, b) -> truth(Long.compareUnsigned(a, b) > 0),
              ">=", (a, b) -> truth(Long.compareUnsigned(a, b) >= 0)),
          Map.of("|", (a, b) -> a | b),
          Map.of("^", (a, b) -> a ^ b),
          Map.of("&", (a, b) -> a & b),
          Map.of(
              "<<",
              (a, b) -> b > 63 ? 0 : wrapped(a << b, a, 0),
              ">>",
              (a, b) -> b > 63 ? 0 : a >>> b),
          Map.of("+", (a, b) -> wrapped(a + b, a, b), "-", (a, b) -> wrapped(a - b, a, b)));

  private final String text;
  private final Expression.Names<T> names;
  private final List<String> tokens = new ArrayList<>();
  private int at;
  private int depth;

  ExpressionParser(String text, Expression.Names<T> names) {
    this.text = text.trim();
    this.names = names;
    Matcher matcher = TOKEN.matcher(this.text);
    int end = 0;
    while (end < this.text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw wrong("'" + this.text.substring(end).trim() + "' means nothing there");
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
  }

  private static long truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private static long wrapped(long result, long a, long b) {
    return (a | b) >>> Integer.SIZE == 0 ? result & WORD : result;
  }

  /** All of the text. */
  ToLongFunction<T> whole() {
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("There is no condition: write one like r0==2.");
    }
    ToLongFunction<T> value = level(0);
    if (at < tokens.size()) {
      throw wrong("'" + tokens.get(at) + "' is one too many");
    }
    return value;
  }

  private ToLongFunction<T> level(int level) {
    if (level == LEVELS.size()) {
      return unary();
    }
    Map<String, LongBinaryOperator> operators = LEVELS.get(level);
    ToLongFunction<T> left = level(level + 1);
    while (at < tokens.size() && operators.containsKey(tokens.get(at))) {
      LongBinaryOperator operator = operators.get(tokens.get(at++));
      ToLongFunction<T> one = left;
      ToLongFunction<T> other = level(level + 1);
      left = from -> operator.applyAsLong(one.applyAsLong(from), other.applyAsLong(from));
    }
    return left;
  }

  private ToLongFunction<T> unary() {
    if (++depth > DEEPEST) {
      throw wrong("it is nested too deeply");
    }
    String token = next();
    ToLongFunction<T> value =
        switch (token) {
          case "!" -> of(unary(), a -> truth(a == 0));
          case "~" -> of(unary(), a -> wrapped(~a, a, 0));
          case "-" -> of(unary(), a -> wrapped(-a, a, 0));
          case "(" -> bracketed();
          case "[" -> memory();
          default -> unit(token);
        };
    depth--;
    return value;
  }

  private static <T> ToLongFunction<T> of(
      ToLongFunction<T> value, java.util.function.LongUnaryOperator then) {
    return from -> then.applyAsLong(value.applyAsLong(from));
  }

  private ToLongFunction<T> bracketed() {
    ToLongFunction<T> value = level(0);
    expect(")");
    return value;
  }

  /** {@code [sp]}, {@code [sp, #4]}, {@code [r0+8]}. */
  private ToLongFunction<T> memory() {
    ToLongFunction<T> address = level(0);
    if (skip(",")) {
      skip("#");
      ToLongFunction<T> base = address;
      ToLongFunction<T> offset = level(0);
      address = from -> base.applyAsLong(from) + offset.applyAsLong(from) & WORD;
    }
    expect("]");
    return names.memory(address).orElseThrow(() -> wrong("memory is not known here"));
  }

  private ToLongFunction<T> unit(String token) {
    if (token.startsWith(PHYSICAL) || Character.isDigit(token.charAt(0))) {
      boolean physical = token.startsWith(PHYSICAL);
      long number = number(physical ? token.substring(PHYSICAL.length()) : token);
      return physical
          ? names
              .named(PHYSICAL + number)
              .orElseThrow(() -> wrong("physical memory is not known here"))
          : from -> number;
    }
    if (!Character.isJavaIdentifierStart(token.charAt(0))) {
      throw wrong("'" + token + "' needs a value before it");
    }
    return names
        .named(token)
        .orElseThrow(
            () -> wrong("'" + token + "' is no name: write " + names.examples() + " or a number"));
  }

  private long number(String token) {
    try {
      String digits = token.replace("_", "");
      boolean hex = digits.startsWith("0x") || digits.startsWith("0X");
      return hex ? Long.parseUnsignedLong(digits.substring(2), 16) : Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw wrong("'" + token + "' is no number: write 1 or 0x40010000");
    }
  }

  private String next() {
    if (at == tokens.size()) {
      throw wrong("something is missing at its end");
    }
    return tokens.get(at++);
  }

  private boolean skip(String token) {
    boolean there = at < tokens.size() && tokens.get(at).equals(token);
    at += there ? 1 : 0;
    return there;
  }

  private void expect(String token) {
    if (!skip(token)) {
      throw wrong("'" + token + "' is missing");
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("In '" + text + "', " + what + ".");
  }
}
