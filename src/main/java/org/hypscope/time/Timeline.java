package org.hypscope.time;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.machine.Machine;

/**
 * A run that can be gone back in: a machine, what comes into it, and checkpoints, from the nearest
 * of which the machine runs to wherever it is sent. What is past the present stays known, until
 * something else comes in.
 *
 * <p>Places are told by steps: instructions and exception entries, of all cores since reset.
 */
public final class Timeline {
  private static final long SPACING = 800_000;

  /** What is counted is a little less than what is kept, and events are kept beside it. */
  private static final long BUDGET = 320L << 20;

  private static final int BUDGET_OF_HEAP = 4;

  /** How far before a place that was gone to checkpoints are laid, for those who go on back. */
  private static final long[] APPROACH = {20_000, 500};

  /** What {@link #last} gives where there is no such step. */
  public static final long NEVER = -1;

  private final Machine machine;
  private final InputJournal inputs;
  private final Checkpoints checkpoints;
  private long frontier;
  private Mark end;

  /** The run of {@code machine}, which stands before its first instruction. */
  public Timeline(Machine machine, InputJournal inputs) {
    this(
        machine,
        inputs,
        SPACING,
        Math.min(BUDGET, Runtime.getRuntime().maxMemory() / BUDGET_OF_HEAP));
  }

  /**
   * With checkpoints {@code spacing} steps apart, which take about {@code budget} bytes at most.
   */
  Timeline(Machine machine, InputJournal inputs, long spacing, long budget) {
    this.machine = machine;
    this.inputs = inputs;
    this.checkpoints = new Checkpoints(spacing, budget);
    lay();
    inputs.deliver(machine, 0, input -> {});
  }

  /** The machine, which is always the same object. */
  public Machine machine() {
    return machine;
  }

  /** What came in, and what will. */
  public List<InputJournal.Entry> inputs() {
    return inputs.entries();
  }

  /** The steps made: between two instructions. */
  public long steps() {
    return stepsOf(machine.core());
  }

  /** The steps made before the present instruction of {@code running}, whose turn it is. */
  long stepsOf(Core running) {
    long total = running.retired();
    for (Core each : machine.cores()) {
      total += each.steps() - each.retired();
    }
    return total;
  }

  /** The instant. */
  public Mark mark() {
    Core core = machine.core();
    return new Mark(core.retired(), core.exceptionsSinceRetired());
  }

  /** The steps of the farthest place that the run has been at. */
  public long frontier() {
    return Math.max(frontier, steps());
  }

  /** The instant of {@link #frontier}. */
  public Mark end() {
    return isPast() ? end : mark();
  }

  /** Whether the machine stands where it has been before, and has gone on from. */
  public boolean isPast() {
    // Asked at every exception: no count of steps is less than that of instructions.
    return machine.core().retired() < frontier && steps() < frontier;
  }

  /**
   * The same run on a copy of the machine, with no listener: what is done with it concerns nobody
   * else. May be used by another thread.
   */
  public Timeline fork() {
    return new Timeline(this);
  }

  private Timeline(Timeline from) {
    this.machine = from.machine.fork();
    this.inputs = from.inputs.fork();
    this.checkpoints = new Checkpoints(from.checkpoints);
    this.frontier = from.frontier();
    this.end = from.end();
  }

  /**
   * The last step before {@code end} at which {@code watch} sees something, or {@link #NEVER}; what
   * came in at {@code end} itself counts too. The machine is somewhere else afterwards.
   *
   * @param stop asked now and then: true gives the search up, with {@link #NEVER}
   */
  public long last(Watch watch, long end, BooleanSupplier stop) {
    keepFrontier();
    long seen = NEVER;
    for (int n = checkpoints.indexAtOrBefore(end); n >= 0 && seen == NEVER; n--) {
      if (stop.getAsBoolean()) {
        return NEVER;
      }
      boolean whole = n + 1 < checkpoints.count() && checkpoints.get(n + 1).steps() <= end;
      Checkpoint next = whole ? checkpoints.get(n + 1) : null;
      seen = lookBetween(watch, checkpoints.get(n), next, end);
    }
    return seen;
  }

