package org.hypscope.debug;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.hypscope.machine.Rows;

/**
 * The newest events of a run, kept as numbers; beside them lies the name of their place, or the
 * event itself once somebody has looked at it.
 */
final class EventLog {
  private final Rows rows;
  private View view;

  /** At least the newest {@code limit}. */
  EventLog(int limit) {
    this.rows = new Rows(EventRow.WIDTH, limit);
  }

  /** The number of events ever added; the index of the next. */
  long end() {
    return rows.end();
  }

  /** The index of the oldest event that is still kept. */
  long first() {
    return rows.first();
  }

  void add(EventRow event) {
    int at = rows.add(event.symbol());
    event.write(rows.newest(), at);
  }

  /** The event {@code index}, or null where it has been dropped or not been added. */
  TraceEvent get(long index) {
    if (!rows.has(index)) {
      return null;
    }
    return event(rows.numbers(index), rows.offset(index), rows.object(index), index);
  }

  private static TraceEvent event(long[] numbers, int at, Object kept, long index) {
    return kept instanceof TraceEvent event
        ? event
        : EventRow.event(numbers, at, (String) kept, (int) index + 1);
  }

  /** The call {@code index} returned, or has not where {@code with} is null. */
  void setReturn(long index, TraceEvent.Return with) {
    if (rows.has(index)) {
      if (rows.object(index) instanceof TraceEvent event) {
        rows.setObject(index, event.symbol());
      }
      EventRow.setReturn(rows.ownNumbers(index), rows.offset(index), with);
    }
  }

  /** Whether {@code index}, which is kept, is a call that had not returned at {@code retired}. */
  boolean isUnreturned(long index, long retired) {
    return EventRow.isUnreturned(rows.numbers(index), rows.offset(index), retired);
  }

  /** Drops the events from {@code index} on; they are added anew, if at all. */
  void cut(long index) {
    rows.cut(index);
  }

  /** The events kept now, oldest first, as an immutable list for any thread. */
  List<TraceEvent> freeze() {
    Rows.Frozen frozen = rows.freeze();
    if (view == null || view.rows != frozen) {
      view = new View(frozen, rows.first());
    }
    return view;
  }

  private static final class View extends AbstractList<TraceEvent> implements RandomAccess {
    private final Rows.Frozen rows;
    private final long first;

    View(Rows.Frozen rows, long first) {
      this.rows = rows;
      this.first = first;
    }

    @Override
    public TraceEvent get(int index) {
      Object kept = rows.object(index);
      TraceEvent event = event(rows.numbers(index), rows.offset(index), kept, first + index);
      if (event != kept) {
        rows.remember(index, event);
      }
      return event;
    }

    @Override
    public int size() {
      return rows.size();
    }
  }
}
