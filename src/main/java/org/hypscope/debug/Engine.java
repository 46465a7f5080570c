package org.hypscope.debug;

import java.util.List;
import java.util.stream.IntStream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.FpRegs;
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
  private StopReason reason = new StopReason(Kind.START, "Before the first instruction.");

  /** Asked between slices of a run. */
  interface Attention {
    /** Whether the run is to stop here. */
    boolean between(Machine machine);
  }

  Engine(Snapshot.Subject subject, StopConditions stops, HypercallObserver observer) {
    this(subject, stops, observer, List.of());
  }

  private Engine(
      Snapshot.Subject subject,
      StopConditions stops,
      HypercallObserver observer,
      List<InputJournal.Entry> inputs) {
    this.subject = subject;
    this.machine = Machine.create(subject.board(), subject.image());
    this.timeline = new Timeline(machine, new InputJournal(inputs));
    this.history = new History(machine.console(), machine.cores().size());
    this.recorders = IntStream.range(0, machine.cores().size()).mapToObj(this::record).toList();
    this.stops = stops;
    this.aims = new Aims(machine, stops);
    recorders.forEach(each -> each.setWatch(stops));
    observe(observer);
    this.now = Frame.allOf(machine, List.of());
    this.before = now;
  }

  private Recorder record(int number) {
    Core core = machine.cores().get(number);
    Recorder recorder = new Recorder(machine, number, subject.symbols(), history);
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

  /** The run that begins anew, and meets the same input. */
  Engine again(HypercallObserver observer) {
    return new Engine(subject, stops, observer, timeline.inputs());
  }

  /** Types {@code bytes} at the console: between two slices of a run. */
  void type(byte[] bytes) {
    timeline.add(new Input.Typed(bytes));
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
      case POWER_OFF -> "The machine is switched off: restart it to go on.";
      case RESET -> "The machine was asked to reset: restart it to go on.";
      default -> null;
    };
  }

  Snapshot snapshot() {
    return new Snapshot(now, before, picked, reason, history.freeze(), subject);
  }

  /** Moves the picked core on by one step; the others have their turns. */
  void step(Attention attention) {
    begin(null, null);
    StopReason cut = stepPicked(attention);
    end(cut == null ? stepped() : cut);
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
    String at = "At " + Frame.markOf(machine.core()) + ".";
    pickWhoStopped();
    end(reached ? new StopReason(Kind.GOAL, at) : because);
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

  void edit(Edit edit) {
    before = now;
    history.beginCommand();
    reason = new StopReason(Kind.EDITED, apply(edit));
    now = Frame.allOf(machine, before);
  }

  /** Marks nothing as changed: the way here was not a step that a person looks at. */
  void settle() {
    history.beginCommand();
    before = now;
  }

  private void begin(StopConditions.Aim aim, Mode mode) {
    before = now;
    history.beginCommand();
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
    reason = new StopReason(because.kind(), text);
    now = Frame.allOf(machine, before);
  }

  private StopReason go(long until, Attention attention, boolean checkFirst) {
    boolean ask = checkFirst;
    while (true) {
      Core core = machine.core();
      StopCheck check = stops.check();
      if (ask && check != null && check.stopBefore(core)) {
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
    StopCause cause = timeline.advance(steps, check);
    recorders.forEach(Recorder::reportReturns);
    return cause;
  }

  private StopReason stepped() {
    TraceEvent event = history.lastEventSinceCommand(picked);
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

  private String apply(Edit edit) {
    Core core = core();
    if (edit instanceof Edit.Register e) {
      core.setBank(e.bank(), e.value());
      if (e.bank() == Bank.CPSR) {
        history.modeChanged(picked, Frame.markOf(core), core.mode());
      }
      return String.format("Set %s to 0x%08x.", e.bank(), e.value());
    }
    if (edit instanceof Edit.SystemRegister e) {
      if (e.register() == FpRegs.FPSCR) {
        core.fp().setFpscr((int) e.value());
      } else {
        core.sysRegs().rawSet(e.register(), e.secure(), e.value());
      }
      if (e.register() == HVBAR) {
        history.hvbarChanged(picked, Frame.markOf(core), core.sysRegs().word(HVBAR));
      }
      return String.format("Set %s to 0x%x.", e.register().name(), e.value());
    }
    if (edit instanceof Edit.Doubleword e) {
      core.fp().d[e.number()] = e.value();
      return String.format("Set D%d to 0x%016x.", e.number(), e.value());
    }
    return editMemory((Edit.Memory) edit);
  }

  private String editMemory(Edit.Memory edit) {
    AddressSpace space = edit.space() == null ? Frame.space(core()) : edit.space();
    new MemoryEdit(machine, core(), space).write(edit.address(), edit.bytes());
    return String.format(
        "Wrote %d bytes at %s.",
        edit.bytes().length, space.name(Integer.toUnsignedLong(edit.address())));
  }
}
