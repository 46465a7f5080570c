package org.hypscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.debug.store.SavedImage;
import org.hypscope.debug.store.SessionFile;
import org.hypscope.debug.store.SessionFiles;

/**
 * A session before its first instruction, and the way to where a command begins.
 *
 * @param session to be closed by whoever takes it
 * @param image how a session file names what is run
 * @param steps how far that is, where it is known
 * @param goal what is gone to, in words; empty where the command begins at reset
 * @param way goes there
 * @param reached whether a session stands there
 */
record Start(
    DebugSession session,
    Supplier<SavedImage> image,
    long steps,
    Optional<String> goal,
    Function<DebugSession, CompletableFuture<Snapshot>> way,
    Predicate<Snapshot> reached)
    implements AutoCloseable {

  static Start atReset(DebugSession session, Supplier<SavedImage> image) {
    return new Start(
        session,
        image,
        0,
        Optional.empty(),
        s -> CompletableFuture.completedFuture(s.snapshot()),
        snapshot -> true);
  }

  static Start at(DebugSession session, Supplier<SavedImage> image, MarkExpression instant) {
    return new Start(
        session,
        image,
        0,
        Optional.of(instant.toString()),
        s -> s.run(RunGoal.toMark(instant)),
        instant instanceof MarkExpression.End
            ? snapshot -> !snapshot.stop().isCutShort()
            : snapshot -> snapshot.stop().kind() == StopReason.Kind.GOAL);
  }

  static Start where(SessionFile saved, DebugSession session) {
    return new Start(
        session,
        saved::image,
        saved.journal().end(),
        Optional.of(saved.mark().toString()),
        saved::resume,
        snapshot -> snapshot.journal().steps() == saved.journal().steps());
  }

  /** Whether the command begins elsewhere than at reset. */
  boolean isPlaced() {
    return goal.isPresent();
  }

  /**
   * Goes there, saying on {@code progress} how far it is if it takes long.
   *
   * @throws UsageException where it is farther than {@code limit} steps
   */
  Snapshot go(long limit, PrintWriter progress) {
    if (steps > limit) {
      throw new UsageException(
          String.format(
              "The session has come %d steps far, and the limit is %d: give a larger --steps.",
              steps, limit));
    }
    return Headless.run(session, way, progress);
  }

  /**
   * Writes the session as it stands at {@code now} to {@code file}.
   *
   * @throws UsageException where that cannot be done
   */
  void save(Snapshot now, Path file) {
    try {
      SessionFiles.write(SessionFile.of(image.get(), now), file);
    } catch (UnusableTargetException e) {
      throw new UsageException(e.getMessage());
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
