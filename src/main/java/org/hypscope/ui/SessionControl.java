package org.hypscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.MapChangeListener;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Progress;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.SessionListener;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
import org.hypscope.debug.Target;
import org.hypscope.debug.Terms;
import org.hypscope.debug.store.SessionFile;
import org.hypscope.time.Mark;

/**
 * The session behind one window: hands it commands and puts what it answers into the {@link
 * WorkbenchState}. A failed command leaves everything as it was, and a sentence.
 */
final class SessionControl implements AutoCloseable {
  private final WorkbenchState state;
  private final Consumer<String> complain;
  private final AbiLink abi;
  private final TimeLink travel;
  private DebugSession session;
  private MarkExpression landing = MarkExpression.at(Mark.START);

  /**
   * A window's control without a session.
   *
   * @param complain given one sentence for each command that failed, on the JavaFX thread
   * @param note given what was found out, in one sentence
   */
  SessionControl(WorkbenchState state, Consumer<String> complain, Consumer<String> note) {
    this.state = state;
    this.complain = complain;
    this.abi = new AbiLink(state, complain);
    travel = new TimeLink(state, this::failed, note);
    state.connect(edit -> command(s -> s.edit(edit)), this::type);
    state.time().connect(travel, number -> command(s -> s.leaveFor(number)));
    state.stops().addListener((MapChangeListener<Breakpoint, Terms>) change -> sendStops());
  }

  /**
   * Replaces the session by one on {@code target} that stands at {@code start}; nothing is shown
   * until it does.
   */
  void open(Target target, MarkExpression start) {
    close();
    session = DebugSession.open(target);
    landing = start;
    state.clearBreakpoints();
    abi.follow(session);
    travel.follow(session);
    listen(session);
    command(s -> s.restart(start));
  }

  /** Replaces the session by {@code opened}, which goes on to where {@code file} says. */
  void resume(DebugSession opened, SessionFile file) {
    close();
    session = opened;
    landing = MarkExpression.at(file.mark());
    state.clearBreakpoints();
    file.stops().forEach(state::set);
    abi.follow(session);
    travel.follow(session);
    listen(session);
    command(file::resume);
  }

  /** Whether a command is under way. */
  boolean isBusy() {
    return session != null && session.isRunning();
  }

  /** Goes to {@code at}, or runs on to it where the run has not been there yet. */
  void visit(MarkExpression at) {
    command(s -> s.run(RunGoal.toMark(at)));
  }

  /**
   * Goes to {@code at}, as {@link #visit}, or on the run as it is without edits.
   *
   * @param there given the snapshot of the instant, on the JavaFX thread
   * @param missed given the sentence that says why it was not reached
   */
  void travel(
      MarkExpression at, boolean afresh, Consumer<Snapshot> there, Consumer<String> missed) {
    if (session != null) {
      FxBridge.onResult(
          afresh ? session.restart(at) : session.run(RunGoal.toMark(at)), there, missed);
    }
  }

  void stepInto() {
    command(DebugSession::stepInto);
  }

  void stepOver() {
    command(DebugSession::stepOver);
  }

  void stepOut() {
    command(DebugSession::stepOut);
  }

  void stepBack() {
    command(DebugSession::stepBack);
  }

  void stepBackOver() {
    command(DebugSession::stepBackOver);
  }

  void stepBackOut() {
    command(DebugSession::stepBackOut);
  }

  /** Goes back to where {@code goal} was met last, a breakpoint, or the start. */
  void runBack(RunGoal goal) {
    command(s -> s.runBack(goal));
  }

  void undoEdit() {
    command(DebugSession::undoEdit);
  }

  /** Runs until {@code goal}, a breakpoint, the end or {@link #pause}. */
  void run(RunGoal goal) {
    command(s -> s.run(goal));
  }

  /** Has the panes show core {@code number}. */
  void pick(int number) {
    command(s -> s.pick(number));
  }

  /** Goes back to where the session landed when it was opened. */
  void restart() {
    command(s -> s.restart(landing));
  }

  /** Stops what runs. */
  void pause() {
    if (session != null) {
      session.pause();
    }
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }

  private void command(Function<DebugSession, CompletableFuture<Snapshot>> command) {
    if (session != null) {
      FxBridge.onFailure(command.apply(session), this::failed);
    }
  }

  /** Says that a command failed; what runs is taken to have ended. */
  void failed(String sentence) {
    state.showRunning(null);
    complain.accept(sentence);
  }

  private void listen(DebugSession listened) {
    Consumer<Snapshot> snapshots = FxBridge.newest(next -> showIfCurrent(listened, next));
    Consumer<Progress> progress = FxBridge.newest(next -> showIfRunning(listened, next));
    listened.addListener(
        new SessionListener() {
          @Override
          public void snapshot(Snapshot next) {
            snapshots.accept(next);
          }

          @Override
          public void running(Progress next) {
            progress.accept(next);
          }
        });
  }

  private void showIfCurrent(DebugSession from, Snapshot next) {
    if (from == session) {
      state.show(next);
    }
  }

  private void showIfRunning(DebugSession from, Progress next) {
    if (from == session && from.isRunning()) {
      state.showRunning(next);
    }
  }

  private void type(byte[] bytes) {
    if (session != null) {
      session.type(bytes);
    }
  }

  private void sendStops() {
    if (session != null) {
      List<Stop> stops = new ArrayList<>();
      state.stops().forEach((at, terms) -> stops.add(new Stop(at, terms)));
      try {
        session.setStops(stops);
      } catch (IllegalArgumentException e) {
        complain.accept(e.getMessage());
      }
    }
  }
}
