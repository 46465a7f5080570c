package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.hypscope.debug.CommandException;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Progress;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.SessionListener;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.Symbols;

/** A session run from the prompt: the same engine as the window's, waited for. */
final class Headless {
  private static final double NANOS_A_SECOND = 1e9;
  private static final long QUIET_NANOS = 2_000_000_000L;

  private Headless() {}

  /**
   * Runs {@code session} to {@code goal}; says on {@code progress} how far it is, if it takes long.
   * Ctrl+C ends the run where it is, and the program once the session is closed.
   */
  static Snapshot run(DebugSession session, RunGoal goal, PrintWriter progress) {
    return run(session, s -> s.run(goal), progress);
  }

  /** As {@link #run(DebugSession, RunGoal, PrintWriter)}, with any command. */
  static Snapshot run(
      DebugSession session,
      Function<DebugSession, CompletableFuture<Snapshot>> command,
      PrintWriter progress) {
    Reporter reporter = new Reporter(progress, session.snapshot().symbols());
    session.addListener(reporter);
    session.pauseOnExit();
    Snapshot end = await(command.apply(session));
    reporter.over = true;
    return end;
  }

  /** The instant that {@code text} names. */
  static RunGoal toMark(String text) {
    try {
      return RunGoal.toMark(MarkExpression.parse(text));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Whether a run to the instant {@code text} came there; says on {@code err} where it did not. */
  static boolean cameTo(String text, Snapshot end, PrintWriter err) {
    boolean there = MarkExpression.parse(text).isMetBy(end);
    if (!there) {
      err.printf("It never came to %s: this is of %s. %s%n", text, end.mark(), end.stop().text());
    }
    return there;
  }

  private static Snapshot await(CompletableFuture<Snapshot> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof CommandException refused) {
        throw new UsageException(refused.getMessage());
      }
      throw e;
    }
  }

  /** Says every two seconds where a long run is. */
  private static final class Reporter implements SessionListener {
    private final PrintWriter out;
    private final Symbols symbols;
    private long last = System.nanoTime();
    private volatile boolean over;

    Reporter(PrintWriter out, Symbols symbols) {
      this.out = out;
      this.symbols = symbols;
    }

    @Override
    public void running(Progress progress) {
      long now = System.nanoTime();
      if (!over && now - last > QUIET_NANOS) {
        last = now;
        String name = symbols.describe(progress.pc());
        String place = name.isEmpty() ? "" : " (" + name + ")";
        out.printf(
            "... %s, %.3f s, at 0x%08x%s, to %s%n",
            progress.mark(),
            progress.nanoseconds() / NANOS_A_SECOND,
            progress.pc(),
            place,
            progress.goal());
        out.flush();
      }
    }
  }
}
