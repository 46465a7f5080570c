package org.hypscope.debug;

import org.hypscope.machine.Rows;
import org.hypscope.time.Mark;

/** Instants in their order, each with a number, of which the newest are kept. */
final class MarkLog {
  private static final int RETIRED = 0;
  private static final int REST = 1;
  private static final int WIDTH = 2;

  private final Rows rows;

  /** At least the newest {@code limit}. */
  MarkLog(int limit) {
    this.rows = new Rows(WIDTH, limit);
  }

  /** The number of entries ever added; the index of the next. */
  long end() {
    return rows.end();
  }

  /** Adds {@code value} at the instant told by the two parts of a {@link Mark}. */
  void add(long retired, int exceptions, int value) {
    int at = rows.add(null);
    long[] numbers = rows.newest();
    numbers[at + RETIRED] = retired;
    numbers[at + REST] = (long) exceptions << 32 | value & 0xffff_ffffL;
  }

  /** The instant of entry {@code index}, or null where it has been dropped or not been added. */
  Mark at(long index) {
    return rows.has(index) ? mark(rows.numbers(index), rows.offset(index)) : null;
  }

  /**
   * Drops the entries after {@code now}; where older ones have been dropped, {@code least} stay.
   */
  void cutAfter(Mark now, int least) {
    long end = rows.end();
    long oldest = rows.first() == 0 ? 0 : rows.first() + least;
    while (end > oldest && at(end - 1).compareTo(now) > 0) {
      end--;
    }
    rows.cut(end);
  }

  /** For any thread. */
  Frozen freeze() {
    return new Frozen(rows.freeze());
  }

  private static Mark mark(long[] numbers, int at) {
    return new Mark(numbers[at + RETIRED], (int) (numbers[at + REST] >>> 32));
  }

  /** A log that does not change any more; the oldest entry that is kept has index 0. */
  record Frozen(Rows.Frozen rows) {
    int size() {
      return rows.size();
    }

    Mark at(int index) {
      return mark(rows.numbers(index), rows.offset(index));
    }

    int value(int index) {
      return (int) rows.numbers(index)[rows.offset(index) + REST];
    }
  }
}
