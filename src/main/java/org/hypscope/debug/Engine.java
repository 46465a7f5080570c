package org.hypscope.debug;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.machine.Machine;
import org.hypscope.time.Input;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;
import org.hypscope.time.Timeline;

/**
 * One run of an image from reset: the machine, what happened to it, and how it is moved on. For the
 * owner thread alone.
 */
final class Engine {
  private static final long SLICE = 200_000;

  /** More turns of an endless loop than anybody has stepped through. */
  private static final int ENDLESS = 10_000;

  /** Why a machine does not go on, however often it is asked to. */
  private static final Set<Kind> ENDS = EnumSet.of(Kind.POWER_OFF, Kind.RESET);

  private static final SysReg HVBAR = SysRegs.byName("HVBAR");

  private final Snapshot.Subject subject;
  private final Machine machine;
  private final Timeline timeline;
  private final History history;
  private final List<Recorder> recorders;
  private final StopConditions stops;
  private final Aims aims;
  private List<Frame> before;
  private List<Frame> now;
  private int picked;
  private final Branches branches = new Branches();
  private int branch;
  private Ended ended;
  private StopReason reason = new StopReason(Kind.START, "Before the first instruction.");

  /** Where the machine ended by itself, and why. */
  private record Ended(Mark at, int branch, StopReason reason) {}

  /** Asked between slices of a run. */
  interface Attention {
    /** Whether the run is to stop here. */
    boolean between(Machine machine);
  }

  /** A run that will meet {@code inputs}. */
  Engine(Snapshot.Subject subject, StopConditions stops, List<InputJournal.Entry> inputs) {
    this.subject = subject;
    this.machine = Machine.create(subject.board(), subject.image());
    this.timeline = new Timeline(machine, new InputJournal(inputs));
    this.history = new History(machine.console(), machine.cores().size());
    this.recorders = IntStream.range(0, machine.cores().size()).mapToObj(this::record).toList();
    this.stops = stops;
    this.aims = new Aims(machine, stops);
    recorders.forEach(each -> each.setWatch(stops));
    stops.watch(machine, subject.symbols());
    this.now = Frame.allOf(machine, List.of());
    this.before = now;
  }

  private Recorder record(int number) {
    Core core = machine.cores().get(number);
    Recorder recorder = new Recorder(machine, number, subject.symbols(), history, timeline::isPast);
    core.setListener(recorder);
    if (machine.isOn(number)) {
      recorder.started(core, Mark.START);
    }
    return recorder;
  }

  /** Has {@code observer} told of the hypercalls of all cores; null for nobody. */
  void observe(HypercallObserver observer) {
    recorders.forEach(each -> each.setObserver(observer));
  }

  /** The breakpoints are others now: what the cores have to tell may be more, or less. */
  void listen() {
    for (int n = 0; n < recorders.size(); n++) {
      machine.cores().get(n).setListener(recorders.get(n));
    }
  }

  /** Types {@code bytes} at the console: between two slices of a run, or where none is. */
  void type(byte[] bytes) {
    comesIn(new Input.Typed(bytes));
    now = Frame.allOf(machine, before);
  }

  Timeline timeline() {
    return timeline;
  }

  Machine machine() {
    return machine;
  }

  /** The number of the core that is looked at and stepped. */
  int picked() {
    return picked;
  }

  /** {@link #picked}. */
  Core core() {
    return machine.cores().get(picked);
  }

  /** Who listens to {@link #core}. */
  Recorder recorder() {
    return recorders.get(picked);
  }

  /** Looks at core {@code number} from now on. */
  void pick(int number) {
    picked = number;
  }

  Aims aims() {
    return aims;
  }

  History history() {
    return history;
  }

  /** Why the machine cannot go on, or null where it can. */
  String refusal() {
    return switch (reason.kind()) {
      case POWER_OFF -> "The machine is switched off: go back, or restart it, to go on.";
      case RESET -> "The machine was asked to reset: go back, or restart it, to go on.";
      default -> null;
    };
  }

