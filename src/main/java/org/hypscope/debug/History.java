package org.hypscope.debug;

import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Mode;
import org.hypscope.machine.Console;
import org.hypscope.machine.Log;
import org.hypscope.time.Mark;

/** What happened in a run so far; bounded, so that a wild run cannot fill the memory. */
final class History {
  private static final int LIMIT = 100_000;
  private static final int NOTICES = 1_000;

  private final Log<TraceEvent> events = new Log<>(LIMIT);
  private final List<Track> tracks;
  private final Log<Notice> notices = new Log<>(NOTICES);
  private final Set<Long> noticed = new HashSet<>();
  private final Console console;
  private long commandStart;
  private int hvcs;

  /** From {@code at} on the core is in {@code mode}. */
  record ModeChange(Mark at, Mode mode) {}

  /** What is kept of one core. */
  private static final class Track {
    private final Log<ModeChange> modes = new Log<>(2 * LIMIT);
    private final Log<TimelineView.HvbarChange> hvbar = new Log<>(LIMIT);
    private Optional<CoreView.Boot> boot = Optional.empty();

    FrozenTrack freeze() {
      return new FrozenTrack(modes.freeze(), hvbar.freeze(), boot);
    }
  }

  History(Console console, int cores) {
    this.console = console;
    this.tracks = Stream.generate(Track::new).limit(cores).toList();
  }

  /** {@code core} starts: {@link #modeChanged} and {@link #hvbarChanged} are told as well. */
  void started(int core, CoreView.Boot boot) {
    tracks.get(core).boot = Optional.of(boot);
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

  void modeChanged(int core, Mark at, Mode mode) {
    tracks.get(core).modes.add(new ModeChange(at, mode));
  }

  void hvbarChanged(int core, Mark at, int value) {
    tracks.get(core).hvbar.add(new TimelineView.HvbarChange(at, value));
  }

  /** Keeps {@code text} the first time that it is said of {@code pc}. */
  void notice(Mark at, int pc, String text) {
    long key = (long) pc << 32 | text.hashCode() & 0xffff_ffffL;
    if (noticed.size() < NOTICES && noticed.add(key)) {
      notices.add(new Notice(at, pc, text));
    }
  }

  /** The events kept so far, oldest first, for any thread. */
  List<TraceEvent> events() {
    return events.freeze();
  }

  /** How many events there have been. */
  long eventCount() {
    return events.end();
  }

  /** The last event of {@code core} that the command that began last has met, or null. */
  TraceEvent lastEventSinceCommand(int core) {
    for (long n = events.end() - 1; n >= Math.max(commandStart, events.first()); n--) {
      if (events.get(n).core() == core) {
        return events.get(n);
      }
    }
    return null;
  }

  /** How many HVCs there have been. */
  int hvcCount() {
    return hvcs;
  }

  /** A command begins: its events are those from here on. */
  void beginCommand() {
    commandStart = events.end();
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

  Frozen freeze() {
    return new Frozen(
        events.freeze(),
        tracks.stream().map(Track::freeze).toList(),
        notices.freeze(),
        console.lines(),
        events.end() - commandStart);
  }

  private record FrozenTrack(
      List<ModeChange> modes, List<TimelineView.HvbarChange> hvbar, Optional<CoreView.Boot> boot) {}

  /** A history that does not change any more. */
  record Frozen(
      List<TraceEvent> events,
      List<FrozenTrack> tracks,
      List<Notice> notices,
      List<Console.Line> console,
      long eventsSinceCommand) {
    /** The last event of {@code core} that the last command met. */
    Optional<TraceEvent> lastEventSince(int core) {
      long oldest = Math.max(0, events.size() - eventsSinceCommand);
      for (int n = events.size() - 1; n >= oldest; n--) {
        if (events.get(n).core() == core) {
          return Optional.of(events.get(n));
        }
      }
      return Optional.empty();
    }

    Optional<CoreView.Boot> boot(int core) {
      return tracks.get(core).boot;
    }

    List<ConsoleLine> consoleLines() {
      return History.consoleLines(console);
    }

    TimelineView timeline(int core, Mark end) {
      FrozenTrack track = tracks.get(core);
      List<TimelineView.Span> spans =
          new Mapped<>(track.modes.size(), i -> span(track.modes, i, end));
      return new TimelineView(core, spans, events, track.hvbar, end);
    }

    private static TimelineView.Span span(List<ModeChange> modes, int index, Mark end) {
      ModeChange from = modes.get(index);
      Mark to = index + 1 < modes.size() ? modes.get(index + 1).at() : end;
      return new TimelineView.Span(from.mode(), from.at(), to);
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
