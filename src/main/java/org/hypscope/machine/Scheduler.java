package org.hypscope.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.core.sysregs.EventStream;
import org.hypscope.arm.core.sysregs.GenericTimer;
import org.hypscope.machine.device.State;
import org.hypscope.machine.device.Stateful;

/**
 * Lets the cores of a machine take turns, one instruction a nanosecond of virtual time, and where
 * none has anything to do, skips to the next event. It follows from the machine's state alone,
 * however a run is cut into pieces.
 */
final class Scheduler implements Stateful {
  /** How many instructions a turn has where more than one core is on. */
  private static final int QUANTUM = 10_000;

  private static final GenericTimer[] TIMERS = GenericTimer.values();
  private static final long NEVER = GenericTimer.NEVER;

  private final List<Core> cores;
  private final Devices devices;
  private final Map<GenericTimer, Integer> timerInterrupts;
  private final boolean[] on;

  /** By core: it was last seen in a branch to itself that no interrupt ends. */
  private final boolean[] stuck;

  private final long[] streamEvent;
  private int turn;
  private long turnEnds = QUANTUM;
  private long skipped;

  Scheduler(List<Core> cores, Devices devices, Map<GenericTimer, Integer> timerInterrupts) {
    this.cores = cores;
    this.devices = devices;
    this.timerInterrupts = timerInterrupts;
    this.on = new boolean[cores.size()];
    this.stuck = new boolean[cores.size()];
    this.streamEvent = new long[cores.size()];
    Arrays.fill(streamEvent, NEVER);
  }

  /** The number of the core whose turn it is. */
  int turn() {
    return turn;
  }

  /** As if it had been the turn of {@code core} when the last instruction was executed. */
  void setTurn(int core) {
    turn = core;
  }

  boolean isOn(int core) {
    return on[core];
  }

  /** Switches a core on, or off before its next instruction. */
  void setOn(int core, boolean powered) {
    on[core] = powered;
    stuck[core] = false;
    Core switched = cores.get(core);
    switched.sleep().end();
    switched.callBoard();
    if (switched.listener() != null) {
      switched.goOnFrom(running());
      switched.listener().powered(switched, powered);
    }
  }

  /**
   * As {@link Core#run}, for the machine. The check is asked before the first instruction too where
   * that is another core's than the one that executed last, or {@code askFirst} is set.
   */
  StopCause run(long steps, StopCheck check, boolean askFirst) {
    StopCause cause = go(steps, check, askFirst);
    cores.forEach(each -> each.goOnFrom(running()));
    return cause;
  }

  private StopCause go(long steps, StopCheck check, boolean askFirst) {
    long left = steps;
    Core stoodAt = running();
    boolean ask = askFirst;
    settle();
    while (left > 0) {
      if (!choose()) {
        return StopCause.WAITING;
      }
      Core core = running();
      ask |= core != stoodAt;
      if (ask && check != null && !core.interrupts().due() && check.stopBefore(core)) {
        return StopCause.CHECK;
      }
      ask = true;
      long event = nextEvent();
      long slice = Math.min(left, untilNextEvent());
      long before = core.steps();
      StopCause cause = core.run(slice, check);
      long made = core.steps() - before;
      left -= made;
      skip(Math.max(Math.min(core.skipped(), event - core.retired()) - skipped, 0));
      settle();
      stuck[turn] = cause == StopCause.LOOP_TO_SELF && !mayLeaveLoop(core);
      if (cause == StopCause.LOOP_TO_SELF && core.exceptionsSinceRetired() > 0 && othersGoOn()) {
        passOver(core);
      } else if (cause == StopCause.LOOP_TO_SELF && (!stuck[turn] || othersGoOn())) {
        left -= check == null ? spin(core, left) : 0;
      } else if (cause == StopCause.WAITING) {
        if (!choose()) {
          return cause;
        }
      } else if (cause != StopCause.EVENT && (cause != StopCause.STEPS || made < slice)) {
        return cause;
      }
    }
    return StopCause.STEPS;
  }

  private Core running() {
    return cores.get(turn);
  }

  private long now() {
    return running().retired() + skipped;
  }

