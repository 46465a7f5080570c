package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a call is meant: comparisons of r0 to r3 with constants, joined by {@code and}; orders are
 * unsigned. {@code otherwise} has no comparison and always holds.
 *
 * @param text as written
 * @param terms all must hold
 */
public record Condition(String text, List<Term> terms) {
  private static final Pattern TERM = Pattern.compile("r([0-3])\\s*(==|!=|<|>=)\\s*(\\S+)");

  /** One comparison of R{@code register} with {@code value}. */
  public record Term(int register, String operator, int value) {
    boolean holds(int[] registers) {
      int actual = registers[register];
      return switch (operator) {
        case "==" -> actual == value;
        case "!=" -> actual != value;
        case "<" -> Integer.compareUnsigned(actual, value) < 0;
        default -> Integer.compareUnsigned(actual, value) >= 0;
      };
    }
  }

  /** Copies the list. */
  public Condition {
    terms = List.copyOf(terms);
  }

  /**
   * Reads {@code text}, such as {@code r0 == -1}, {@code r0 < 3}, {@code r0 == 0 and r1 == 0} or
   * {@code otherwise}.
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
    int value = Words.parse(matcher.group(3));
    return new Term(Integer.parseInt(matcher.group(1)), matcher.group(2), value);
  }

  /** Whether it holds for r0 to r3. */
  public boolean holds(int[] registers) {
    return terms.stream().allMatch(term -> term.holds(registers));
  }

  /** Whether R{@code register} is asked for one exact value: it then is a call number. */
  public boolean selects(int register) {
    return terms.stream()
        .anyMatch(term -> term.register() == register && term.operator().equals("=="));
  }
}
