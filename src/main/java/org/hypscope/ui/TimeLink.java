package org.hypscope.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Origin;
import org.hypscope.debug.Place;
import org.hypscope.debug.RunDiff;
import org.hypscope.debug.RunGoal;
import org.hypscope.time.Mark;
import org.hypscope.ui.TimeState.Question;

/**
 * Sends the session of a window to instants, of which the newest wins: one journey at a time is
 * under way, and one waits. It asks the session who wrote what.
 */
final class TimeLink implements TimeState.Traveller {
  private static final int DEPTH = 8;

  private static final int MOST_REGISTERS = 4;

  private final WorkbenchState state;
  private final Consumer<String> failed;
  private final Consumer<String> note;
  private DebugSession session;
  private Mark wanted;
  private boolean travelling;
  private CompletableFuture<Origin> asked;

  /**
   * {@code failed} is given one sentence for each journey that failed, {@code note} what was found
   * out.
   */
  TimeLink(WorkbenchState state, Consumer<String> failed, Consumer<String> note) {
    this.state = state;
    this.failed = failed;
    this.note = note;
  }

  /** From now on {@code opened} is the session that is sent and asked. */
  void follow(DebugSession opened) {
    session = opened;
    wanted = null;
    travelling = false;
    asked = null;
    state.time().clear();
  }

  @Override
  public void visit(Mark mark) {
    if (session == null) {
      return;
    }
    if (state.running().get() != null) {
      session.pause();
    }
    wanted = mark;
    if (!travelling) {
      go();
    }
  }

  private void go() {
    Mark to = wanted;
    wanted = null;
    travelling = true;
    DebugSession of = session;
    FxBridge.onResult(
        of.run(RunGoal.toMark(MarkExpression.at(to))),
        there -> arrived(of),
        sentence -> {
          failed.accept(sentence);
          arrived(of);
        });
  }

  private void arrived(DebugSession of) {
    if (of == session) {
      travelling = false;
      if (wanted != null) {
        go();
      }
    }
  }

  @Override
  public void ask(Place place) {
    cancel();
    if (session == null) {
      return;
    }
    Mark at = state.snapshot().get().mark();
    CompletableFuture<Origin> mine = session.origin(place, DEPTH);
    asked = mine;
    state.time().show(new Question(place, at, Optional.empty(), ""));
    FxBridge.onResult(
        mine,
        origin -> answered(mine, new Question(place, at, Optional.of(origin), "")),
        sentence -> answered(mine, new Question(place, at, Optional.empty(), sentence)));
  }

  private void answered(CompletableFuture<Origin> of, Question answer) {
    if (of == asked) {
      asked = null;
      state.time().show(answer);
    }
  }

  @Override
  public void cancel() {
    if (asked != null) {
      CompletableFuture<Origin> given = asked;
      asked = null;
      given.cancel(true);
      Question open = state.time().question().get();
      state.time().show(new Question(open.place(), open.at(), Optional.empty(), "Given up."));
    }
  }

  @Override
  public void compareWith(int branch) {
    if (session != null) {
      FxBridge.onResult(session.compareWith(branch), result -> compared(branch, result), failed);
    }
  }

  private void compared(int branch, RunDiff.Result result) {
    String other = "run " + branch;
    if (result.parting().isEmpty()) {
      note.accept(
          String.format(
              "This run and %s are the same for the %,d steps that were compared.",
              other, result.compared()));
      return;
    }
    RunDiff.Parting parting = result.parting().get();
    String registers =
        parting.registers().stream()
            .limit(MOST_REGISTERS)
            .map(r -> String.format("%s 0x%08x, there 0x%08x", r.name(), r.left(), r.right()))
            .collect(Collectors.joining("; "));
    note.accept(
        String.format(
            "This run and %s first differ at %s: %s",
            other, parting.left().mark(), registers.isEmpty() ? parting.ended() : registers + "."));
    visit(parting.left().mark());
  }
}
