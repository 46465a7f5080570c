package org.hypscope.abi.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.AbiState;
import org.hypscope.abi.SessionAbi;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
import org.hypscope.debug.UnusableTargetException;

/** Takes a tour, forwards and backwards, and says what does not hold. */
public final class TourCheck implements AutoCloseable {
  private final Tour tour;
  private final DebugSession session;
  private final SessionAbi abi;
  private final List<String> wrong = new ArrayList<>();

  /** What is seen at one stop. */
  private record Seen(Snapshot snapshot, AbiState abi) {
    boolean isSame(Seen other) {
      return snapshot.sameMachine(other.snapshot)
          && snapshot.console().equals(other.snapshot.console())
          && abi.findings().equals(other.abi.findings())
          && abi.current().map(view -> view.verdict()).equals(other.verdict())
          && abi.verdict().equals(other.abi.verdict());
    }

    private Optional<String> verdict() {
      return abi.current().map(view -> view.verdict());
    }
  }

  private TourCheck(Tour tour, DebugSession session, AbiEngine engine) {
    this.tour = tour;
    this.session = session;
    abi = new SessionAbi(session, engine);
  }

  /**
   * Visits every stop of {@code tour} in a session of its own, in order and then back.
   *
   * @return a sentence for each expectation that does not hold, each stop that is not reached, and
   *     each that shows something else on the way back; with file and line
   * @throws UnusableTargetException where its image cannot be used
   */
  public static List<String> of(Tour tour, AbiEngine engine) throws UnusableTargetException {
    DebugSession session = DebugSession.open(tour.scene().open().target());
    try (TourCheck check = new TourCheck(tour, session, engine)) {
      check.thereAndBack();
      return List.copyOf(check.wrong);
    }
  }

  private void thereAndBack() {
    List<Seen> there = new ArrayList<>();
    for (Tour.Stop stop : tour.stops()) {
      Seen seen = visit(stop);
      there.add(seen);
      examine(stop, seen);
    }
    for (int n = there.size() - 2; n >= 0; n--) {
      if (!visit(tour.stops().get(n)).isSame(there.get(n))) {
        complain(tour.stops().get(n), "what is seen on the way back differs: report this");
      }
    }
  }

  private Seen visit(Tour.Stop stop) {
    try {
      Snapshot snapshot = session.run(RunGoal.toMark(stop.at())).join();
      // What a probe finds out of this instant is known once one that came later is done.
      session.probe(fork -> snapshot).join();
      return new Seen(snapshot, abi.state());
    } catch (CompletionException e) {
      complain(stop, e.getCause().getMessage());
      return new Seen(session.snapshot(), abi.state());
    }
  }

  private void examine(Tour.Stop stop, Seen seen) {
    if (!isReached(stop, seen.snapshot())) {
      complain(stop, "the run ends at " + seen.snapshot().mark() + "; name an earlier instant");
    }
    stop.highlight().ifPresent(name -> examine(stop, seen.snapshot(), name));
    for (Expectation each : stop.expect()) {
      each.failure(seen.snapshot(), seen.abi())
          .ifPresent(
              why ->
                  complain(
                      stop, each + " does not hold, as " + why + "; correct the stop or the line"));
    }
  }

  private static boolean isReached(Tour.Stop stop, Snapshot at) {
    return stop.at() instanceof MarkExpression.End
        || at.stop().kind() == StopReason.Kind.GOAL
        || stop.at().equals(MarkExpression.at(at.mark()));
  }

  private void examine(Tour.Stop stop, Snapshot at, String highlight) {
    try {
      PlaceNames.parse(highlight, at);
    } catch (IllegalArgumentException e) {
      complain(stop, "highlight: " + e.getMessage());
    }
  }

  private void complain(Tour.Stop stop, String what) {
    wrong.add(
        stop.where()
            + ": stop "
            + (tour.stops().indexOf(stop) + 1)
            + " at "
            + stop.at()
            + ": "
            + what);
  }

  @Override
  public void close() {
    session.close();
  }
}
