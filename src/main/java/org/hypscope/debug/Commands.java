package org.hypscope.debug;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.time.InputJournal;
import org.hypscope.time.Mark;
import org.hypscope.time.Timeline;

/** What each command does to the engine. For the owner thread alone. */
final class Commands {
  private static final long NO_LIMIT = Long.MAX_VALUE / 2;
  private static final long PROGRESS_NANOS = 50_000_000L;
  private static final long PROGRESS_EVENTS = 10_000;

  private final Owner owner;
  private final Consumer<Progress> progress;
  private final StopConditions stops;
  private final Symbols symbols;
  private final Engine engine;
  private final Backwards backwards;
  private String goal = "";
  private long lastProgress;
  private long lastEvents;

  Commands(
      Snapshot.Subject subject,
      List<InputJournal.Entry> inputs,
      Owner owner,
      Consumer<Progress> progress) {
    this.owner = owner;
    this.progress = progress;
    this.symbols = subject.symbols();
    this.stops = new StopConditions();
    this.engine = new Engine(subject, stops, inputs);
    this.backwards = new Backwards(engine, stops, owner::isPaused);
  }

  Snapshot snapshot() {
    return engine.snapshot();
  }

  /** A copy of the machine that is at the picked core's turn. */
  Machine fork() {
    Machine copy = engine.machine().fork();
    copy.setTurn(engine.picked());
    return copy;
  }

  /** A copy of the run, for questions about it. */
  Timeline timeline() {
    return engine.timeline().fork();
  }

  /** On the worker, with a copy of the run, unless it is {@code unwanted} before it is found. */
  Origin origin(Timeline run, Place place, int depth, BooleanSupplier unwanted) {
    return new Origins(
            run, symbols, () -> unwanted.getAsBoolean() || Thread.currentThread().isInterrupted())
        .of(place, run.steps(), depth);
  }

  /** Copies of this run and of run {@code number}, which was left, where the two part. */
  Forked forked(int number) {
    Timeline mine = engine.timeline().fork();
    Timeline other = engine.timeline().fork();
    long end = Math.max(mine.frontier(), mine.end().retired());
    other.replaceInputs(engine.inputsOf(number));
    mine.goTo(other.steps());
    return new Forked(mine, other, Math.max(1, end - other.steps()));
  }

  /**
   * Two runs that part.
   *
   * @param length how many steps this run has gone on from there
   */
  record Forked(Timeline mine, Timeline other, long length) {}

  RunDiff.Result compare(Forked runs, BooleanSupplier unwanted) {
    return RunDiff.between(
        runs.mine,
        runs.other,
        symbols,
        runs.length,
        () -> unwanted.getAsBoolean() || Thread.currentThread().isInterrupted());
  }

  void pick(int core) {
    int cores = engine.machine().cores().size();
    if (core < 0 || core >= cores) {
      String there = cores == 1 ? "the machine has core 0 only" : "cores are 0 to " + (cores - 1);
      throw new CommandException("There is no core " + core + ": " + there + ".");
    }
    engine.pick(core);
  }

  void setStops(Collection<Stop> all) {
    stops.setStops(all);
    engine.listen();
  }

  void setObserver(HypercallObserver newObserver) {
    engine.observe(newObserver);
  }

  void stepInto() {
    refuseIfEnded();
    refuseIfOff();
    begin("the next step of core " + engine.picked());
    engine.step(this::between);
  }

  void stepOver() {
    Core core = engine.core();
    if (!Words.isSteppedOver(Words.fetched(core))) {
      stepInto();
      return;
    }
    refuseIfEnded();
    refuseIfOff();
    begin("the return of the call");
    int after = core.pc() + Words.size(core);
    engine.stepThenRun(engine.aims().back(core, after), this::between);
  }

  void stepOut() {
    refuseIfEnded();
    refuseIfOff();
    begin("the return");
    engine.stepThenRun(engine.aims().out(engine.core(), engine.recorder()), this::between);
  }

  /** Nobody waits: makes the next step back a quick one. */
  void prepareToGoBack() {
    engine.timeline().prepareToGoBack();
  }

  void stepBack() {
    refuseIfOff();
    backwards.step();
  }

