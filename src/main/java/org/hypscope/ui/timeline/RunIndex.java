package org.hypscope.ui.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TimelineView.Span;
import org.hypscope.debug.TraceEvent;
import org.hypscope.time.Mark;

/**
 * Finds what one core did in a run of very many events: which of the events are its own, and which
 * spans are in which mode. It is kept up as the run grows, so that no picture looks at all of them.
 */
final class RunIndex {
  private final Ints own = new Ints();
  private final Ints calls = new Ints();
  private final Map<Mode, Ints> spansOf = new EnumMap<>(Mode.class);
  private TimelineView view;
  private int first;
  private int events;
  private long hvcs;
  private int droppedSpans;

  /** Of {@code view}, for which it looks once at everything. */
  RunIndex(TimelineView view) {
    this.view = view;
    first = firstNumber(view);
    events = first - 1;
    hvcs = view.hvcs() - view.events().stream().filter(TraceEvent::isHvc).count();
    addEvents();
    addSpans(0);
  }

  /**
   * Knows what {@code later} has beyond what is known; false, and nothing is learnt, where that is
   * not the same run of the same core, gone on or gone back in.
   */
  boolean follow(TimelineView later) {
    int dropped = dropped(later);
    if (later.core() != view.core() || !isSameEvents(later) || dropped < 0) {
      return false;
    }
    int known = view.spans().size() - dropped;
    view = later;
    first = firstNumber(later);
    calls.removeFirst(own.dropBelow(first));
    droppedSpans += dropped;
    spansOf.values().forEach(each -> each.dropBelow(droppedSpans));
    spansOf.values().removeIf(each -> each.size() == 0);
    addEvents();
    addSpans(known);
    return true;
  }

  /** How many spans of {@code later} are gone that are known here; -1 where they are others. */
  private int dropped(TimelineView later) {
    List<Span> old = view.spans();
    if (later.spans().isEmpty() || old.isEmpty()) {
      return later.spans().size() == old.size() ? 0 : -1;
    }
    Span oldest = later.spans().get(0);
    int dropped = Sorted.first(old.size(), n -> old.get(n).from().compareTo(oldest.from()) >= 0);
    int last = old.size() - 1 - dropped;
    boolean same =
        last >= 0
            && last < later.spans().size()
            && isSame(old.get(dropped), oldest)
            && isSame(old.get(old.size() - 1), later.spans().get(last));
    return same ? dropped : -1;
  }

  private static boolean isSame(Span one, Span other) {
    return one.mode() == other.mode() && one.from().equals(other.from());
  }

  private boolean isSameEvents(TimelineView later) {
    List<TraceEvent> old = view.events();
    if (old.isEmpty()) {
      return firstNumber(later) == 1;
    }
    TraceEvent last = old.get(old.size() - 1);
    int at = last.n() - firstNumber(later);
    if (at < 0 || at >= later.events().size()) {
      return false;
    }
    TraceEvent same = later.events().get(at);
    return same.n() == last.n() && same.at() == last.at() && same.pc() == last.pc();
  }

  /** The number of the first event; events are numbered without gaps. */
  private static int firstNumber(TimelineView of) {
    return of.events().isEmpty() ? 1 : of.events().get(0).n();
  }

  private void addEvents() {
    int from = Math.max(0, events + 1 - first);
    for (int n = from; n < view.events().size(); n++) {
      TraceEvent event = view.events().get(n);
      hvcs += event.isHvc() ? 1 : 0;
      if (event.core() == view.core() && !event.isFirmwareCall()) {
        own.add(event.n());
        calls.add((int) hvcs);
      }
      events = event.n();
    }
  }

  private void addSpans(int from) {
    for (int n = from; n < view.spans().size(); n++) {
      spansOf.computeIfAbsent(view.spans().get(n).mode(), mode -> new Ints()).add(droppedSpans + n);
    }
  }

  /** How many events of this core are known, calls of the board's firmware left out. */
  int count() {
    return own.size();
  }

  /** Event {@code index} of {@link #count}. */
  TraceEvent event(int index) {
    return view.events().get(own.get(index) - first);
  }

  /** The instant before {@link #event event} {@code index}, after the entries at the same place. */
  Mark instant(int index) {
    return new Mark(event(index).at(), entriesBefore(index));
  }

  /** How many events of this core, all of them entries, are at the place of this one before it. */
  int entriesBefore(int index) {
    long at = event(index).at();
    return Sorted.first(0, index, n -> event(index - 1 - n).at() < at);
  }

  /** The number of HVCs of the run up to {@link #event event} {@code index}, that one included. */
  int hvc(int index) {
    return calls.get(index);
  }

  /** The modes that occur. */
  Set<Mode> modes() {
    return spansOf.keySet();
  }

  /** How many spans are in {@code mode}. */
  int count(Mode mode) {
    return spansOf.get(mode).size();
  }

  /** Span {@code index} of {@link #count(Mode)}. */
  Span span(Mode mode, int index) {
    return view.spans().get(spansOf.get(mode).get(index) - droppedSpans);
  }
}
