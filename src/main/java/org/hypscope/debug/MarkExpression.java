package org.hypscope.debug;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.time.Mark;

/**
 * An instant as people write it: {@code #12345}, {@code #12345.1}, {@code hvc:3+4}, {@code end}.
 */
public sealed interface MarkExpression {
  /** {@code #n} or {@code #n.k}. */
  record At(Mark mark) implements MarkExpression {
    @Override
    public String toString() {
      return mark.toString();
    }
  }

  /** {@code hvc:n+k}: standing at the {@code number}-th HVC, or {@code more} instructions later. */
  record Hvc(int number, long more) implements MarkExpression {
    @Override
    public String toString() {
      return "hvc:" + number + (more == 0 ? "" : "+" + more);
    }
  }

  /** {@code end}: where the run ends by itself. */
  record End() implements MarkExpression {
    @Override
    public String toString() {
      return "end";
    }
  }

  /** The instant {@code mark}. */
  static MarkExpression at(Mark mark) {
    return new At(mark);
  }

  /**
   * Reads an instant.
   *
   * @throws IllegalArgumentException with one sentence where {@code text} is none
   */
  static MarkExpression parse(String text) {
    String trimmed = text.trim();
    if (trimmed.equals("end")) {
      return new End();
    }
    Matcher instant = Syntax.INSTANT.matcher(trimmed);
    Matcher hvc = Syntax.HVC.matcher(trimmed);
    try {
      if (instant.matches()) {
        int exceptions = instant.group(2) == null ? 0 : Integer.parseInt(instant.group(2));
        return new At(new Mark(Long.parseLong(instant.group(1)), exceptions));
      }
      if (hvc.matches()) {
        long more = hvc.group(2) == null ? 0 : Long.parseLong(hvc.group(2));
        return new Hvc(Integer.parseInt(hvc.group(1)), more);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The number in '" + text + "' is too large for an instant.");
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no instant: write #12345, #12345.1, hvc:3, hvc:3+4 or end.");
  }

  /** The notations. */
  final class Syntax {
    private static final Pattern INSTANT = Pattern.compile("#(\\d+)(?:\\.(\\d+))?");
    private static final Pattern HVC = Pattern.compile("hvc:([1-9]\\d*)(?:\\+(\\d+))?");

    private Syntax() {}
  }
}
