package org.hypscope.ui.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An {@link Arrangement} as one line of text, kept in settings and in session files:
 *
 * <pre>
 * dock1 column(8600 row(3000 [code] 7000 [registers fp*]) 1400 [timeline]) window(9 9 800 600 [stack])
 * </pre>
 *
 * <p>Before each part stands its share; a star marks the view in front, where it is not the first.
 */
public final class ArrangementText {
  /** The longest text that is read, in characters. */
  public static final int LONGEST = 8_000;

  private static final String VERSION = "dock1";
  private static final int DEEPEST = 24;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(row\\(|column\\(|window\\(|\\)|\\[|]|-?\\d{1,6}(?![\\w*-])|[a-z][a-z0-9-]{0,39}\\*?)");

  private final String text;
  private final Matcher tokens;
  private String next = "";
  private int end;

  private ArrangementText(String text) {
    this.text = text;
    tokens = TOKEN.matcher(text);
    advance();
  }

  /** {@code arrangement} as {@link #parse} reads it. */
  public static String print(Arrangement arrangement) {
    StringBuilder text = new StringBuilder(VERSION).append(' ');
    print(arrangement.main(), text);
    for (Floating window : arrangement.floating()) {
      text.append(" window(").append(window.x()).append(' ').append(window.y()).append(' ');
      text.append(window.width()).append(' ').append(window.height()).append(' ');
      print(window.part(), text);
      text.append(')');
    }
    return text.toString();
  }

  /**
   * The arrangement that {@code text} tells of the views in {@code known}; others are left out.
   * Empty where it is no such text, or tells of none of them.
   */
  public static Optional<Arrangement> read(String text, Set<String> known) {
    try {
      Arrangement told = parse(text);
      Arrangement left = told.only(known);
      boolean lost = left.views().isEmpty() && !told.views().isEmpty();
      return lost ? Optional.empty() : Optional.of(left);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The arrangement that {@code text} tells.
   *
   * @throws IllegalArgumentException with one sentence where it tells none
   */
  public static Arrangement parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "an arrangement of views is no longer than " + LONGEST + " characters");
    }
    return new ArrangementText(text).arrangement();
  }

  private Arrangement arrangement() {
    expect(VERSION);
    Part main = part(0);
    List<Floating> windows = new ArrayList<>();
    while (next.equals("window(")) {
      advance();
      windows.add(new Floating(number(), number(), number(), number(), part(0)));
      expect(")");
    }
    if (!next.isEmpty()) {
      throw unexpected("the end");
    }
    return new Arrangement(main, windows);
  }

  private Part part(int depth) {
    if (depth > DEEPEST) {
      throw unexpected("a part that is less deep");
    }
    boolean down = next.equals("column(");
    if (!down && !next.equals("row(")) {
      return group();
    }
    advance();
    List<Part> parts = new ArrayList<>();
    List<Integer> shares = new ArrayList<>();
    while (!next.equals(")")) {
      shares.add(number());
      parts.add(part(depth + 1));
    }
    advance();
    return new Split(down, parts, shares);
  }

  private Group group() {
    expect("[");
    List<String> views = new ArrayList<>();
    int front = 0;
    while (!next.isEmpty() && Character.isLetter(next.charAt(0)) && !next.endsWith("(")) {
      if (next.endsWith("*")) {
        front = views.size();
      }
      views.add(next.replace("*", ""));
      advance();
    }
    expect("]");
    return new Group(views, front);
  }

  private int number() {
    if (!next.matches("-?\\d+")) {
      throw unexpected("a number");
    }
    int number = Integer.parseInt(next);
    advance();
    return number;
  }

  private void expect(String token) {
    if (!next.equals(token)) {
      throw unexpected("'" + token + "'");
    }
    advance();
  }

  private void advance() {
    tokens.region(end, text.length());
    if (tokens.lookingAt()) {
      next = tokens.group(1);
      end = tokens.end();
    } else if (text.substring(end).isBlank()) {
      next = "";
    } else {
      throw new IllegalArgumentException("character " + end + " of it is no part of such a text");
    }
  }

  private IllegalArgumentException unexpected(String wanted) {
    String found = next.isEmpty() ? "the end" : "'" + next + "'";
    return new IllegalArgumentException("where " + found + " stands, " + wanted + " is wanted");
  }

  private static void print(Part part, StringBuilder text) {
    if (part instanceof Split split) {
      text.append(split.down() ? "column(" : "row(");
      for (int n = 0; n < split.parts().size(); n++) {
        text.append(n == 0 ? "" : " ").append(split.shares().get(n)).append(' ');
        print(split.parts().get(n), text);
      }
      text.append(')');
    } else if (part instanceof Group group) {
      text.append('[');
      for (int n = 0; n < group.views().size(); n++) {
        text.append(n == 0 ? "" : " ").append(group.views().get(n));
        text.append(n > 0 && n == group.front() ? "*" : "");
      }
      text.append(']');
    }
  }
}