  /** Gives the turn to a core that can execute; false where none ever will by itself. */
  private boolean choose() {
    while (true) {
      boolean over = cores.size() > 1 && running().retired() >= turnEnds;
      int from = over ? turn + 1 : turn;
      for (int n = 0; n < cores.size(); n++) {
        int candidate = (from + n) % cores.size();
        if (on[candidate] && cores.get(candidate).sleep().ends()) {
          giveTurn(candidate, over);
          return true;
        }
      }
      long event = nextEvent();
      if (event == NEVER) {
        return false;
      }
      skipTo(event);
    }
  }

  /** Another core may write meanwhile: reservations of store-exclusives do not outlast a turn. */
  private void giveTurn(int to, boolean over) {
    if (to == turn && !over) {
      return;
    }
    Core from = running();
    from.exclusiveMonitor().clear();
    turn = to;
    running().goOnFrom(from);
    turnEnds = from.retired() + QUANTUM;
  }

  private void skipTo(long event) {
    skip(Math.max(0, event - now()));
    settle();
  }

  /** Lets virtual time go on, in nanoseconds, while nothing is executed. */
  void skip(long time) {
    skipped += time;
    cores.forEach(each -> each.setSkipped(skipped));
  }

  /** How many instructions may be executed before the machine must look again; one at least. */
  private long untilNextEvent() {
    long until = nextEvent() - now();
    return Math.max(1, cores.size() > 1 ? Math.min(until, turnEnds - running().retired()) : until);
  }

  private long nextEvent() {
    long now = now();
    long next = devices.nextEvent();
    for (int n = 0; n < cores.size(); n++) {
      if (on[n]) {
        for (GenericTimer timer : TIMERS) {
          next = Math.min(next, timer.nextChange(cores.get(n), now));
        }
        next = Math.min(next, streamEvent(n, now));
      }
    }
    return next;
  }

  private long streamEvent(int n, long now) {
    if (!cores.get(n).sleep().lastsUntilEvent()) {
      streamEvent[n] = NEVER;
    } else if (streamEvent[n] == NEVER) {
      streamEvent[n] = EventStream.next(cores.get(n), now);
    }
    return streamEvent[n];
  }

  /** Brings the timers' lines, and what waits for an instant, up to the present one. */
  private void settle() {
    long now = now();
    for (int n = 0; n < cores.size(); n++) {
      Core core = cores.get(n);
      for (GenericTimer timer : TIMERS) {
        Integer id = timerInterrupts.get(timer);
        if (id != null) {
          devices.gic().drive(id, n, timer.asserted(core, now));
        }
      }
      if (now >= streamEvent[n]) {
        streamEvent[n] = NEVER;
        core.eventRegister().signal();
      }
    }
    devices.reach(now);
  }

  /** Whether a branch to itself can end: something may still happen, and the core would take it. */
  private boolean mayLeaveLoop(Core core) {
    if (core.exceptionsSinceRetired() > 0 || !core.interrupts().open()) {
      return false;
    }
    return core.interrupts().due() || othersGoOn() || nextEvent() != NEVER;
  }

  /** A core that takes one exception after the other takes no time: the others need not wait. */
  private void passOver(Core core) {
    if (othersGoOn(false)) {
      turnEnds = core.retired();
    } else {
      skipTo(nextEvent());
    }
  }

  private boolean othersGoOn() {
    return othersGoOn(cores.size() > 1 && nextEvent() != NEVER);
  }

  /** {@code wakes}: those count that wait, too. */
  private boolean othersGoOn(boolean wakes) {
    for (int n = 0; n < cores.size(); n++) {
      if (n != turn && on[n] && !stuck[n] && (wakes || !cores.get(n).sleep().lasts())) {
        return true;
      }
    }
    return false;
  }

  private long spin(Core core, long left) {
    long times = core.interrupts().due() ? 0 : Math.min(left, untilNextEvent());
    core.spin(times);
    settle();
    // As if each of the branches had ended a run of its own.
    stuck[turn] = times > 0 ? !mayLeaveLoop(core) : stuck[turn];
    return times;
  }

  @Override
  public void exchange(State state) {
    turn = state.value(turn);
    turnEnds = state.value(turnEnds);
    skipped = state.value(skipped);
    for (int n = 0; n < on.length; n++) {
      on[n] = state.value(on[n]);
      stuck[n] = state.value(stuck[n]);
      streamEvent[n] = state.value(streamEvent[n]);
    }
  }
}
