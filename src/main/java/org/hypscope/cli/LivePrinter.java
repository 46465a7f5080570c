package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hypscope.debug.ConsoleLine;
import org.hypscope.debug.Progress;
import org.hypscope.debug.SessionListener;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;

/**
 * Prints events and console lines while a session runs, each once and in order. A call is held back
 * for what it returned, and what comes after it too, but for a limited number of events only.
 */
final class LivePrinter implements SessionListener {
  private static final int HELD_BACK = 1_000;

  private final PrintWriter out;
  private final Function<TraceEvent, Object> eventLine;
  private final Predicate<TraceEvent> wanted;
  private final boolean console;
  private long limit;
  private int eventsDone;
  private int linesDone;

  /**
   * What prints to {@code out}.
   *
   * @param eventLine how an event is printed
   * @param wanted which events are
   * @param limit print at most so many
   * @param console whether to print what the program prints
   */
  LivePrinter(
      PrintWriter out,
      Function<TraceEvent, Object> eventLine,
      Predicate<TraceEvent> wanted,
      long limit,
      boolean console) {
    this.out = out;
    this.eventLine = eventLine;
    this.wanted = wanted;
    this.limit = limit;
    this.console = console;
  }

  @Override
  public void running(Progress progress) {
    print(progress.events(), false);
    print(progress.console(), progress.console().size() - 1);
    out.flush();
  }

  /** Prints what is left: the run is over. */
  void finish(Snapshot end) {
    print(end.timeline().events(), true);
    print(end.console(), end.console().size());
    out.flush();
  }

  private void print(List<TraceEvent> events, boolean all) {
    if (events.isEmpty()) {
      return;
    }
    int last = events.get(events.size() - 1).n();
    for (int n = Math.max(0, eventsDone + 1 - events.get(0).n()); n < events.size(); n++) {
      TraceEvent event = events.get(n);
      if (!all && mayReturn(event) && last - event.n() < HELD_BACK) {
        return;
      }
      eventsDone = event.n();
      if (limit > 0 && wanted.test(event)) {
        limit--;
        out.println(eventLine.apply(event));
      }
    }
  }

  private static boolean mayReturn(TraceEvent event) {
    return event.ret() == null
        && (event.isHvc() || event.kind().equals("svc") || event.kind().equals("smc"));
  }

  private void print(List<ConsoleLine> lines, int until) {
    for (; console && linesDone < until; linesDone++) {
      ConsoleLine line = lines.get(linesDone);
      out.printf("%-10s %s%n", line.at(), line.text());
    }
  }
}
