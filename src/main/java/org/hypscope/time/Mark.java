package org.hypscope.time;

/**
 * An instant of a run: how many instructions have retired, and how many exceptions have been
 * entered since the last of them.
 *
 * @param retired instructions retired since reset; the instant is before the next one
 * @param exceptions exception entries since the last retirement
 */
public record Mark(long retired, int exceptions) implements Comparable<Mark> {
  /** Before the first instruction. */
  public static final Mark START = new Mark(0, 0);

  @Override
  public int compareTo(Mark other) {
    int byRetired = Long.compare(retired, other.retired);
    return byRetired != 0 ? byRetired : Integer.compare(exceptions, other.exceptions);
  }

  /** {@code #12345}, or {@code #12345.1} after one exception entry taken there. */
  @Override
  public String toString() {
    return exceptions == 0 ? "#" + retired : "#" + retired + "." + exceptions;
  }
}
