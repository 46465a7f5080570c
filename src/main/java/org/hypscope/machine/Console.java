package org.hypscope.machine;

import java.util.List;

/**
 * What a machine's serial ports have printed, line by line, with the instant of each line.
 *
 * <p>A machine that has gone back prints again what is known already: that is not kept twice. What
 * it has printed up to where it stands is told by {@link #printed()}.
 */
public final class Console {
  private static final int LINES = 20_000;
  private static final int LINE_LENGTH = 1_000;

  private final Log<Line> lines = new Log<>(LINES);
  private final StringBuilder open = new StringBuilder();
  private Line current;
  private long printed;
  private long known;

  /**
   * One line.
   *
   * @param start how many characters were printed before it, line ends included
   * @param retired instructions retired before its first character
   * @param exceptions exceptions entered since the last of them
   * @param text without the line end; the last line may be unfinished
   * @param ended whether a line feed ended it
   */
  public record Line(long start, long retired, int exceptions, String text, boolean ended) {
    /** The line as far as it had come when {@code characters} had been printed, one at least. */
    public Line upTo(long characters) {
      int length = (int) (characters - start);
      boolean whole = length > text.length() || !ended && length == text.length();
      return whole ? this : new Line(start, retired, exceptions, text.substring(0, length), false);
    }
  }

  /** Prints one byte, taken as ISO 8859-1; carriage returns are dropped. */
  void print(int value, long retired, int exceptions) {
    char c = (char) (value & 0xff);
    if (c == '\r') {
      return;
    }
    printed++;
    if (printed > known) {
      known = printed;
      append(c, retired, exceptions);
    }
  }

  private void append(char c, long retired, int exceptions) {
    boolean ends = c == '\n' || open.length() >= LINE_LENGTH;
    if (c != '\n') {
      open.append(c);
    }
    boolean fresh = current == null;
    current =
        fresh
            ? new Line(known - 1, retired, exceptions, open.toString(), ends)
            : new Line(current.start, current.retired, current.exceptions, open.toString(), ends);
    if (fresh) {
      lines.add(current);
    } else {
      lines.set(lines.end() - 1, current);
    }
    if (ends) {
      open.setLength(0);
      current = null;
    }
  }

  /** How many characters have been printed up to where the machine stands. */
  public long printed() {
    return printed;
  }

  /** The machine stands where {@code characters} had been printed. */
  void goTo(long characters) {
    printed = characters;
    known = Math.max(known, characters);
  }

  /** Forgets what was printed after where the machine stands. */
  public void cut() {
    known = printed;
    while (lines.end() > lines.first() && lines.get(lines.end() - 1).start >= printed) {
      lines.cut(lines.end() - 1);
    }
    Line last = lines.get(lines.end() - 1);
    current = last == null ? null : last.upTo(printed);
    open.setLength(0);
    if (current != null) {
      lines.set(lines.end() - 1, current);
      open.append(current.ended ? "" : current.text);
      current = current.ended ? null : current;
    }
  }

  /**
   * The lines printed so far, oldest first, for any thread, those included that the machine printed
   * after where it stands now; a run that never stops printing keeps its newest.
   */
  public List<Line> lines() {
    return lines.freeze();
  }

  /** All text printed so far that is still kept. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines()) {
      text.append(line.text()).append(line.ended() ? "\n" : "");
    }
    return text.toString();
  }
}