  Snapshot snapshot() {
    JournalView journal = new JournalView(timeline.inputs(), timeline.steps(), timeline.frontier());
    Snapshot.Run run =
        new Snapshot.Run(
            history.freeze(),
            timeline.end(),
            timeline.checkpoints(),
            branch,
            branches.views(),
            stops.log().freeze(),
            stops.tallies(),
            journal);
    return new Snapshot(now, before, picked, reason, run, subject);
  }

  /** Moves the picked core on by one step; the others have their turns. */
  void step(Attention attention) {
    begin(null, null);
    StopReason cut = stepPicked(attention);
    end(cut != null ? cut : stepped());
  }

  /** Runs until {@code aim} or {@code mode} or a breakpoint is reached, or for {@code limit}. */
  void run(StopConditions.Aim aim, Mode mode, long limit, Attention attention) {
    begin(aim, mode);
    goAndEnd(machine.core().retired() + limit, attention, false);
  }

  /** Runs for {@code count} instructions, which is the goal and no limit. */
  void runFor(long count, Attention attention) {
    begin(null, null);
    StopReason because = go(machine.core().retired() + count, attention, false);
    boolean reached = because.kind() == Kind.LIMIT;
    pickWhoStopped();
    end(reached ? new StopReason(Kind.GOAL, here()) : because);
  }

  private String here() {
    return "At " + stops.place(machine.core().pc()) + ".";
  }

  /** As {@link #run}, with a step first, which no breakpoint stops. */
  void stepThenRun(StopConditions.Aim aim, Attention attention) {
    begin(aim, null);
    StopReason cut = stepPicked(attention);
    if (cut != null) {
      end(cut);
    } else {
      goAndEnd(Long.MAX_VALUE, attention, true);
    }
  }

  /** Changes the machine; what was known to come after where it stands is forgotten. */
  void edit(Edit edit) {
    Edits edits = Edits.of(edit, machine, picked);
    before = now;
    edits.inputs().forEach(this::comesIn);
    noteEdited(edit);
    reason = new StopReason(Kind.EDITED, edits.words());
    now = Frame.allOf(machine, before);
  }

  private void noteEdited(Edit edit) {
    Core core = core();
    if (edit instanceof Edit.Register e && e.bank() == Bank.CPSR) {
      history.modeChanged(picked, Frame.markOf(core), core.mode());
    }
    if (edit instanceof Edit.SystemRegister e && e.register() == HVBAR) {
      history.hvbarChanged(picked, Frame.markOf(core), core.sysRegs().word(HVBAR));
    }
  }

  private void comesIn(Input input) {
    boolean past = timeline.isPast();
    if (past) {
      branches.keep(timeline, timeline.mark());
    }
    timeline.add(input);
    if (past) {
      forgetFuture();
    }
  }

  /** Whether the run has met, or will meet, something that a person edited. */
  boolean hasEdits() {
    return Branches.lastEdit(timeline) >= 0;
  }

  /** Has the run meet no edit any more; it stands where the first was. */
  void forgetEdits() {
    replaceInputs(timeline.inputs().stream().filter(Branches::isTyped).toList());
  }

  /** Has the run meet all but its last edit; it stands where that was. */
  void undoEdit() {
    List<InputJournal.Entry> inputs = new ArrayList<>(timeline.inputs());
    inputs.remove(Branches.lastEdit(timeline));
    int shown = picked;
    replaceInputs(inputs);
    picked = shown;
    because(new StopReason(Kind.EDITED, "Undid the last edit, at " + timeline.mark() + "."));
  }

  /** What came into run {@code number}, which was left before. */
  List<InputJournal.Entry> inputsOf(int number) {
    return branches.inputsOf(number);
  }

  /** Leaves this run for another that was left before, and stands where they part. */
  void leaveFor(int number) {
    replaceInputs(branches.take(number));
  }

  /** Knows the runs that another session with the same run had left. */
  void keep(List<BranchView> left) {
    branches.keep(left);
  }

