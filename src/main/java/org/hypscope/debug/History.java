package org.hypscope.debug;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hypscope.arm.arch.Mode;
import org.hypscope.machine.Console;
import org.hypscope.machine.Log;
import org.hypscope.time.Mark;

/** What happened in a run so far; bounded, so that a wild run cannot fill the memory. */
final class History {
  private static final int LIMIT = 100_000;
  private static final int NOTICES = 1_000;

  private final Log<TraceEvent> events = new Log<>(LIMIT);
  private final Log<ModeChange> modes = new Log<>(2 * LIMIT);
  private final Log<TimelineView.HvbarChange> hvbar = new Log<>(LIMIT);
  private final Log<Notice> notices = new Log<>(NOTICES);
  private final Set<Long> noticed = new HashSet<>();
  private final Console console;
  private long commandStart;
  private int hvcs;

  /** From {@code at} on the core is in {@code mode}. */
  record ModeChange(Mark at, Mode mode) {}

  History(Console console, Mode mode, int hvbarAtReset) {
    this.console = console;
    modes.add(new ModeChange(Mark.START, mode));
    hvbar.add(new TimelineView.HvbarChange(Mark.START, hvbarAtReset));
  }

  /** Adds an event and returns its index for {@link #returned}. */
  long add(TraceEvent event) {
    events.add(event);
    if (event.isHvc()) {
      hvcs++;
    }
    return events.end() - 1;
  }

  TraceEvent returned(long index, TraceEvent.Return with) {
    TraceEvent event = events.get(index);
    if (event == null) {
      return null;
    }
    TraceEvent complete = event.returned(with);
    events.set(index, complete);
    return complete;
  }

  void modeChanged(Mark at, Mode mode) {
    modes.add(new ModeChange(at, mode));
  }

  void hvbarChanged(Mark at, int value) {
    hvbar.add(new TimelineView.HvbarChange(at, value));
  }

  /** Keeps {@code text} the first time that it is said of {@code pc}. */
  void notice(Mark at, int pc, String text) {
    long key = (long) pc << 32 | text.hashCode() & 0xffff_ffffL;
    if (noticed.size() < NOTICES && noticed.add(key)) {
      notices.add(new Notice(at, pc, text));
    }
  }

  /** What was noticed last. */
  Optional<Notice> lastNotice() {
    return Optional.ofNullable(notices.get(notices.end() - 1));
  }

  /** How many events there have been. */
  long eventCount() {
    return events.end();
  }

  /** The last event, or null where none is kept. */
  TraceEvent lastEvent() {
    return events.get(events.end() - 1);
  }

  /** How many HVCs there have been. */
  int hvcCount() {
    return hvcs;
  }

  /** A command begins: its events are those from here on. */
  void beginCommand() {
    commandStart = events.end();
  }

  /** Whether the command that began last has met an event. */
  boolean eventSinceCommand() {
    return events.end() > commandStart;
  }

  Frozen freeze() {
    return new Frozen(
        events.freeze(),
        modes.freeze(),
        hvbar.freeze(),
        notices.freeze(),
        console.lines(),
        events.end() - commandStart);
  }

  /** A history that does not change any more. */
  record Frozen(
      List<TraceEvent> events,
      List<ModeChange> modes,
      List<TimelineView.HvbarChange> hvbar,
      List<Notice> notices,
      List<Console.Line> console,
      long eventsSinceCommand) {
    Optional<TraceEvent> lastEventSince() {
      return eventsSinceCommand == 0
          ? Optional.empty()
          : Optional.of(events.get(events.size() - 1));
    }

    List<ConsoleLine> consoleLines() {
      return console.stream()
          .map(l -> new ConsoleLine(new Mark(l.retired(), l.exceptions()), l.text()))
          .toList();
    }

    TimelineView timeline(Mark end) {
      List<TimelineView.Span> spans = new ArrayList<>();
      for (int i = 0; i < modes.size(); i++) {
        ModeChange each = modes.get(i);
        Mark to = i + 1 < modes.size() ? modes.get(i + 1).at() : end;
        spans.add(new TimelineView.Span(each.mode(), each.at(), to));
      }
      return new TimelineView(List.copyOf(spans), events, hvbar, end);
    }
  }
}