  void stepBackOver() {
    refuseIfOff();
    backwards.over();
  }

  void stepBackOut() {
    refuseIfOff();
    backwards.out();
  }

  void runBack(RunGoal to) {
    begin(to.describe());
    if (to instanceof RunGoal.NextHvc) {
      backwards.run(BackWatch.What.exception(ExceptionKind.HVC));
    } else if (to instanceof RunGoal.Eret) {
      backwards.run(BackWatch.What.exceptionReturn());
    } else if (to instanceof RunGoal.Entering entering) {
      backwards.run(BackWatch.What.entering(entering.mode()));
    } else if (to instanceof RunGoal.Address at) {
      String words = "Back at " + stops.place(at.address()) + ".";
      backwards.run(BackWatch.What.before(core -> core.pc() == at.address(), words));
    } else if (to instanceof RunGoal.Agreeing agreeing) {
      runBackToAgreement(agreeing);
    } else if (to instanceof RunGoal.Holding holding) {
      runBackTo(holding.condition());
    } else if (to instanceof RunGoal.ToMark mark) {
      runTo(mark.mark(), NO_LIMIT);
    } else {
      backwards.run(BackWatch.What.breakpoints());
    }
  }

  private void runBackTo(String condition) {
    Predicate<Machine> holds = stops.condition(condition);
    if (holds.test(engine.machine())) {
      throw new CommandException(condition + " holds here.");
    }
    backwards.run(BackWatch.What.where(holds, "Where " + condition + " held last."));
  }

  private void runBackToAgreement(RunGoal.Agreeing goal) {
    if (agree(engine.machine(), goal)) {
      throw new CommandException(goal.one() + " and " + goal.other() + " are equal here.");
    }
    String words = "Where " + goal.one() + " and " + goal.other() + " were equal last.";
    backwards.run(BackWatch.What.where(machine -> agree(machine, goal), words));
  }

  private static boolean agree(Machine machine, RunGoal.Agreeing goal) {
    return PlaceValues.of(machine, goal.one()) == PlaceValues.of(machine, goal.other());
  }

  void run(RunGoal to) {
    if (!(to instanceof RunGoal.ToMark)) {
      refuseIfEnded();
    }
    begin(to.describe());
    if (to instanceof RunGoal.Within within) {
      run(within.goal(), within.steps());
    } else if (to instanceof RunGoal.Steps steps) {
      run(to, steps.count());
    } else {
      run(to, NO_LIMIT);
    }
  }

  private void run(RunGoal to, long limit) {
    if (to instanceof RunGoal.ToMark mark) {
      runTo(mark.mark(), limit);
      return;
    }
    Mode mode = to instanceof RunGoal.Entering entering ? entering.mode() : null;
    engine.run(aim(to), mode, limit, this::between);
  }

  void restart(MarkExpression to) {
    begin(to.toString());
    if (engine.hasEdits()) {
      engine.forgetEdits();
    }
    engine.goTo(Mark.START);
    if (!(to instanceof MarkExpression.At at && at.mark().equals(Mark.START))) {
      runTo(to, NO_LIMIT);
    }
    engine.settle();
  }

  void resume(JournalView journal, List<BranchView> left, int core) {
    begin("where it was saved");
    engine.keep(left);
    engine.resume(journal, core, this::between);
  }

  void undoEdit() {
    if (!engine.hasEdits()) {
      throw new CommandException("There is no edit to undo: nothing was edited in this run.");
    }
    engine.undoEdit();
  }

  void leaveFor(int branch) {
    engine.leaveFor(branch);
  }

  void type(byte[] bytes) {
    engine.type(bytes);
  }

  void edit(Edit edit) {
    try {
      engine.edit(edit);
    } catch (IllegalArgumentException e) {
      throw new CommandException(e.getMessage());
    }
  }

  private void runTo(MarkExpression to, long limit) {
    if (to instanceof MarkExpression.End end) {
      runToEnd(end, limit);
    } else if (to instanceof MarkExpression.At at) {
      runToMark(at.mark(), limit);
    } else if (to instanceof MarkExpression.Event event) {
      runToEvent(event, limit);
    }
  }

