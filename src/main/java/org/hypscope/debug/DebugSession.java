package org.hypscope.debug;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.InputJournal;

/**
 * A run of an image under a person's control.
 *
 * <p>One thread, which the session makes, owns the machine. Every method may be called from any
 * thread and returns at once; commands are carried out in the order given, and their futures
 * complete on the owner thread with the snapshot that they led to. A command that cannot be carried
 * out fails with a {@link CommandException}, whose message is a sentence for people; the session
 * stays as it was.
 */
public final class DebugSession implements AutoCloseable {
  private final Owner owner = new Owner();
  private final Commands commands;
  private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
  private volatile Snapshot newest;
  private PauseOnExit exit;

  private DebugSession(LoadedImage image, Board board, List<InputJournal.Entry> inputs) {
    Snapshot.Subject subject = Snapshot.Subject.of(image, board);
    commands = new Commands(subject, inputs, owner, this::progress);
    newest = commands.snapshot();
  }

  /** A session on {@code image} that stands before its first instruction. */
  public static DebugSession open(LoadedImage image, Board board) {
    return open(image, board, List.of());
  }

  private static DebugSession open(
      LoadedImage image, Board board, List<InputJournal.Entry> inputs) {
    DebugSession session = new DebugSession(image, board, inputs);
    session.owner.start(session.commands::prepareToGoBack);
    return session;
  }

  /** A session on {@code target} that stands before its first instruction. */
  public static DebugSession open(Target target) {
    return open(target.image(), target.board());
  }

  /**
   * A session on {@code target} that stands before its first instruction and will meet {@code
   * inputs}, which name cores that the board has and memory in its RAM.
   */
  public static DebugSession open(Target target, List<InputJournal.Entry> inputs) {
    return open(target.image(), target.board(), inputs);
  }

  /** The newest snapshot; while a command runs, the one before it. */
  public Snapshot snapshot() {
    return newest;
  }

  /**
   * The picked core executes one instruction, or enters the exception that it takes; other cores
   * have their turns until then.
   */
  public CompletableFuture<Snapshot> stepInto() {
    return submit(commands::stepInto);
  }

  /** As {@link #stepInto}, but a BL, BLX, SVC, HVC or SMC runs until it has returned. */
  public CompletableFuture<Snapshot> stepOver() {
    return submit(commands::stepOver);
  }

  /** Runs until the current function or exception handler has returned. */
  public CompletableFuture<Snapshot> stepOut() {
    return submit(commands::stepOut);
  }

  /** Goes back to before the last step of the picked core. */
  public CompletableFuture<Snapshot> stepBack() {
    return submit(commands::stepBack);
  }

  /** As {@link #stepBack}, but over a call or an exception that has returned: to before it. */
  public CompletableFuture<Snapshot> stepBackOver() {
    return submit(commands::stepBackOver);
  }

  /** Goes back to before the call, or the exception, that led to where the picked core is. */
  public CompletableFuture<Snapshot> stepBackOut() {
    return submit(commands::stepBackOut);
  }

  /**
   * Goes back until {@code goal} was met last, or a breakpoint, or to the start: {@link
   * RunGoal#nextHvc} stands for the last HVC before here, {@link RunGoal#forever} for breakpoints
   * alone.
   */
  public CompletableFuture<Snapshot> runBack(RunGoal goal) {
    return submit(() -> commands.runBack(goal));
  }

  /** Has the run meet all but its last edit; it stands where that was. */
  public CompletableFuture<Snapshot> undoEdit() {
    return submit(commands::undoEdit);
  }

  /**
   * Leaves this run for that of {@link Snapshot#left} with this number, and stands where the two
   * part.
   */
  public CompletableFuture<Snapshot> leaveFor(int branch) {
    return submit(() -> commands.leaveFor(branch));
  }

  /**
   * Who last wrote {@code place} before where the machine stands, and where that came from, {@code
   * depth} times. Worked out beside whatever runs; cancelling the future ends the search.
   */
  public CompletableFuture<Origin> origin(Place place, int depth) {
    return owner.study(
        commands::timeline, (run, unwanted) -> commands.origin(run, place, depth, unwanted));
  }

  /**
   * Where this run and that of {@link Snapshot#left} with this number first differ, this one being
   * the left side. Worked out beside whatever runs; cancelling the future ends it.
   */
  public CompletableFuture<RunDiff.Result> compareWith(int branch) {
    return owner.study(() -> commands.forked(branch), commands::compare);
  }

