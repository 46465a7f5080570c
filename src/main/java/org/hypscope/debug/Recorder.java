package org.hypscope.debug;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.arm.sysreg.Trap;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.time.Mark;

/**
 * Turns what one core reports into a {@link History}, and finds the return of every call: the
 * return to the mode and to the instruction after the call, whatever was nested in between.
 */
final class Recorder implements CoreListener {
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");
  private static final SysReg VTTBR = SysRegs.byName("VTTBR");
  private static final SysReg HSR = SysRegs.byName("HSR");
  private static final int OPEN_CALLS = 256;

  /** What events call the exceptions, by their ordinals. */
  private static final String[] KINDS =
      Stream.of(ExceptionKind.values())
          .map(kind -> kind.name().toLowerCase(Locale.ROOT))
          .toArray(String[]::new);

  /** A run pauses each time that so many events have come, so that they can be told of. */
  private static final int EVENTS_A_SLICE = 1 << 15;

  private final Machine machine;
  private final int number;
  private final History history;
  private final Deque<Call> calls = new ArrayDeque<>();
  private final Deque<TraceEvent> unreported = new ArrayDeque<>();
  private final Map<Trap, Mark> untrapped = new EnumMap<>(Trap.class);
  private final EventNames names;
  private HypercallObserver observer;
  private StepWatch watch;
  private final BooleanSupplier past;
  private int pendingPc;
  private int pendingWord;
  private boolean pendingIsTold;
  private int returnAddress;
  private long depth;

  /** {@code told}: the observer was told of it, and is told of its return. */
  private record Call(long index, int returnAddress, Mode mode, int vmid, boolean told) {
    boolean returnsTo(Mode to, int target) {
      return target == returnAddress && to == mode;
    }
  }

  /** Told of every exception entry, change of mode and write. */
  interface StepWatch {
    /** {@code vector} was entered; the core is in {@code to}. */
    void vector(Core core, Mode to, int vector);

    /** The core went to another mode. */
    void mode(Core core, Mode to);

    /** An instruction has written {@code register}. */
    void systemRegister(Core core, SysReg register);

    /** Whether {@link #memory} is to be told, which every store then pays for. */
    boolean hearsMemory();

    /** Memory was written, as {@link CoreListener#memoryWritten} says. */
    void memory(Core core, int address, int size);
  }

  /**
   * Of core {@code number} of {@code machine}. While {@code past} says that the machine goes
   * through what is known already, nothing is recorded.
   */
  Recorder(Machine machine, int number, Symbols symbols, History history, BooleanSupplier past) {
    this.machine = machine;
    this.number = number;
    Core core = machine.cores().get(number);
    this.names = new EventNames(core, symbols);
    this.history = history;
    this.past = past;
  }

  void setObserver(HypercallObserver newObserver) {
    observer = newObserver;
  }

  void setWatch(StepWatch newWatch) {
    watch = newWatch;
  }

  /** Exceptions entered less exceptions returned from. */
  long depth() {
    return depth;
  }

