package org.hypscope.debug;

import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.machine.Console;
import org.hypscope.machine.Log;
import org.hypscope.time.Mark;

/** What happened in a run so far; bounded, so that a wild run cannot fill the memory. */
final class History {
  private static final int LIMIT = 100_000;
  private static final int NOTICES = 1_000;
  private static final Mode[] MODES = Mode.values();

  private final EventLog events = new EventLog(LIMIT);
  private final MarkLog hvcs = new MarkLog(LIMIT);
  private final Track[] tracks;
  private final Log<Notice> notices = new Log<>(NOTICES);
  private final Set<Long> noticed = new HashSet<>();
  private final Console console;

  /** What is kept of one core. */
  private static final class Track {
    private final MarkLog modes = new MarkLog(2 * LIMIT);
    private final MarkLog hvbar = new MarkLog(LIMIT);
    private Optional<CoreView.Boot> boot = Optional.empty();

    void cut(Mark now) {
      modes.cutAfter(now, 1);
      hvbar.cutAfter(now, 1);
      boot = boot.filter(each -> each.at().compareTo(now) <= 0);
    }

    FrozenTrack freeze() {
      return new FrozenTrack(modes.freeze(), hvbar.freeze(), boot);
    }
  }

  History(Console console, int cores) {
    this.console = console;
    this.tracks = Stream.generate(Track::new).limit(cores).toArray(Track[]::new);
  }

  /** {@code core} starts: {@link #modeChanged} and {@link #hvbarChanged} are told as well. */
  void started(int core, CoreView.Boot boot) {
    tracks[core].boot = Optional.of(boot);
  }

  /** Adds an event and returns its index for {@link #returned}. */
  long add(EventRow event) {
    events.add(event);
    return events.end() - 1;
  }

  /** The run's next HVC is that after {@code retired} instructions; its event is added as well. */
  void hvc(long retired) {
    hvcs.add(retired, 0, 0);
  }

  /** The call that is the event {@code index} returned. */
  void returned(long index, TraceEvent.Return with) {
    events.setReturn(index, with);
  }

  /** From {@code at} on the core is in {@code mode}. */
  void modeChanged(int core, Mark at, Mode mode) {
    modeChanged(core, at.retired(), at.exceptions(), mode);
  }

  /** As {@link #modeChanged(int, Mark, Mode)}, of the two parts of an instant. */
  void modeChanged(int core, long retired, int exceptions, Mode mode) {
    tracks[core].modes.add(retired, exceptions, mode.ordinal());
  }

  void hvbarChanged(int core, Mark at, int value) {
    tracks[core].hvbar.add(at.retired(), at.exceptions(), value);
  }

  /** Keeps {@code text} the first time that it is said of {@code pc}. */
  void notice(Mark at, int pc, String text) {
    if (noticed.size() < NOTICES && noticed.add(key(pc, text))) {
      notices.add(new Notice(at, pc, text));
    }
  }

  private static long key(int pc, String text) {
    return (long) pc << 32 | text.hashCode() & 0xffff_ffffL;
  }

  /** The events kept so far, oldest first, for any thread. */
  List<TraceEvent> events() {
    return events.freeze();
  }

  /** How many events there have been. */
  long eventCount() {
    return events.end();
  }

  /** The event {@code index}, as {@link #add} gave it, or null where it is no longer kept. */
  TraceEvent event(long index) {
    return events.get(index);
  }

  /**
   * The instant before the {@code number}-th HVC of the run, from 1; empty where it is not known,
   * because there have not been so many, or because it is no longer kept.
   */
  Optional<Mark> hvc(int number) {
    return Optional.ofNullable(hvcs.at(number - 1));
  }

  /** How many HVCs there are up to the farthest place that the run has been at. */
  long hvcCount() {
    return hvcs.end();
  }

