package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a call is meant: comparisons of r0 to r12 with constants, joined by {@code and}; orders are
 * unsigned. {@code otherwise} has no comparison and always holds.
 *
 * @param text as written
 * @param terms all must hold
 */
public record Condition(String text, List<Term> terms) {
  private static final String TERM_TEXT =
      "r([0-9]|1[0-2])\\s*(?:&\\s*([^\\s.]+)\\s*)?"
          + "(?:(==|!=|<|>=)\\s*([^\\s.]+)|in\\s+([^\\s.]+)\\.\\.([^\\s.]+))";
  private static final Pattern TERM = Pattern.compile(TERM_TEXT);

  /** The regular expression of every condition that {@link #parse} reads, up to its numbers. */
  public static final String PATTERN =
      "otherwise|" + TERM_TEXT + "(?:\\s+and\\s+" + TERM_TEXT + ")*";

  /**
   * One comparison of the bits {@code mask} of R{@code register} with {@code value}; for {@code
   * in}, with everything from there to {@code last}, both included.
   */
  public record Term(int register, int mask, String operator, int value, int last) {
    boolean holds(int[] registers) {
      int actual = register < registers.length ? registers[register] & mask : 0;
      return switch (operator) {
        case "==" -> actual == value;
        case "!=" -> actual != value;
        case "<" -> Integer.compareUnsigned(actual, value) < 0;
        case "in" ->
            Integer.compareUnsigned(actual, value) >= 0
                && Integer.compareUnsigned(actual, last) <= 0;
        default -> Integer.compareUnsigned(actual, value) >= 0;
      };
    }
  }

  /** Copies the list. */
  public Condition {
    terms = List.copyOf(terms);
  }

  /**
   * Reads {@code text}, such as {@code r0 == -1}, {@code r0 < 3}, {@code r12 in 0..56}, {@code r0 &
   * 0xff == 2}, {@code r0 == 0 and r1 == 0} or {@code otherwise}.
   *
   * @throws IllegalArgumentException with a sentence if it is none of these
   */
  public static Condition parse(String text) {
    List<Term> terms = new ArrayList<>();
    if (!text.equals("otherwise")) {
      for (String part : text.split("\\s+and\\s+")) {
        terms.add(parseTerm(part.trim()));
      }
    }
    return new Condition(text, terms);
  }

  private static Term parseTerm(String part) {
    Matcher matcher = TERM.matcher(part);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + part + "' is no condition; write for example r0 == -1, r0 < 3, or otherwise");
    }
    int register = Integer.parseInt(matcher.group(1));
    int mask = matcher.group(2) == null ? -1 : Words.parse(matcher.group(2));
    if (matcher.group(3) == null) {
      int first = Words.parse(matcher.group(5));
      return new Term(register, mask, "in", first, Words.parse(matcher.group(6)));
    }
    int value = Words.parse(matcher.group(4));
    return new Term(register, mask, matcher.group(3), value, value);
  }

  /** Whether it holds for these registers, r0 first; one that is not given counts as 0. */
  public boolean holds(int[] registers) {
    return terms.stream().allMatch(term -> term.holds(registers));
  }

  /** Whether R{@code register} is asked for a value or a range: it then is a call number. */
  public boolean selects(int register) {
    return terms.stream()
        .anyMatch(
            term ->
                term.register() == register
                    && (term.operator().equals("==") || term.operator().equals("in")));
  }
}
