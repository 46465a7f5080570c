package org.hypscope.debug.symbols.unwind;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.machine.Machine;

/** The true call stack of a program, kept by watching its calls, returns and exceptions. */
final class ShadowStack implements CoreListener {
  private final Machine machine;
  private final Deque<Call> calls = new ArrayDeque<>();
  private boolean excepted;

  /** Where a frame stands. */
  record Place(Mode mode, int pc, int sp) {}

  private record Call(Place caller, boolean exception) {}

  ShadowStack(Machine machine) {
    this.machine = machine;
    machine.core().setListener(this);
  }

  /** Executes one instruction. */
  void step() {
    Core core = machine.core();
    int after = core.pc() + size();
    int sp = core.r(13);
    Mode mode = core.mode();
    excepted = false;
    machine.run(1, null);
    boolean linked = (core.r(14) & ~1) == after && core.pc() != after;
    if (!excepted && linked && core.mode() == mode) {
      calls.push(new Call(new Place(mode, after, sp), false));
    }
    while (!calls.isEmpty() && !calls.peek().exception && calls.peek().caller.equals(here())) {
      calls.pop();
    }
  }

  /** The frames, from the innermost. */
  List<Place> frames() {
    List<Place> all = new ArrayList<>();
    all.add(here());
    calls.forEach(call -> all.add(call.caller));
    return all;
  }

  @Override
  public void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    excepted = true;
    calls.push(new Call(new Place(from, core.pc() + size(), core.r(13)), true));
  }

  @Override
  public void exceptionReturn(Core core, int pc, Mode from, Mode to, int target) {
    excepted = true;
    while (!calls.isEmpty() && !calls.pop().exception) {
      // The frames of the handler end with it.
    }
  }

  private int size() {
    Core core = machine.core();
    int half = Words.half(new MachineReader(machine), core.mode(), core.pc());
    return core.thumb() && half < 0xe800 ? 2 : 4;
  }

  private Place here() {
    Core core = machine.core();
    return new Place(core.mode(), core.pc(), core.r(13));
  }
}