  /**
   * Forgets what came after {@code now}; {@code unreturned} is told of each call that had not
   * returned then, oldest first.
   */
  void cut(Mark now, LongConsumer unreturned) {
    events.cut(EventOrder.countBefore(events.freeze(), now) + events.first());
    hvcs.cutAfter(new Mark(now.retired() - 1, 0), 0);
    for (long n = events.first(); n < events.end(); n++) {
      if (events.isUnreturned(n, now.retired())) {
        events.setReturn(n, null);
        unreturned.accept(n);
      }
    }
    Stream.of(tracks).forEach(each -> each.cut(now));
    while (notices.end() > 0 && notices.get(notices.end() - 1).at().compareTo(now) >= 0) {
      Notice forgotten = notices.get(notices.end() - 1);
      noticed.remove(key(forgotten.pc(), forgotten.text()));
      notices.cut(notices.end() - 1);
    }
    console.cut();
  }

  /** What has been printed so far, for any thread. */
  List<ConsoleLine> consoleLines() {
    return consoleLines(console.lines());
  }

  private static List<ConsoleLine> consoleLines(List<Console.Line> lines) {
    return new Mapped<>(lines.size(), i -> consoleLine(lines.get(i)));
  }

  private static ConsoleLine consoleLine(Console.Line line) {
    return new ConsoleLine(new Mark(line.retired(), line.exceptions()), line.text());
  }

  /** The last event of {@code core} between two instants, or null. */
  TraceEvent lastEventBetween(int core, Mark from, Mark to) {
    return freeze().lastEventBetween(core, from, to).orElse(null);
  }

  Frozen freeze() {
    return new Frozen(
        events.freeze(),
        hvcs.end(),
        freezeTracks(),
        notices.freeze(),
        console.lines(),
        console.printed());
  }

  private record FrozenTrack(
      MarkLog.Frozen modes, MarkLog.Frozen hvbar, Optional<CoreView.Boot> boot) {}

  /** Once a step: a stream would take as long as all the rest. */
  private List<FrozenTrack> freezeTracks() {
    FrozenTrack[] frozen = new FrozenTrack[tracks.length];
    for (int n = 0; n < frozen.length; n++) {
      frozen[n] = tracks[n].freeze();
    }
    return List.of(frozen);
  }

  /** A history that does not change any more. */
  record Frozen(
      List<TraceEvent> events,
      long hvcs,
      List<FrozenTrack> tracks,
      List<Notice> notices,
      List<Console.Line> console,
      long printed) {
    /** The last event of {@code core} between two instants. */
    Optional<TraceEvent> lastEventBetween(int core, Mark from, Mark to) {
      int oldest = EventOrder.countBefore(events, from);
      for (int n = EventOrder.countBefore(events, to) - 1; n >= oldest; n--) {
        if (events.get(n).core() == core) {
          return Optional.of(events.get(n));
        }
      }
      return Optional.empty();
    }

    Optional<CoreView.Boot> boot(int core) {
      return tracks.get(core).boot;
    }

    /** What was printed up to where the machine stands. */
    List<ConsoleLine> consoleLines() {
      int count = console.size();
      while (count > 0 && console.get(count - 1).start() >= printed) {
        count--;
      }
      int last = count - 1;
      return new Mapped<>(
          count, i -> consoleLine(i == last ? console.get(i).upTo(printed) : console.get(i)));
    }

    TimelineView timeline(int core, List<Mark> checkpoints, Mark now, Mark end) {
      FrozenTrack track = tracks.get(core);
      List<TimelineView.Span> spans =
          new Mapped<>(track.modes.size(), i -> span(track.modes, i, end));
      List<TimelineView.HvbarChange> hvbar =
          new Mapped<>(
              track.hvbar.size(),
              i -> new TimelineView.HvbarChange(track.hvbar.at(i), track.hvbar.value(i)));
      return new TimelineView(core, spans, events, hvbar, hvcs, checkpoints, now, end);
    }

    private static TimelineView.Span span(MarkLog.Frozen modes, int index, Mark end) {
      Mark to = index + 1 < modes.size() ? modes.at(index + 1) : end;
      return new TimelineView.Span(MODES[modes.value(index)], modes.at(index), to);
    }
  }

  /** An immutable list whose items are made when asked for: a wild run has very many. */
  private static final class Mapped<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> items;

    Mapped(int size, IntFunction<T> items) {
      this.size = size;
      this.items = items;
    }

    @Override
    public T get(int index) {
      return items.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