  @Override
  public void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    if (past.getAsBoolean()) {
      return;
    }
    pendingPc = core.pc();
    pendingWord = isCall(kind) ? core.insnAtPc().word : 0;
    returnAddress = core.pc() + core.insnSize();
    pendingIsTold = kind == ExceptionKind.HVC && observer != null && observer.wantsNext();
    if (pendingIsTold) {
      observer.beforeCall(machine, pending(core, kind, from, to, vector, null, null));
    }
  }

  /** The registers that it shows are the same before and after the entry. */
  private TraceEvent pending(
      Core core,
      ExceptionKind kind,
      Mode from,
      Mode to,
      int vector,
      Integer syndrome,
      Integer saved) {
    int imm = isCall(kind) ? Words.immediate(pendingWord) : 0;
    String name = KINDS[kind.ordinal()];
    return event(core, name, pendingPc, from, to, imm, vector, syndrome, saved, null);
  }

  @Override
  public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    depth++;
    boolean retires = isCall(kind);
    if (!past.getAsBoolean()) {
      Integer hsr = to == Mode.HYP ? (Integer) core.sysRegs().word(HSR) : null;
      long index = add(core, pending(core, kind, from, to, vector, hsr, core.spsr()));
      if (retires) {
        open(new Call(index, returnAddress, from, vmid(core), pendingIsTold));
      }
    }
    if (from != to) {
      modeChanged(core, to, retires ? afterThis(core) : afterEntry(core));
    }
    if (watch != null) {
      watch.vector(core, to, vector);
    }
  }

  @Override
  public void exceptionReturn(Core core, int pc, Mode from, Mode to, int target) {
    depth--;
    if (!past.getAsBoolean()) {
      add(core, event(core, "eret", pc, from, to, 0, target, null, core.cpsr(), target));
      close(core, to, target);
    }
    if (from != to) {
      modeChanged(core, to, afterThis(core));
    }
  }

  @Override
  public void modeWritten(Core core, int pc, Mode from, Mode to) {
    modeChanged(core, to, afterThis(core));
  }

  @Override
  public void beforeFirmware(Core core, int immediate) {
    if (past.getAsBoolean()) {
      return;
    }
    Mode mode = core.mode();
    int after = core.pc() + 4;
    history.add(event(core, "smc", core.pc(), mode, mode, immediate, after, null, null, null));
  }

  @Override
  public void afterFirmware(Core core, int immediate) {
    if (past.getAsBoolean() || !machine.isOn(number)) {
      return;
    }
    int hvbar = core.sysRegs().word(HVBAR);
    history.returned(
        history.eventCount() - 1,
        new TraceEvent.Return(core.retired() + 1, core.r(0), hvbar, core.mode()));
  }

  @Override
  public void unpredictable(Core core, int pc, int word, String reason) {
    notice(core, pc, "UNPREDICTABLE: " + reason);
  }

  @Override
  public void sysRegWritten(Core core, int pc, SysReg register, long before, long after) {
    if (register == HVBAR && !past.getAsBoolean()) {
      history.hvbarChanged(number, afterThis(core), (int) after);
    }
    if (watch != null) {
      watch.systemRegister(core, register);
    }
  }

  @Override
  public boolean hearsMemory() {
    return watch != null && watch.hearsMemory();
  }

  @Override
  public void memoryWritten(Core core, int pc, int address, int size) {
    watch.memory(core, address, size);
  }

  @Override
  public void busFault(Core core, int pc, String what) {
    notice(core, pc, "External abort: " + what);
  }

  private void notice(Core core, int pc, String text) {
    if (!past.getAsBoolean()) {
      history.notice(Frame.markOf(core), pc, text);
    }
  }

  /** Told of once for each of the core's traps: maintenance comes in loops. */
  @Override
  public void untrapped(Core core, int pc, Trap trap) {
    if (!past.getAsBoolean() && untrapped.putIfAbsent(trap, Frame.markOf(core)) == null) {
      String bit = trap.register() + "." + trap.name().substring(trap.register().length() + 1);
      notice(
          core,
          pc,
          bit + " is set, but board " + machine.board().name() + " does not trap " + trap.what());
    }
  }

  @Override
  public void powered(Core core, boolean on) {
    if (on && !past.getAsBoolean()) {
      started(core, new Mark(machine.core().retired() + 1, 0));
    }
  }

  /** The core stands before its first instruction, which it may execute from {@code at} on. */
  void started(Core core, Mark at) {
    calls.clear();
    depth = 0;
    history.started(number, new CoreView.Boot(at, core.mode(), core.pc()));
    history.modeChanged(number, at, core.mode());
    history.hvbarChanged(number, at, core.sysRegs().word(HVBAR));
  }

  /** Forgets what came after {@code now}, and which calls are open: {@link #reopen} tells anew. */
  void forgetAfter(Mark now) {
    untrapped.values().removeIf(at -> at.compareTo(now) >= 0);
    calls.clear();
    unreported.clear();
  }

  /**
   * The call that is the event {@code index} of this core has not returned where the run stands.
   */
  void reopen(long index) {
    TraceEvent event = history.event(index);
    boolean narrow = event.kind().equals("svc") && (event.spsr() & Psr.T) != 0;
    int vmid = (int) (event.vttbr() >>> 48) & 0xff;
    open(new Call(index, event.pc() + (narrow ? 2 : 4), event.mode(), vmid, true));
  }

  /** Tells the observer of the calls that have returned: between two instructions. */
  void reportReturns() {
    while (!unreported.isEmpty()) {
      TraceEvent call = unreported.remove();
      if (observer != null) {
        observer.afterReturn(machine, call);
      }
    }
  }

  private long add(Core core, TraceEvent event) {
    long index = history.add(event);
    if (index % EVENTS_A_SLICE == EVENTS_A_SLICE - 1) {
      core.requestStop(StopCause.STEPS);
    }
    return index;
  }

  private void modeChanged(Core core, Mode to, Mark at) {
    if (!past.getAsBoolean()) {
      history.modeChanged(number, at, to);
    }
    if (watch != null) {
      watch.mode(core, to);
    }
  }

  private void open(Call call) {
    if (calls.size() >= OPEN_CALLS) {
      calls.removeLast();
    }
    calls.push(call);
  }

  /**
   * Calls made inside the one that returns are over too, but not those of other machines: a guest's
   * call lasts until the guest runs again, and the host's call that ran it returns before. Where
   * none of the present machine returns here, a call of the host's may have started the machine.
   */
  private void close(Core core, Mode to, int target) {
    int vmid = vmid(core);
    if (!close(core, to, target, call -> call.vmid() == vmid)) {
      close(core, to, target, call -> call.vmid() == 0);
    }
  }

  private boolean close(Core core, Mode to, int target, Predicate<Call> among) {
    if (!isOpen(to, target, among)) {
      return false;
    }
    Iterator<Call> newest = calls.iterator();
    Call call = newest.next();
    while (!among.test(call) || !call.returnsTo(to, target)) {
      if (among.test(call)) {
        newest.remove();
      }
      call = newest.next();
    }
    newest.remove();
    complete(core, call, to);
    return true;
  }

  private boolean isOpen(Mode to, int target, Predicate<Call> among) {
    for (Call call : calls) {
      if (call.returnsTo(to, target) && among.test(call)) {
        return true;
      }
    }
    return false;
  }

  /** The virtual machine that runs, by the number in VTTBR; 0 is the host. */
  private static int vmid(Core core) {
    return (int) (core.sysRegs().rawGet(VTTBR) >>> 48) & 0xff;
  }

  private void complete(Core core, Call call, Mode to) {
    int hvbar = core.sysRegs().word(HVBAR);
    TraceEvent.Return with = new TraceEvent.Return(core.retired() + 1, core.r(0), hvbar, to);
    TraceEvent complete = history.returned(call.index, with);
    if (complete != null && complete.isHvc() && call.told && observer != null) {
      unreported.add(complete);
      core.requestStop(StopCause.STEPS);
    }
  }

  private TraceEvent event(
      Core core,
      String kind,
      int pc,
      Mode from,
      Mode to,
      int imm,
      int vector,
      Integer syndrome,
      Integer psr,
      Integer target) {
    return new TraceEvent(
        (int) history.eventCount() + 1,
        number,
        kind,
        core.retired(),
        pc,
        names.of(pc, from),
        from,
        to,
        imm,
        core.r(0),
        core.r(1),
        core.r(2),
        core.r(3),
        core.sysRegs().word(HVBAR),
        core.sysRegs().rawGet(VTTBR),
        vector,
        syndrome,
        psr,
        target,
        null);
  }

  private static boolean isCall(ExceptionKind kind) {
    return kind == ExceptionKind.HVC || kind == ExceptionKind.SVC || kind == ExceptionKind.SMC;
  }

  private static Mark afterThis(Core core) {
    return new Mark(core.retired() + 1, 0);
  }

  private static Mark afterEntry(Core core) {
    return new Mark(core.retired(), core.exceptionsSinceRetired() + 1);
  }
}
