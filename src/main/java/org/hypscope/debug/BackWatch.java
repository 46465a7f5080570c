package org.hypscope.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Passages;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MachineImage;
import org.hypscope.time.Input;
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
  private final Map<Armed, Passed> passed = new HashMap<>();
  private final List<StopConditions.Caught> entered = new ArrayList<>();
  private Machine machine;
  private StopReason reason;
  private boolean after;
  private long newest;

  /** The last times that a stop was met which is to be passed some times. */
  private static final class Passed {
    private final Deque<Met> newest = new ArrayDeque<>();
    private long toPass;
    private long met;

    Passed(int toPass) {
      this.toPass = toPass;
    }
  }

  /**
   * A stop that was met.
   *
   * @param step the one that the instruction is of which met it, or that is to be stopped before
   * @param after whether to stand after that step
   */
  private record Met(StopReason reason, long step, boolean after) {}

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

    boolean mayHappenBetween(Passages from, Passages to) {
      return kind != null && to.tookSince(from, kind)
          || returns && to.returnedSince(from)
          || entered != null && to.enteredSince(from, entered);
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
    if (core.interrupts().due()) {
      afterLast(core); // No check is asked before an interrupt.
    }
    if (kind == what.kind) {
      sawBefore(core, new StopReason(StopReason.Kind.GOAL, what.words));
    }
    look(core);
  }

  @Override
  public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    stops.watchpoints().exceptionEntered(core, to);
    consider(stops.entered(core, to, vector));
    entered(core, from, to);
  }

  @Override
  public void powered(Core core, boolean on) {
    if (on) {
      stops.watchpoints().powered(core);
    }
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
    stops.systemRegister(core, register);
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
    if (from != to && to == what.entered) {
      sawAfter(core);
    } else if (from != to) {
      consider(stops.entered(core, to));
    }
  }

  private void consider(StopConditions.Caught met) {
    if (met != null) {
      entered.add(met);
    }
  }

  private void look(Core core) {
    boolean wanted =
        what.before != null && what.before.test(core)
            || what.where != null && what.where.test(machine);
    if (wanted) {
      sawBefore(core, new StopReason(StopReason.Kind.STEP, what.words));
    }
  }

  private void sawBefore(Core core, StopReason because) {
    after = false;
    reason = because;
    newest = stepsOf(core);
    see(core);
  }

  private void sawAfter(Core core) {
    if (stepsOf(core) + 1 < end) {
      see(core);
      newest = stepsOf(core);
      after = true;
      reason = new StopReason(StopReason.Kind.GOAL, what.words);
    }
  }

  /** Between two instructions, {@code core} being next: the last one met stops. */
  private void afterLast(Core core) {
    long step = stepsOf(core) - 1;
    entered.forEach(each -> met(each, step, true));
    entered.clear();
    stops.written().forEach(each -> met(each, step, true));
  }

  private void met(StopConditions.Caught caught, long step, boolean afterIt) {
    boolean past = step + (afterIt ? 1 : 0) < end;
    Armed stop = caught.stop();
    if (stop.isLog() || !past || !stops.holds(caught)) {
      return;
    }
    Met met = new Met(caught.reason(), step, afterIt);
    if (stop.skip() == 0) {
      stopAt(met);
    } else {
      pass(stop, met);
    }
  }

  private void stopAt(Met met) {
    seeAt(met.step);
    newest = met.step;
    after = met.after;
    reason = met.reason;
  }

  private void pass(Armed stop, Met met) {
    Passed of = passed.computeIfAbsent(stop, each -> new Passed(each.skip()));
    of.met++;
    of.newest.addLast(met);
    if (of.newest.size() > of.toPass + 1) {
      of.newest.removeFirst();
    }
  }

  @Override
  protected void begin(Machine of) {
    machine = of;
    reason = null;
    newest = Timeline.NEVER;
    entered.clear();
    stops.watchpoints().begin();
  }

  @Override
  protected void hear(Input input) {
    stops.watchpoints().begin();
  }

  @Override
  protected void ran(Core core) {
    afterLast(core);
  }

  /** Of what is to be passed as often as this part of the run has it, less is left to pass. */
  @Override
  protected void end() {
    for (Passed of : passed.values()) {
      if (of.met <= of.toPass) {
        of.toPass -= of.met;
      } else if (of.newest.getFirst().step >= newest) {
        stopAt(of.newest.getFirst());
      }
      of.met = 0;
      of.newest.clear();
    }
  }

  @Override
  protected boolean isPossible(MachineImage from, MachineImage to) {
    if (what.isLooking() || stops.mayBeMetBetween(from, to)) {
      return true;
    }
    for (int n = 0; n < to.cores().size(); n++) {
      if (what.mayHappenBetween(from.cores().get(n).passages(), to.cores().get(n).passages())) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected StopCheck check() {
    return what.isLooking() || stops.isAny() ? new Check() : null;
  }

  private final class Check implements StopCheck {
    @Override
    public boolean mayStopWithin(Core core, int bytes, int written) {
      return what.isLooking()
          || !entered.isEmpty()
          || stops.watchpoints().mayBeMetWithin(core, written)
          || stops.isAddressWithin(core, bytes);
    }

    @Override
    public boolean stopBefore(Core core) {
      afterLast(core);
      stops.watchpoints().before(core);
      if (isPart(core)) {
        stops.before(core).forEach(each -> met(each, stepsOf(core), false));
        look(core);
      }
      return false;
    }
  }
}