  private void replaceInputs(List<InputJournal.Entry> inputs) {
    before = now;
    branches.keep(timeline, timeline.end());
    timeline.replaceInputs(inputs);
    branches.parted(timeline.mark());
    forgetFuture();
    arrive(new StopReason(Kind.GOAL, "At " + timeline.mark() + ", where the two runs part."));
  }

  private void forgetFuture() {
    branch++;
    recorders.forEach(each -> each.forgetAfter(timeline.mark()));
    stops.log().cut(timeline.mark());
    history.cut(timeline.mark(), index -> recorders.get(history.event(index).core()).reopen(index));
  }

  /**
   * Moves a run that has just begun on to where {@code journal} had come to, past breakpoints, and
   * from there back to where it stood; less far where it ends before, or is stopped.
   */
  void resume(JournalView journal, int core, Attention attention) {
    begin(null, null);
    StopReason because = replay(journal.end(), attention);
    if (because != null) {
      pickWhoStopped();
      end(because);
      settle();
    }
    if (journal.steps() < timeline.steps()) {
      timeline.goTo(journal.steps());
    }
    if (because == null || timeline.isPast()) {
      picked = core;
      end(new StopReason(Kind.GOAL, "At " + Frame.markOf(core()) + ", where it was saved."));
    }
    settle();
  }

  /** Why the run does not go on after {@code steps}, or ended before; null where it may go on. */
  private StopReason replay(long steps, Attention attention) {
    StopCause cause = StopCause.STEPS;
    long before = -1;
    int turns = 0;
    while (timeline.steps() < steps && timeline.steps() > before && turns < ENDLESS) {
      if (attention.between(machine)) {
        return paused();
      }
      before = timeline.steps();
      cause = advance(Math.min(SLICE, steps - before), null);
      turns = cause == StopCause.LOOP_TO_SELF ? turns + 1 : 0;
    }
    boolean over = cause == StopCause.POWER_OFF || cause == StopCause.RESET;
    return over || timeline.steps() < steps ? ended(cause) : null;
  }

  /** Goes to {@code mark}, which is not after {@link Timeline#end}. */
  void goTo(Mark mark) {
    before = now;
    timeline.goTo(mark);
    arrive(new StopReason(Kind.GOAL, ""));
    because(new StopReason(Kind.GOAL, here()));
  }

  /** Goes to where {@code steps} had been made, which is not after {@link Timeline#frontier}. */
  void goTo(long steps, StopReason because) {
    before = now;
    timeline.goTo(steps);
    arrive(because);
  }

  /** As {@link #goTo(long, StopReason)}, as the second part of one command. */
  void goOnTo(long steps, StopReason because) {
    List<Frame> first = before;
    goTo(steps, because);
    before = first;
  }

  /** Says why the machine stands where it stands. */
  void because(StopReason because) {
    end(because);
  }

  private void arrive(StopReason because) {
    pickWhoStopped();
    end(because);
  }

  /** Marks nothing as changed: the way here was not a step that a person looks at. */
  void settle() {
    before = now;
  }

  private void begin(StopConditions.Aim aim, Mode mode) {
    before = now;
    stops.watch(machine, subject.symbols());
    stops.begin(aim, mode);
  }

  private void goAndEnd(long until, Attention attention, boolean checkFirst) {
    StopReason because = go(until, attention, checkFirst);
    pickWhoStopped();
    end(because);
  }

  private void pickWhoStopped() {
    picked = machine.turn();
  }

  private void end(StopReason because) {
    boolean several = machine.cores().size() > 1;
    String text = several ? "Core " + picked + ": " + because.text() : because.text();
    now = Frame.allOf(machine, before);
    Mark here = now.get(picked).mark();
    if (ENDS.contains(because.kind())) {
      ended = new Ended(here, branch, new StopReason(because.kind(), text));
    }
    boolean again = ended != null && ended.at.equals(here) && ended.branch == branch;
    reason = again ? ended.reason : new StopReason(because.kind(), text);
  }