  private void runToEnd(MarkExpression.End end, long limit) {
    if (end.less() == 0 || engine.refusal() == null) {
      refuseIfEnded();
      engine.run(null, null, limit, this::between);
    }
    if (end.less() > 0 && engine.snapshot().stop().isEnd()) {
      long last = engine.machine().core().retired();
      engine.goTo(new Mark(Math.max(0, last - end.less()), 0));
    }
  }

  private void runToMark(Mark mark, long limit) {
    Mark here = Frame.markOf(engine.machine().core());
    if (mark.equals(here)) {
      return;
    }
    if (mark.compareTo(engine.timeline().end()) <= 0) {
      engine.goTo(mark);
      return;
    }
    refuseIfEnded();
    if (mark.exceptions() == 0) {
      runFor(mark.retired() - here.retired(), limit);
    } else {
      engine.run(engine.aims().mark(mark), null, limit, this::between);
    }
  }

  private void runToEvent(MarkExpression.Event event, long limit) {
    Optional<Mark> known = engine.aims().known(event, engine.history());
    if (known.isPresent()) {
      runToMark(from(known.get(), event), limit);
      return;
    }
    if (engine.timeline().isPast()) {
      engine.goTo(engine.timeline().end());
      if (engine.refusal() != null) {
        return;
      }
    }
    refuseIfEnded();
    if (event.isHvc()) {
      runToNewHvc(event, limit);
    } else {
      runToNewEvent(event, limit);
    }
  }

  private static Mark from(Mark event, MarkExpression.Event expression) {
    return new Mark(Math.max(0, event.retired() + expression.more()), 0);
  }

  /** Stands before the call, without making it. */
  private void runToNewHvc(MarkExpression.Event hvc, long limit) {
    StopConditions.Aim aim = engine.aims().hvcNumber(hvc.number(), engine.history());
    if (aim.reached(engine.machine().core()) == null) {
      engine.run(aim, null, limit, this::between);
    }
    if (hvc.more() != 0 && aim.reached(engine.machine().core()) != null) {
      runToMark(from(engine.timeline().mark(), hvc), limit);
    }
  }

  /** Others show only when they happen: the run goes one step too far, and back. */
  private void runToNewEvent(MarkExpression.Event event, long limit) {
    engine.run(engine.aims().event(event, engine.history()), null, limit, this::between);
    Optional<Mark> found = engine.aims().known(event, engine.history());
    found.ifPresent(mark -> runToMark(from(mark, event), limit));
  }

  private void runFor(long count, long limit) {
    if (count <= limit) {
      engine.runFor(count, this::between);
    } else {
      engine.run(null, null, limit, this::between);
    }
  }

  private StopConditions.Aim aim(RunGoal to) {
    Aims aims = engine.aims();
    if (to instanceof RunGoal.Address address) {
      return aims.address(address.address());
    }
    if (to instanceof RunGoal.NextHvc) {
      return aims.hvc();
    }
    if (to instanceof RunGoal.Eret) {
      return aims.exceptionReturn();
    }
    return to instanceof RunGoal.WildBranch ? aims.wildBranch() : null;
  }

  private void refuseIfEnded() {
    String refusal = engine.refusal();
    if (refusal != null) {
      throw new CommandException(refusal);
    }
  }

  private void refuseIfOff() {
    int core = engine.picked();
    if (!engine.machine().isOn(core)) {
      throw new CommandException(
          "Core " + core + " is off and cannot be stepped: run until CPU_ON, or pick another.");
    }
  }

  private void begin(String newGoal) {
    goal = newGoal;
    lastEvents = engine.history().eventCount();
    lastProgress = System.nanoTime();
  }

  private boolean between(Machine machine) {
    owner.doUrgent();
    long time = System.nanoTime();
    long events = engine.history().eventCount();
    if (time - lastProgress > PROGRESS_NANOS || events - lastEvents > PROGRESS_EVENTS) {
      lastProgress = time;
      lastEvents = events;
      Core core = machine.core();
      progress.accept(
          new Progress(
              Frame.markOf(core),
              core.virtualTime(),
              machine.turn(),
              core.pc(),
              goal,
              engine.history().events(),
              engine.history().consoleLines()));
    }
    return owner.isPaused();
  }
}
