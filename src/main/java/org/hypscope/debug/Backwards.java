package org.hypscope.debug;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.time.Timeline;

/** Steps and runs that go back. For the owner thread alone. */
final class Backwards {
  private final Engine engine;
  private final StopConditions stops;
  private final BooleanSupplier paused;

  /** {@code paused} is asked now and then whether to give up, where the machine stands. */
  Backwards(Engine engine, StopConditions stops, BooleanSupplier paused) {
    this.engine = engine;
    this.stops = stops;
    this.paused = paused;
  }

  /** To before the last step of the picked core. */
  void step() {
    Timeline timeline = engine.timeline();
    refuseAtStart();
    if (engine.machine().cores().size() == 1) {
      arriveBefore(timeline.steps() - 1);
    } else {
      int picked = engine.picked();
      go(BackWatch.What.before(core -> isPicked(core, picked), "Back."), null);
      engine.pick(picked);
    }
  }

  private boolean isPicked(Core core, int picked) {
    return core.domain().get(picked) == core;
  }

  private void arriveBefore(long steps) {
    engine.goTo(steps, new StopReason(Kind.STEP, ""));
    String place = stops.place(engine.core().pc());
    engine.because(new StopReason(Kind.STEP, "Back before the instruction at " + place + "."));
  }

  /** As {@link #step}, but over a call or an exception that has returned: to before it. */
  void over() {
    refuseAtStart();
    Core core = engine.core();
    int picked = engine.picked();
    int pc = core.pc();
    Mode mode = core.mode();
    int sp = core.r(13);
    step();
    Core now = engine.core();
    int word = Words.fetched(now);
    if (!Words.isFunctionReturn(word) && !Words.isExceptionReturn(word)) {
      return;
    }
    Predicate<Core> call =
        each ->
            isPicked(each, picked)
                && each.mode() == mode
                && each.r(13) == sp
                && pc - each.pc() <= 4
                && pc - each.pc() >= 2
                && Words.isSteppedOver(Words.fetched(each))
                && each.pc() + Words.size(each) == pc;
    seek(BackWatch.What.before(call, "Back before the call at " + stops.place(pc) + "."));
  }

  /** To before the call, or the exception, that led to where the picked core is. */
  void out() {
    refuseAtStart();
    OutWatch watch = new OutWatch(engine.machine().cores().indexOf(engine.core()));
    long seen = engine.timeline().fork().last(watch, engine.timeline().steps(), paused);
    if (seen == Timeline.NEVER) {
      throw new CommandException(
          "Nothing has called the code at "
              + stops.place(engine.core().pc())
              + " since reset: there is nothing to go out of.");
    }
    engine.goTo(seen, new StopReason(Kind.STEP, ""));
    String place = stops.place(engine.core().pc());
    engine.because(new StopReason(Kind.STEP, "Back before the call at " + place + "."));
  }

  /** To the last instant that {@code what} names, or that a breakpoint names; or to the start. */
  void run(BackWatch.What what) {
    refuseAtStart();
    go(what, stops);
  }

  /** {@code heeded} may be null. */
  private void go(BackWatch.What what, StopConditions heeded) {
    long end = engine.timeline().steps();
    Timeline copy = engine.timeline().fork();
    StopConditions there = heeded == null ? new StopConditions() : heeded.on(copy.machine());
    BackWatch watch = new BackWatch(there, what, end);
    long seen = copy.last(watch, end, paused);
    if (seen != Timeline.NEVER) {
      engine.goTo(seen + watch.distance(), watch.reason());
    } else if (paused.getAsBoolean()) {
      engine.because(new StopReason(Kind.PAUSED, "Paused at " + engine.timeline().mark() + "."));
    } else {
      engine.goTo(0, new StopReason(Kind.START, "At the start: nothing was met on the way back."));
    }
  }

  /** As {@link #go}, but stays where nothing is found. */
  private void seek(BackWatch.What what) {
    long end = engine.timeline().steps();
    BackWatch watch = new BackWatch(new StopConditions(), what, end);
    long seen = engine.timeline().fork().last(watch, end, paused);
    if (seen != Timeline.NEVER) {
      engine.goOnTo(seen, watch.reason());
    }
  }

  private void refuseAtStart() {
    if (engine.timeline().steps() == 0) {
      throw new CommandException("The run begins here: there is nothing before it.");
    }
  }
}