  private long lookBetween(Watch watch, Checkpoint from, Checkpoint next, long end) {
    if (next != null && !watch.isPossible(from.image(), next.image())) {
      return NEVER;
    }
    machine.restore(from.image());
    inputs.rewind(from.delivered());
    long to = next == null ? end : next.steps();
    watch.begin(this, to);
    machine.cores().forEach(each -> each.setListener(watch));
    inputs.deliver(machine, steps(), watch::hear);
    lookUntil(to, watch);
    if (next == null) {
      inputs.deliver(machine, steps(), watch::hear);
    }
    machine.cores().forEach(each -> each.setListener(null));
    watch.end();
    return watch.seen();
  }

  private void lookUntil(long to, Watch watch) {
    StopCheck check = watch.check();
    long before = NEVER;
    while (steps() < to && steps() > before) {
      before = steps();
      inputs.deliver(machine, before, watch::hear);
      machine.runAsked(Math.min(to, inputs.next()) - before, check);
      watch.ran(machine.core());
    }
  }

  /** How many checkpoints there are, and about how many bytes they keep. */
  public Cost cost() {
    return new Cost(checkpoints.count(), checkpoints.bytes());
  }

  /**
   * The instants of the checkpoints, in order and immutable: the same list until there are others.
   */
  public List<Mark> checkpoints() {
    return checkpoints.marks();
  }

  /** See {@link #cost}. */
  public record Cost(int checkpoints, long bytes) {}

  /** {@code input} comes in here and now; what was known to come after it is forgotten. */
  public void add(Input input) {
    frontier = steps();
    end = mark();
    checkpoints.cut(frontier, inputs.delivered());
    inputs.add(machine, frontier, input);
  }

  /**
   * Has the run meet {@code others} instead of its inputs. What both have in common is kept, and
   * the machine sent to where they part: to the first instant at which only one of them has an
   * entry.
   */
  public void replaceInputs(List<InputJournal.Entry> others) {
    List<InputJournal.Entry> mine = inputs.entries();
    int common = 0;
    while (common < Math.min(mine.size(), others.size())
        && mine.get(common).equals(others.get(common))) {
      common++;
    }
    keepFrontier();
    long parts = Math.min(stepsOf(mine, common), stepsOf(others, common));
    long to = Math.min(parts, frontier());
    checkpoints.cut(to, common);
    inputs.replace(mine.subList(0, common));
    restore(checkpoints.last());
    runTo(to);
    frontier = to;
    end = mark();
    inputs.replace(others);
    inputs.deliver(machine, to, input -> {});
  }

  private static long stepsOf(List<InputJournal.Entry> entries, int index) {
    return index < entries.size() ? entries.get(index).steps() : Long.MAX_VALUE;
  }

  /**
   * Moves the machine on by {@code most} steps, or fewer: ask again. {@link StopCause#STEPS} says
   * that nothing but the number ended it, the others as {@link Machine#run} says.
   */
  public StopCause advance(long most, StopCheck check) {
    return advance(most, check, () -> {}, () -> {});
  }

  /** As {@link #advance(long, StopCheck)}; told {@code before} something comes in, and after it. */
  public StopCause advance(long most, StopCheck check, Runnable before, Runnable after) {
    long here = steps();
    long due = Math.max(checkpoints.due(), here + 1);
    StopCause cause = machine.run(Math.min(most, Math.min(inputs.next(), due) - here), check);
    long now = steps();
    if (now >= checkpoints.due()) {
      lay();
    }
    if (now < inputs.next()) {
      return cause;
    }
    before.run();
    inputs.deliver(machine, now, input -> {});
    after.run();
    boolean standing = cause == StopCause.WAITING || cause == StopCause.LOOP_TO_SELF;
    return standing ? StopCause.STEPS : cause;
  }

