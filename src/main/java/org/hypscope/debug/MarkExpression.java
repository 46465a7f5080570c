package org.hypscope.debug;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.time.Mark;

/**
 * An instant as people write it: {@code #12345}, {@code #12345.1}, {@code hvc:3+4}, {@code irq:5},
 * {@code eret:2-1}, {@code end}, {@code end-3}.
 */
public sealed interface MarkExpression {
  /** {@code #n} or {@code #n.k}. */
  record At(Mark mark) implements MarkExpression {
    @Override
    public String toString() {
      return mark.toString();
    }
  }

  /**
   * {@code kind:n+k}: standing before the {@code number}-th event of a kind, or {@code more}
   * instructions later, or earlier where that is negative.
   *
   * @param kind as {@link TraceEvent#kind}
   */
  record Event(String kind, int number, long more) implements MarkExpression {
    boolean isHvc() {
      return kind.equals("hvc");
    }

    @Override
    public String toString() {
      return kind + ":" + number + (more == 0 ? "" : more > 0 ? "+" + more : "" + more);
    }
  }

  /** {@code end-n}: where the run ends by itself, or {@code less} instructions before. */
  record End(long less) implements MarkExpression {
    @Override
    public String toString() {
      return "end" + (less == 0 ? "" : "-" + less);
    }
  }

  /** Whether a run to it that ended {@code there} has come to it. */
  default boolean isMetBy(Snapshot there) {
    boolean stands = this instanceof At at && at.mark().equals(there.mark());
    boolean ended = this instanceof End && !there.stop().isCutShort();
    return stands || ended || there.stop().kind() == StopReason.Kind.GOAL;
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
    Matcher instant = Syntax.INSTANT.matcher(trimmed);
    Matcher event = Syntax.EVENT.matcher(trimmed);
    Matcher end = Syntax.END.matcher(trimmed);
    try {
      if (end.matches()) {
        return new End(number(end.group(1)));
      }
      if (instant.matches()) {
        int exceptions = instant.group(2) == null ? 0 : Integer.parseInt(instant.group(2));
        return new At(new Mark(Long.parseLong(instant.group(1)), exceptions));
      }
      if (event.matches()) {
        int number = Integer.parseInt(event.group(2));
        return new Event(event.group(1), number, number(event.group(3)));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The number in '" + text + "' is too large for an instant.");
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' is no instant: write #12345, #12345.1, hvc:3, hvc:3+4, irq:2, end or"
            + " end-3.");
  }

  private static long number(String text) {
    return text == null ? 0 : Long.parseLong(text);
  }

  /** The notations. */
  final class Syntax {
    private static final Pattern INSTANT = Pattern.compile("#(\\d+)(?:\\.(\\d+))?");
    private static final Pattern EVENT =
        Pattern.compile(
            "(hvc|smc|svc|undef|pabt|dabt|irq|fiq|hyptrap|eret):([1-9]\\d*)([+-]\\d+)?");
    private static final Pattern END = Pattern.compile("end(?:-(\\d+))?");

    private Syntax() {}
  }
}