  private StopReason go(long until, Attention attention, boolean checkFirst) {
    boolean ask = checkFirst;
    while (true) {
      Core core = machine.core();
      if (ask && stops.stopBefore(core)) {
        return stops.reason();
      }
      ask = true;
      if (core.retired() >= until) {
        return new StopReason(Kind.LIMIT, "After " + core.retired() + " instructions.");
      }
      if (attention.between(machine)) {
        return paused();
      }
      StopCause cause = advance(Math.min(SLICE, until - core.retired()), stops.check());
      if (stops.reason() != null) {
        return stops.reason();
      }
      if (cause != StopCause.STEPS) {
        return ended(cause);
      }
    }
  }

  /** Null once the picked core has made one step, or what ended that before. */
  private StopReason stepPicked(Attention attention) {
    do {
      StopReason cut = toTurnOfPicked(attention);
      StopCause cause = cut == null ? advance(1, null) : StopCause.CHECK;
      if (stops.reason() != null || cut == null && cause != StopCause.STEPS) {
        pickWhoStopped();
        cut = stops.reason() != null ? stops.reason() : ended(cause);
      }
      if (cut != null) {
        return cut;
      }
    } while (machine.turn() != picked);
    return null;
  }

  /** Lets the others execute until the picked core is next; they heed breakpoints. */
  private StopReason toTurnOfPicked(Attention attention) {
    TurnCheck check = new TurnCheck(core(), stops);
    while (machine.turn() != picked) {
      if (attention.between(machine)) {
        return paused();
      }
      StopCause cause = advance(SLICE, check);
      if (stops.reason() != null) {
        return stops.reason();
      }
      if (cause != StopCause.STEPS && cause != StopCause.CHECK) {
        return ended(cause);
      }
    }
    return null;
  }

  private StopReason paused() {
    String place = stops.place(machine.core().pc());
    return new StopReason(Kind.PAUSED, "Paused at " + place + ".");
  }

  /** Moves the machine on, no further than to where input comes in, which ends any wait. */
  private StopCause advance(long steps, StopCheck check) {
    StopCause cause = timeline.advance(steps, check, stops::judge, stops.watchpoints()::begin);
    recorders.forEach(Recorder::reportReturns);
    stops.judge();
    return cause == StopCause.CHECK && stops.reason() == null ? StopCause.STEPS : cause;
  }

  private StopReason stepped() {
    TraceEvent event = history.lastEventBetween(picked, before.get(picked).mark(), timeline.mark());
    if (event == null) {
      return new StopReason(Kind.STEP, "Stepped to " + stops.place(core().pc()) + ".");
    }
    if (event.isFirmwareCall()) {
      String answer = event.ret() == null ? "" : ", r0 = " + Bits.hex(event.ret().r0());
      return new StopReason(Kind.STEP, "Secure Monitor Call: the firmware answered" + answer + ".");
    }
    String from = event.mode() + " to " + event.toMode();
    String where = stops.place(core().pc());
    return new StopReason(
        Kind.STEP,
        event.isReturn()
            ? "Exception return: " + from + ", at " + where + "."
            : String.format(
                "%s: %s, vector 0x%02x, at %s.",
                title(event.kind()), from, event.vectorPc() & 0x1c, where));
  }

  private static String title(String kind) {
    return org.hypscope.arm.arch.ExceptionKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT))
        .title();
  }

  private StopReason ended(StopCause cause) {
    String place = stops.place(machine.core().pc());
    return switch (cause) {
      case LOOP_TO_SELF ->
          new StopReason(Kind.LOOP, "Endless loop at " + place + ": nothing can interrupt it.");
      case WAITING ->
          new StopReason(Kind.WAITING, "Waiting at " + place + ": no interrupt can come.");
      case POWER_OFF -> new StopReason(Kind.POWER_OFF, "The firmware switched the machine off.");
      case RESET -> new StopReason(Kind.RESET, "The firmware was asked to reset the machine.");
      case STEPS, CHECK, EVENT -> new StopReason(Kind.STEP, "Stopped at " + place + ".");
    };
  }
}