  /**
   * Moves a run that has just begun on to the farthest place of {@code journal}, past breakpoints,
   * and from there back to its instant, seen from core {@code core}.
   */
  public CompletableFuture<Snapshot> resume(JournalView journal, int core) {
    return resume(journal, List.of(), core);
  }

  /** As {@link #resume(JournalView, int)}; it knows the runs {@code left}, each to be gone to. */
  public CompletableFuture<Snapshot> resume(JournalView journal, List<BranchView> left, int core) {
    return submit(() -> commands.resume(journal, left, core));
  }

  /** Runs until {@code goal} is reached, a breakpoint is met, or the machine ends. */
  public CompletableFuture<Snapshot> run(RunGoal goal) {
    return submit(() -> commands.run(goal));
  }

  /** Ends the commands given so far where they are; the only call that a run obeys at once. */
  public void pause() {
    owner.pause();
  }

  /**
   * From now on the program's end (Ctrl+C) pauses the session and waits, a few seconds at most, for
   * it to be closed, so that what it came to can be told.
   */
  public synchronized void pauseOnExit() {
    if (exit == null) {
      exit = new PauseOnExit(this::pause);
    }
  }

  /**
   * Ends whatever runs, goes back to reset and from there to {@code to}. Edits are lost, typing is
   * not; what is known of the run otherwise stays so.
   */
  public CompletableFuture<Snapshot> restart(MarkExpression to) {
    owner.pause();
    return submit(() -> commands.restart(to));
  }

  /**
   * Looks at core {@code core} from now on: the snapshot and steps are its own. The machine stays
   * as it is. A run that ends picks the core that ended it.
   */
  public CompletableFuture<Snapshot> pick(int core) {
    return submit(() -> commands.pick(core));
  }

  /** Changes the machine, which stays at its instant. */
  public CompletableFuture<Snapshot> edit(Edit edit) {
    return submit(() -> commands.edit(edit));
  }

  /**
   * Types {@code bytes} at the console where the machine stands, soon even if it runs; one that
   * waits for them goes on when it is run again. Whoever goes back meets them at the same instant;
   * they replace what was typed later than there.
   */
  public void type(byte[] bytes) {
    byte[] copy = bytes.clone();
    owner.urgently(
        () -> {
          commands.type(copy);
          if (!owner.isBusy()) {
            publish();
          }
        });
  }

  /**
   * Replaces all stops; a run under way heeds them from now on.
   *
   * @throws IllegalArgumentException with one sentence where the terms of one mean nothing; those
   *     before stay
   */
  public void setStops(Collection<Stop> all) {
    List<Stop> copy = List.copyOf(all);
    copy.forEach(each -> new Armed(each, newest.symbols()));
    owner.urgently(() -> commands.setStops(copy));
  }

  /** Adds a listener; the present snapshot is not repeated to it. */
  public void addListener(SessionListener listener) {
    listeners.add(listener);
  }

  /**
   * Runs {@code probe} on a copy of the machine as it is between two instructions, now or as soon
   * as a run under way comes to it. The probe works on a thread of its own; cancelling its future
   * before it begins saves the work.
   */
  public <T> CompletableFuture<T> probe(Probe<T> probe) {
    return owner.probe(probe, commands::fork);
  }

  /** Has {@code observer} told of hypercalls in place of the present one; null for none. */
  public void setObserver(HypercallObserver observer) {
    owner.urgently(() -> commands.setObserver(observer));
  }

  /** Whether a command is under way or waiting. */
  public boolean isRunning() {
    return owner.isBusy();
  }

  /** Ends the session: what runs is ended, and what waits fails. */
  @Override
  public synchronized void close() {
    owner.close();
    if (exit != null) {
      exit.close();
    }
  }

  private CompletableFuture<Snapshot> submit(Owner.Command command) {
    return owner.submit(
        () -> {
          command.carryOut();
          publish();
          return newest;
        });
  }

  private void publish() {
    newest = commands.snapshot();
    // Read here, so that whoever shows the snapshot finds it at hand.
    newest.sources().functions(newest.pc());
    newest.sources().line(newest.pc());
    for (SessionListener each : listeners) {
      owner.shielded(() -> each.snapshot(newest));
    }
  }

  private void progress(Progress progress) {
    for (SessionListener each : listeners) {
      owner.shielded(() -> each.running(progress));
    }
  }
}
