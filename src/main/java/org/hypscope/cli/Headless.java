package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hypscope.debug.CommandException;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Progress;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.SessionListener;
import org.hypscope.debug.Snapshot;

/** A session run from the prompt: the same engine as the window's, waited for. */
final class Headless {
  private static final long QUIET_NANOS = 2_000_000_000L;

  private Headless() {}

  /**
   * Runs {@code session} to {@code goal}; says on {@code progress} how far it is, if it takes long.
   */
  static Snapshot run(DebugSession session, RunGoal goal, PrintWriter progress) {
    session.addListener(new Reporter(progress));
    return await(session.run(goal));
  }

  /** The instant that {@code text} names. */
  static RunGoal toMark(String text) {
    try {
      return RunGoal.toMark(MarkExpression.parse(text));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
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
    private long last = System.nanoTime();

    Reporter(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void running(Progress progress) {
      long now = System.nanoTime();
      if (now - last > QUIET_NANOS) {
        last = now;
        out.printf("... %s at 0x%08x, to %s%n", progress.mark(), progress.pc(), progress.goal());
        out.flush();
      }
    }
  }
}
