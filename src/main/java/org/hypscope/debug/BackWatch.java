package org.hypscope.debug;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.machine.Machine;
import org.hypscope.time.Timeline;
import org.hypscope.time.Watch;

/**
 * Sees where a run that goes back is to stop: before an instruction, as a breakpoint does, or after
 * an exception was entered or a mode changed, as the others do.
 */
final class BackWatch extends Watch {
  private final StopConditions stops;
  private final What what;
  private final long end;
  private final Map<Breakpoint.Write, Passed> passed = new HashMap<>();
  private Machine machine;
  private StopReason reason;
  private boolean after;
  private long newest;

  /** The last times that a watchpoint was met which is to be passed some times. */
  private static final class Passed {
    private final Deque<Watchpoints.Hit> hits = new ArrayDeque<>();
    private final Deque<Long> steps = new ArrayDeque<>();
    private long toPass;
    private long met;

    Passed(int toPass) {
      this.toPass = toPass;
    }
  }

  /**
   * What is looked for beside the breakpoints.
   *
   * @param kind an exception of this kind, or null for none
   * @param returns exception returns
   * @param entered this mode, entered from another, or null for none
   * @param before an instruction at which a core stands, or null for none
   * @param where how the machine stands, or null for none
   */
  record What(
      ExceptionKind kind,
      boolean returns,
      Mode entered,
      Predicate<Core> before,
      Predicate<Machine> where,
      String words) {
    static What exception(ExceptionKind kind) {
      return new What(kind, false, null, null, null, "Before the last " + kind.title() + ".");
    }

    static What exceptionReturn() {
      return new What(null, true, null, null, null, "Before the last exception return.");
    }

    static What entering(Mode mode) {
      return new What(null, false, mode, null, null, "Where " + mode + " was entered last.");
    }

    static What before(Predicate<Core> instruction, String words) {
      return new What(null, false, null, instruction, null, words);
    }

    static What where(Predicate<Machine> machine, String words) {
      return new What(null, false, null, null, machine, words);
    }

    static What breakpoints() {
      return new What(null, false, null, null, null, "");
    }

    boolean isLooking() {
      return before != null || where != null;
    }
  }

  /** {@code end}: the steps at which the run stands that goes back. */
  BackWatch(StopConditions stops, What what, long end) {
    this.stops = stops;
    this.what = what;
    this.end = end;
  }

  /** Why to stop where something was seen last. */
  StopReason reason() {
    return reason;
  }

  /** How many steps after that which was seen the run is to stand. */
  int distance() {
    return after ? 1 : 0;
  }

  @Override
  public void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    if (kind == what.kind) {
      sawBefore(core, new StopReason(StopReason.Kind.GOAL, what.words));
    }
  }

  @Override
  public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    stops.systemRegister(core);
    sawAfter(core, stops.caughtVector(to, vector));
    entered(core, from, to);
  }

  @Override
  public void exceptionReturn(Core core, int pc, Mode from, Mode to, int target) {
    if (what.returns) {
      sawBefore(core, new StopReason(StopReason.Kind.GOAL, what.words));
    }
    entered(core, from, to);
  }

  @Override
  public void modeWritten(Core core, int pc, Mode from, Mode to) {
    entered(core, from, to);
  }

  @Override
  public void sysRegWritten(Core core, int pc, SysReg register, long before, long now) {
    stops.systemRegister(core);
  }

  @Override
  public boolean hearsMemory() {
    return stops.hearsMemory();
  }

  @Override
  public void memoryWritten(Core core, int pc, int address, int size) {
    stops.memory(core, address, size);
  }

  private void entered(Core core, Mode from, Mode to) {
    if (from != to) {
      boolean wanted = to == what.entered;
      sawAfter(
          core, wanted ? new StopReason(StopReason.Kind.GOAL, what.words) : stops.caughtMode(to));
    }
  }

  private void sawBefore(Core core, StopReason because) {
    after = false;
    reason = because;
    newest = stepsOf(core);
    see(core);
  }

  private void sawAfter(Core core, StopReason because) {
    if (because != null && stepsOf(core) + 1 < end) {
      see(core);
      newest = stepsOf(core);
      after = true;
      reason = because;
    }
  }

  /** Between two instructions, {@code core} being next: the last one met watchpoints. */
  private void written(Core core) {
    for (Watchpoints.Hit hit : stops.watchpoints().hits()) {
      long here = stepsOf(core);
      if (hit.what().log() || here >= end) {
        continue;
      }
      if (hit.what().skip() == 0) {
        seeBefore(core);
        newest = here - 1;
        after = true;
        reason = StopConditions.stopAfter(hit);
      } else {
        pass(hit, here);
      }
    }
  }

  private void pass(Watchpoints.Hit hit, long here) {
    Passed of = passed.computeIfAbsent(hit.what(), write -> new Passed(write.skip()));
    of.met++;
    of.hits.addLast(hit);
    of.steps.addLast(here);
    if (of.hits.size() > of.toPass + 1) {
      of.hits.removeFirst();
      of.steps.removeFirst();
    }
  }

  @Override
  protected void begin(Machine of) {
    machine = of;
    reason = null;
    newest = Timeline.NEVER;
    stops.watchpoints().begin();
  }

  /** Of what is to be passed as often as this part of the run has it, less is left to pass. */
  @Override
  protected void end() {
    for (Passed of : passed.values()) {
      if (of.met <= of.toPass) {
        of.toPass -= of.met;
      } else if (of.steps.getFirst() - 1 >= newest) {
        newest = of.steps.getFirst() - 1;
        seeAt(newest);
        after = true;
        reason = StopConditions.stopAfter(of.hits.getFirst());
      }
      of.met = 0;
      of.hits.clear();
      of.steps.clear();
    }
  }

  @Override
  protected StopCheck check() {
    boolean none = !what.isLooking() && !stops.hasAddresses() && stops.watchpoints().isEmpty();
    return none ? null : new Check();
  }

  private final class Check implements StopCheck {
    @Override
    public boolean mayStopWithin(Core core, int bytes) {
      return what.isLooking()
          || stops.watchpoints().isLooking()
          || stops.isAddressWithin(core, bytes);
    }

    @Override
    public boolean stopBefore(Core core) {
      written(core);
      boolean wanted =
          what.before != null && what.before.test(core)
              || what.where != null && what.where.test(machine);
      StopReason met =
          wanted ? new StopReason(StopReason.Kind.STEP, what.words) : stops.breakpointBefore(core);
      if (met != null && isPart(core)) {
        sawBefore(core, met);
      }
      return false;
    }
  }
}
