package org.hypscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
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
 * @param saved the session file that it comes from, if it does
 */
record Start(
    DebugSession session,
    Supplier<SavedImage> image,
    long steps,
    Optional<String> goal,
    Function<DebugSession, CompletableFuture<Snapshot>> way,
    Predicate<Snapshot> reached,
    Optional<SessionFile> saved)
    implements AutoCloseable {

  static Start atReset(DebugSession session, Supplier<SavedImage> image) {
    return new Start(
        session,
        image,
        0,
        Optional.empty(),
        s -> CompletableFuture.completedFuture(s.snapshot()),
        snapshot -> true,
        Optional.empty());
  }

  static Start at(DebugSession session, Supplier<SavedImage> image, MarkExpression instant) {
    return new Start(
        session,
        image,
        0,
        Optional.of(instant.toString()),
        s -> s.run(RunGoal.toMark(instant)),
        instant::isMetBy,
        Optional.empty());
  }

  static Start where(SessionFile saved, DebugSession session) {
    return new Start(
        session,
        saved::image,
        saved.journal().end(),
        Optional.of(saved.mark().toString()),
        saved::resume,
        snapshot -> snapshot.journal().steps() == saved.journal().steps(),
        Optional.of(saved));
  }

  /** The stops that the session was saved with. */
  List<Stop> stops() {
    return saved.map(SessionFile::stops).orElse(List.of());
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
   * Goes there, and on to the instant {@code to}; where that is null, a session goes no farther,
   * and an image to its end.
   */
  Snapshot goOn(String to, long limit, PrintWriter progress) {
    Snapshot begun = go(limit, progress);
    if (isPlaced() && to == null) {
      return begun;
    }
    RunGoal goal = to == null ? RunGoal.forever() : Headless.toMark(to);
    return Headless.run(session, RunGoal.within(limit, goal), progress);
  }

  /** The exit status where {@link #goOn} has led to {@code end}; says where that is elsewhere. */
  int status(String to, Snapshot end, PrintWriter err) {
    if (to != null) {
      return Headless.cameTo(to, end, err) ? ExitStatus.FINE : ExitStatus.LIMIT;
    }
    boolean there = isPlaced() ? reached.test(end) : !end.stop().isCutShort();
    if (isPlaced() && !there) {
      err.printf("It never came to %s: this is of %s.%n", goal.orElseThrow(), end.mark());
    }
    return there ? ExitStatus.FINE : ExitStatus.LIMIT;
  }

  /**
   * Writes the session as it stands at {@code now}, with {@code stops}, to {@code file}; what was
   * noted in the file that it comes from is noted there, too.
   *
   * @throws UsageException where that cannot be done
   */
  void save(Snapshot now, List<Stop> stops, Path file) {
    try {
      SessionFile stands = SessionFile.of(image.get(), now);
      SessionFile noted = saved.orElse(stands);
      SessionFiles.write(
          stands.noting(noted.bookmarks(), stops, noted.notes(), noted.view()), file);
    } catch (UnusableTargetException e) {
      throw new UsageException(e.getMessage());
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
