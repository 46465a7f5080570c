package org.hypscope.machine;

import java.util.List;

/** What a machine's serial ports have printed, line by line, with the instant of each line. */
public final class Console {
  private static final int LINES = 20_000;
  private static final int LINE_LENGTH = 1_000;

  private final Log<Line> lines = new Log<>(LINES);
  private final StringBuilder open = new StringBuilder();
  private Line current;

  /**
   * One line.
   *
   * @param retired instructions retired before its first character
   * @param exceptions exceptions entered since the last of them
   * @param text without the line end; the last line may be unfinished
   * @param ended whether a line feed ended it
   */
  public record Line(long retired, int exceptions, String text, boolean ended) {}

  /** Prints one byte, taken as ISO 8859-1; carriage returns are dropped. */
  void print(int value, long retired, int exceptions) {
    char c = (char) (value & 0xff);
    if (c == '\r') {
      return;
    }
    boolean ends = c == '\n' || open.length() >= LINE_LENGTH;
    if (c != '\n') {
      open.append(c);
    }
    boolean fresh = current == null;
    long at = fresh ? retired : current.retired;
    int since = fresh ? exceptions : current.exceptions;
    current = new Line(at, since, open.toString(), ends);
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

  /**
   * The lines printed so far, oldest first, for any thread; a run that never stops printing keeps
   * its newest.
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