  /**
   * Sends the machine to where it had made {@code target} steps, from 0 to {@link #frontier}. It
   * has met the whole input of that place. Listeners of cores are told nothing of the way: it is
   * known.
   */
  public void goTo(long target) {
    keepFrontier();
    unheard(
        () -> {
          restoreBefore(target);
          approach(target);
        });
  }

  private void unheard(Runnable way) {
    List<CoreListener> listeners = new ArrayList<>();
    for (Core each : machine.cores()) {
      listeners.add(each.listener());
      each.setListener(null);
    }
    try {
      way.run();
    } finally {
      for (int n = 0; n < listeners.size(); n++) {
        machine.cores().get(n).setListener(listeners.get(n));
      }
    }
  }

  private void approach(long target) {
    for (long distance : APPROACH) {
      if (target - steps() > 2 * distance) {
        runTo(target - distance);
        lay();
      }
    }
    runTo(target);
  }

  /**
   * Sends the machine to the instant {@code mark}, or the first one after it where there is no such
   * instant; to the frontier where that comes before it. As {@link #goTo(long)} otherwise.
   */
  public void goTo(Mark mark) {
    keepFrontier();
    unheard(() -> approach(mark));
  }

  private void approach(Mark mark) {
    Checkpoint nearest = checkpoints.get(indexAtOrBefore(mark));
    if (mark.compareTo(mark()) < 0 || nearest.steps() > steps()) {
      restore(nearest);
    }
    for (long distance : APPROACH) {
      if (mark.retired() - mark().retired() > 2 * distance) {
        runTo(new Mark(mark.retired() - distance, 0));
        lay();
      }
    }
    runTo(mark);
  }

  /** To the first instant that is not before {@code mark}, but not beyond the frontier. */
  private void runTo(Mark mark) {
    long before = NEVER;
    while (mark().compareTo(mark) < 0 && steps() < frontier && steps() > before) {
      before = steps();
      long retired = mark.retired() - mark().retired();
      advance(Math.max(1, Math.min(retired, frontier - before)), null);
    }
  }

  /**
   * Lays checkpoints shortly before the place where the machine stands, if there are none, so that
   * steps back from here are as quick as from a place that was gone to; one at the place itself, or
   * a few steps before it, does not help for long. The machine is as before.
   */
  public void prepareToGoBack() {
    long here = steps();
    long near = APPROACH[APPROACH.length - 1];
    Checkpoint before = checkpoints.get(Math.max(0, checkpoints.indexAtOrBefore(here - near)));
    if (here - before.steps() > APPROACH[0] + near) {
      keepFrontier();
      unheard(
          () -> {
            restore(before);
            approach(here);
          });
    }
  }

  private void keepFrontier() {
    if (!isPast()) {
      frontier = steps();
      end = mark();
    }
  }

  private int indexAtOrBefore(Mark mark) {
    int low = 0;
    int high = checkpoints.count();
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (checkpoints.get(middle).mark().compareTo(mark) <= 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void restoreBefore(long target) {
    Checkpoint nearest = checkpoints.get(checkpoints.indexAtOrBefore(target));
    if (target < steps() || nearest.steps() > steps()) {
      restore(nearest);
    }
  }

  private void restore(Checkpoint checkpoint) {
    machine.restore(checkpoint.image());
    inputs.rewind(checkpoint.delivered());
    inputs.deliver(machine, checkpoint.steps(), input -> {});
  }

  private void runTo(long target) {
    while (steps() < target) {
      long before = steps();
      advance(target - before, null);
      if (steps() == before) {
        throw new IllegalStateException("The run ends before " + target + " steps.");
      }
    }
  }

  private void lay() {
    checkpoints.add(new Checkpoint(steps(), mark(), inputs.delivered(), machine.freeze()));
  }
}
