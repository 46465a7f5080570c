package org.hypscope.debug.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hypscope.debug.Bookmark;
import org.hypscope.debug.BranchView;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.JournalView;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
import org.hypscope.debug.Target;
import org.hypscope.debug.UnusableTargetException;
import org.hypscope.machine.board.Board;
import org.hypscope.time.Input;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;

/**
 * A session as a file keeps it: what is run, what came in, where it stands, and what a person noted
 * about it. No code, and nothing of the image.
 *
 * @param image what is run
 * @param journal what came in, and how far the run has come
 * @param mark the instant, for people; {@code journal} tells it exactly
 * @param core the number of the core that was looked at
 * @param notes free text
 * @param view how the window showed it, in words of the window's own
 * @param left the runs that were left for this one
 */
public record SessionFile(
    SavedImage image,
    JournalView journal,
    Mark mark,
    int core,
    List<Bookmark> bookmarks,
    List<Stop> stops,
    String notes,
    Map<String, String> view,
    List<BranchView> left) {
  /** Copies the collections. */
  public SessionFile {
    bookmarks = List.copyOf(bookmarks);
    stops = List.copyOf(stops);
    view = Map.copyOf(view);
    left = List.copyOf(left);
  }

  /** The session on {@code image} that stands as {@code now} says, with nothing noted. */
  public static SessionFile of(SavedImage image, Snapshot now) {
    return new SessionFile(
        image,
        now.journal(),
        now.mark(),
        now.core(),
        List.of(),
        List.of(),
        "",
        Map.of(),
        now.left());
  }

  /** The same with what a person noted. */
  public SessionFile noting(
      List<Bookmark> marks, List<Stop> stops, String text, Map<String, String> shown) {
    return new SessionFile(image, journal, mark, core, marks, stops, text, shown, left);
  }

  /**
   * A session on {@code target} that stands before its first instruction and will meet what came
   * in; {@link #resume} moves it on.
   *
   * @throws UnusableTargetException where that cannot come into such a board
   */
  public DebugSession open(Target target) throws UnusableTargetException {
    Board board = target.board();
    checkCore("The session", core, board);
    check(journal.entries(), board);
    for (BranchView each : left) {
      check(each.inputs(), board);
    }
    for (Stop each : stops) {
      checkCore("A watchpoint", WatchJson.core(each.at()), board);
    }
    return DebugSession.open(target, journal.entries());
  }

  /** Moves {@code session}, which was just opened, on to the instant. */
  public CompletableFuture<Snapshot> resume(DebugSession session) {
    return session.resume(journal, left, core);
  }

  private static void check(List<InputJournal.Entry> entries, Board board)
      throws UnusableTargetException {
    for (InputJournal.Entry each : entries) {
      check(each.input(), board);
    }
  }

  private static void check(Input input, Board board) throws UnusableTargetException {
    if (input instanceof Input.Register e) {
      checkCore("An edit", e.core(), board);
    } else if (input instanceof Input.SystemRegister e) {
      checkCore("An edit", e.core(), board);
    } else if (input instanceof Input.Doubleword e) {
      checkCore("An edit", e.core(), board);
    } else if (input instanceof Input.Memory e) {
      long last = e.address() + e.bytes().length - 1;
      if (!board.ram().contains(e.address()) || !board.ram().contains(last)) {
        throw new UnusableTargetException(
            String.format(
                "An edit of the session is of memory at 0x%x, which board %s has not: give it more"
                    + " RAM.",
                e.address(), board.name()));
      }
    }
  }

  private static void checkCore(String what, int core, Board board) throws UnusableTargetException {
    if (core >= board.cores()) {
      throw new UnusableTargetException(
          String.format(
              "%s is of core %d, but board %s has %d: the file is damaged, or was made on another"
                  + " board.",
              what, core, board.name(), board.cores()));
    }
  }
}
