package org.hypscope.debug;

import java.util.Collection;
import java.util.function.Consumer;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.machine.Machine;
import org.hypscope.time.Mark;

/** What each command does to the engine. For the owner thread alone. */
final class Commands {
  private static final long NO_LIMIT = Long.MAX_VALUE / 2;
  private static final long PROGRESS_NANOS = 50_000_000L;

  private final Owner owner;
  private final Consumer<Progress> progress;
  private final StopConditions stops;
  private HypercallObserver observer;
  private Engine engine;
  private String goal = "";
  private long lastProgress;

  Commands(Snapshot.Subject subject, Owner owner, Consumer<Progress> progress) {
    this.owner = owner;
    this.progress = progress;
    this.stops = new StopConditions(subject.symbols());
    this.engine = new Engine(subject, stops, null);
  }

  Snapshot snapshot() {
    return engine.snapshot();
  }

  Machine fork() {
    return engine.machine().fork();
  }

  void setBreakpoints(Collection<Breakpoint> all) {
    stops.setBreakpoints(all);
  }

  void setObserver(HypercallObserver newObserver) {
    observer = newObserver;
    engine.recorder().setObserver(newObserver);
  }

  void stepInto() {
    refuseIfEnded();
    engine.step();
  }

  void stepOver() {
    refuseIfEnded();
    Core core = engine.machine().core();
    if (!Words.isSteppedOver(Words.fetched(core))) {
      engine.step();
      return;
    }
    begin("the return of the call");
    int after = core.pc() + Words.size(core);
    engine.stepThenRun(engine.aims().back(after, core.mode(), core.r(13)), this::between);
  }

  void stepOut() {
    refuseIfEnded();
    begin("the return");
    engine.stepThenRun(engine.aims().out(engine.recorder()), this::between);
  }

  void run(RunGoal to) {
    refuseIfEnded();
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
    Engine old = engine;
    engine = old.again(observer);
    begin(to.toString());
    if (to instanceof MarkExpression.At at && at.mark().equals(Mark.START)) {
      return;
    }
    try {
      runTo(to, NO_LIMIT);
      engine.settle();
    } catch (RuntimeException e) {
      engine = old;
      throw e;
    }
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
    if (to instanceof MarkExpression.End) {
      engine.run(null, null, limit, this::between);
    } else if (to instanceof MarkExpression.At at) {
      runToMark(at.mark(), limit);
    } else if (to instanceof MarkExpression.Hvc hvc) {
      runToHvc(hvc, limit);
    }
  }

  private void runToMark(Mark mark, long limit) {
    Core core = engine.machine().core();
    Mark here = Frame.markOf(core);
    if (mark.compareTo(here) < 0) {
      throw new CommandException(mark + " is before " + here + ": restart to go there.");
    }
    if (mark.equals(here)) {
      return;
    }
    if (mark.exceptions() == 0) {
      runFor(mark.retired() - here.retired(), limit);
    } else {
      engine.run(engine.aims().mark(mark), null, limit, this::between);
    }
  }

  private void runToHvc(MarkExpression.Hvc hvc, long limit) {
    Core core = engine.machine().core();
    int met = engine.history().hvcCount();
    if (met >= hvc.number()) {
      throw new CommandException(
          "HVC " + hvc.number() + " is past, " + met + " have been met: restart to go there.");
    }
    StopConditions.Aim aim = engine.aims().hvcNumber(hvc.number(), engine.history());
    if (aim.reached(core) == null) {
      engine.run(aim, null, limit, this::between);
    }
    if (hvc.more() > 0 && aim.reached(core) != null) {
      runFor(hvc.more(), limit);
    }
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

  private void begin(String newGoal) {
    goal = newGoal;
    lastProgress = System.nanoTime();
  }

  private boolean between(Machine machine) {
    owner.doUrgent();
    long time = System.nanoTime();
    if (time - lastProgress > PROGRESS_NANOS) {
      lastProgress = time;
      Core core = machine.core();
      progress.accept(
          new Progress(
              Frame.markOf(core),
              core.virtualTime(),
              core.pc(),
              goal,
              engine.history().consoleLines()));
    }
    return owner.isPaused();
  }
}
