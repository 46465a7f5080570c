package org.hypscope.debug;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BooleanSupplier;
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

  /** The {@link #vmid} of the host. */
  private static final int HOST = 0;

  /** A run pauses each time that so many events have come, so that they can be told of. */
  private static final int EVENTS_A_SLICE = 1 << 15;

  private final Machine machine;
  private final int number;
  private final History history;
  private final Deque<Call> calls = new ArrayDeque<>();
  private final Deque<TraceEvent> unreported = new ArrayDeque<>();
  private final Map<Trap, Mark> untrapped = new EnumMap<>(Trap.class);
  private final EventNames names;
  private final EventRow row = new EventRow();
  private HypercallObserver observer;
  private StepWatch watch;
  private final BooleanSupplier past;

  /** Whether what the core tells of now is new: asked once for each exception, return and mode. */
  private boolean records;

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

    /** The core was switched on. */
    void powered(Core core);

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
    records = !past.getAsBoolean();
    if (!records) {
      return;
    }
    pendingPc = core.pc();
    pendingWord = isCall(kind) ? core.insnAtPc().word : 0;
    returnAddress = core.pc() + core.insnSize();
    pendingIsTold = kind == ExceptionKind.HVC && observer != null && observer.wantsNext();
    if (pendingIsTold) {
      TraceEvent call = pending(core, kind, from, to, vector).event((int) history.eventCount() + 1);
      observer.beforeCall(machine, call);
    }
  }

  /** The registers that it shows are the same before and after the entry. */
  private EventRow pending(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    return row.exception(kind, core, number, pendingPc)
        .leads(from, to, vector, names.of(pendingPc, from))
        .immediate(isCall(kind) ? Words.immediate(pendingWord) : 0);
  }

  @Override
  public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    depth++;
    boolean retires = isCall(kind);
    if (records) {
      pending(core, kind, from, to, vector).psr(core.spsr());
      if (to == Mode.HYP) {
        row.syndrome(core.sysRegs().word(HSR));
      }
      if (kind == ExceptionKind.HVC) {
        history.hvc(core.retired());
      }
      long index = add(core);
      if (retires) {
        open(new Call(index, returnAddress, from, vmid(core), pendingIsTold));
      }
    }
    if (from != to) {
      long after = core.retired() + (retires ? 1 : 0);
      modeChanged(core, to, after, retires ? 0 : core.exceptionsSinceRetired() + 1);
    }
    if (watch != null) {
      watch.vector(core, to, vector);
    }
  }

  @Override
  public void exceptionReturn(Core core, int pc, Mode from, Mode to, int target) {
    depth--;
    records = !past.getAsBoolean();
    if (records) {
      row.exceptionReturn(core, number, pc)
          .leads(from, to, target, names.of(pc, from))
          .psr(core.cpsr())
          .target(target);
      add(core);
      close(core, to, target);
    }
    if (from != to) {
      modeChanged(core, to, core.retired() + 1, 0);
    }
  }

  @Override
  public void modeWritten(Core core, int pc, Mode from, Mode to) {
    records = !past.getAsBoolean();
    modeChanged(core, to, core.retired() + 1, 0);
  }

  @Override
  public void beforeFirmware(Core core, int immediate) {
    if (past.getAsBoolean()) {
      return;
    }
    Mode mode = core.mode();
    int after = core.pc() + 4;
    row.exception(ExceptionKind.SMC, core, number, core.pc())
        .leads(mode, mode, after, names.of(core.pc(), mode))
        .immediate(immediate);
    history.add(row);
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
    if (on && watch != null) {
      watch.powered(core);
    }
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

  private long add(Core core) {
    long index = history.add(row);
    if (index % EVENTS_A_SLICE == EVENTS_A_SLICE - 1) {
      core.requestStop(StopCause.STEPS);
    }
    return index;
  }

  private void modeChanged(Core core, Mode to, long retired, int exceptions) {
    if (records) {
      history.modeChanged(number, retired, exceptions, to);
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
    Call newest = calls.peek();
    if (newest != null && newest.vmid == vmid && newest.returnsTo(to, target)) {
      complete(core, calls.pop(), to);
    } else if (!close(core, to, target, vmid) && vmid != HOST) {
      close(core, to, target, HOST);
    }
  }

  private boolean close(Core core, Mode to, int target, int vmid) {
    if (!isOpen(to, target, vmid)) {
      return false;
    }
    Iterator<Call> newest = calls.iterator();
    Call call = newest.next();
    while (call.vmid != vmid || !call.returnsTo(to, target)) {
      if (call.vmid == vmid) {
        newest.remove();
      }
      call = newest.next();
    }
    newest.remove();
    complete(core, call, to);
    return true;
  }

  private boolean isOpen(Mode to, int target, int vmid) {
    for (Call call : calls) {
      if (call.vmid == vmid && call.returnsTo(to, target)) {
        return true;
      }
    }
    return false;
  }

  /** The virtual machine that runs, by the number in VTTBR. */
  private static int vmid(Core core) {
    return (int) (core.sysRegs().rawGet(VTTBR) >>> 48) & 0xff;
  }

  private void complete(Core core, Call call, Mode to) {
    int hvbar = core.sysRegs().word(HVBAR);
    TraceEvent.Return with = new TraceEvent.Return(core.retired() + 1, core.r(0), hvbar, to);
    history.returned(call.index, with);
    if (call.told && observer != null) {
      report(core, history.event(call.index));
    }
  }

  private void report(Core core, TraceEvent complete) {
    if (complete != null && complete.isHvc()) {
      unreported.add(complete);
      core.requestStop(StopCause.STEPS);
    }
  }

  private static boolean isCall(ExceptionKind kind) {
    return kind == ExceptionKind.HVC || kind == ExceptionKind.SVC || kind == ExceptionKind.SMC;
  }

  private static Mark afterThis(Core core) {
    return new Mark(core.retired() + 1, 0);
  }
}
