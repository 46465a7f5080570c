package org.hypscope.debug;

import java.util.function.Predicate;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.machine.Machine;
import org.hypscope.time.Watch;

/**
 * Sees where a run that goes back is to stop: before an instruction, as a breakpoint does, or after
 * an exception was entered or a mode changed, as the others do.
 */
final class BackWatch extends Watch {
  private final StopConditions stops;
  private final What what;
  private final long end;
  private StopReason reason;
  private boolean after;

  /**
   * What is looked for beside the breakpoints.
   *
   * @param kind an exception of this kind, or null for none
   * @param returns exception returns
   * @param entered this mode, entered from another, or null for none
   * @param before an instruction at which {@code core} stands, or null for none
   */
  record What(
      ExceptionKind kind, boolean returns, Mode entered, Predicate<Core> before, String words) {
    static What exception(ExceptionKind kind) {
      return new What(kind, false, null, null, "Before the last " + kind.title() + ".");
    }

    static What exceptionReturn() {
      return new What(null, true, null, null, "Before the last exception return.");
    }

    static What entering(Mode mode) {
      return new What(null, false, mode, null, "Where " + mode + " was entered last.");
    }

    static What before(Predicate<Core> instruction, String words) {
      return new What(null, false, null, instruction, words);
    }

    static What breakpoints() {
      return new What(null, false, null, null, "");
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
    see(core);
  }

  private void sawAfter(Core core, StopReason because) {
    if (because != null && stepsOf(core) + 1 < end) {
      see(core);
      after = true;
      reason = because;
    }
  }

  @Override
  protected void begin(Machine machine) {
    reason = null;
  }

  @Override
  protected StopCheck check() {
    return what.before == null && !stops.hasAddresses() ? null : new Check();
  }

  private final class Check implements StopCheck {
    @Override
    public boolean mayStopWithin(Core core, int bytes) {
      return what.before != null || stops.isAddressWithin(core, bytes);
    }

    @Override
    public boolean stopBefore(Core core) {
      StopReason met =
          what.before != null && what.before.test(core)
              ? new StopReason(StopReason.Kind.STEP, what.words)
              : stops.breakpointBefore(core);
      if (met != null && isPart(core)) {
        sawBefore(core, met);
      }
      return false;
    }
  }
}
