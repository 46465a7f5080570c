package org.hypscope.ui.timeline;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.LongStream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TimelineView.Span;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;

/**
 * Runs of very many events, made as they are asked for: a call of HYP by SVC, and its return half
 * the way to the next, at even distances; in the middle of it all, one data abort.
 */
final class LongRuns {
  /** How far apart the checkpoints are. */
  static final long SPACING = 400_000;

  private LongRuns() {}

  /** A run of {@code length} instructions with {@code events} events, which stands at its end. */
  static TimelineView run(long length, int events) {
    return run(length, events, new Mark(length, 0));
  }

  /** As {@link #run(long, int)}, which stands at {@code now}. */
  static TimelineView run(long length, int events, Mark now) {
    long apart = length / events;
    List<Mark> checkpoints =
        LongStream.range(0, length / SPACING).mapToObj(n -> new Mark(n * SPACING, 0)).toList();
    return new TimelineView(
        0,
        new Made<>(events, n -> span(n, apart, events)),
        new Made<>(events, n -> event(n, apart, events)),
        List.of(),
        (events + 1) / 2,
        checkpoints,
        now,
        new Mark(length, 0));
  }

  private static Mode mode(int n, int events) {
    return n == events / 2 ? Mode.ABT : n % 2 == 0 ? Mode.HYP : Mode.SVC;
  }

  private static Span span(int n, long apart, int events) {
    return new Span(mode(n, events), new Mark(n * apart, 0), new Mark((n + 1) * apart, 0));
  }

  private static TraceEvent event(int n, long apart, int events) {
    Mode to = mode(n, events);
    String kind = to == Mode.ABT ? "dabt" : n % 2 == 0 ? "hvc" : "eret";
    Mode from = n == 0 ? Mode.SVC : mode(n - 1, events);
    return new TraceEvent(
        n + 1, 0, kind, n * apart, 0, "", from, to, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null);
  }

  /** An item of a list. */
  interface Maker<T> {
    /** Item {@code index}. */
    T make(int index);
  }

  /** Counts how often it was looked at. */
  static final class Made<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final Maker<T> maker;
    private long looks;

    Made(int size, Maker<T> maker) {
      this.size = size;
      this.maker = maker;
    }

    @Override
    public T get(int index) {
      looks++;
      return maker.make(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }

    long looks() {
      return looks;
    }
  }
}
