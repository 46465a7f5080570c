package org.hypscope.debug;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.machine.Machine;
import org.hypscope.time.Mark;

/**
 * A run made one step at a time by the machine alone, and written down: what each step began from
 * and did. Searches for what was last are then loops over lists.
 */
final class NaiveRun implements CoreListener {
  /** By the steps made before it; one more than there are steps. */
  final List<Instant> instants = new ArrayList<>();

  /** In the order in which they happened. */
  final List<Entry> entries = new ArrayList<>();

  /** The steps that were exception returns. */
  final List<Long> returns = new ArrayList<>();

  /** Each mode that was entered from another. */
  final List<Entered> entered = new ArrayList<>();

  /** The words of memory that were stored to. */
  final Set<Long> stored = new TreeSet<>();

  /** The cores that were switched on. */
  final List<Powered> powered = new ArrayList<>();

  /** Whether the run ended by itself. */
  final boolean ended;

  private final Machine machine;
  private final List<Place> places;
  private final List<BitSet> written;
  private int[] sets;
  private long step;
  private int by;

  /** How one core stood. */
  record Stood(int pc, int size, Mode mode, int sp, int r7, int word, boolean executes) {}

  /**
   * How the machine stood before a step.
   *
   * @param core the number of the core that made the step
   * @param due whether that core took an interrupt, or a virtual abort, in place of an instruction
   */
  record Instant(Mark mark, List<Stood> cores, long[] values, int core, boolean due) {
    /** The core that made the step. */
    Stood stood() {
      return cores.get(core);
    }
  }

  /** An exception that was taken by step {@code step}. */
  record Entry(long step, int core, ExceptionKind kind, Mode to, int vector) {}

  /** Core {@code core} was switched on by step {@code step}. */
  record Powered(long step, int core) {}

  /** A mode that was entered from another by step {@code step}. */
  record Entered(long step, int core, Mode to) {}

  /** {@code steps} at most of {@code machine}, of which {@code places} are looked at. */
  NaiveRun(Machine machine, int steps, List<Place> places) {
    this.machine = machine;
    this.places = places;
    this.written = Stream.generate(BitSet::new).limit(places.size()).toList();
    machine.cores().forEach(each -> each.setListener(this));
    boolean goesOn = true;
    while (goesOn && step < steps) {
      goesOn = step();
    }
    ended = !goesOn;
    instants.add(instant(stood(), machine.turn(), false));
  }

  /** The steps made. */
  int steps() {
    return instants.size() - 1;
  }

  private boolean step() {
    List<Stood> stood = stood();
    Mark mark = new Mark(machine.core().retired(), machine.core().exceptionsSinceRetired());
    long[] values = values();
    List<Set<Bank>> declared = machine.cores().stream().map(NaiveRun::declared).toList();
    boolean[] due = new boolean[stood.size()];
    for (int n = 0; n < due.length; n++) {
      due[n] = machine.cores().get(n).interrupts().due();
    }
    int before = entries.size();
    sets = sets();
    by = machine.turn();
    StopCause cause = machine.runAsked(1, this::executes);
    if (stepsOf(machine) == step) {
      return false;
    }
    Entry taken = entries.size() > before ? entries.get(before) : null;
    boolean interrupted =
        taken != null
            && (due[by] || taken.kind == ExceptionKind.IRQ || taken.kind == ExceptionKind.FIQ);
    instants.add(new Instant(mark, stood, values, by, interrupted));
    noteRegisters(by, taken == null ? declared.get(by) : Set.of());
    step = stepsOf(machine);
    return cause != StopCause.POWER_OFF && cause != StopCause.RESET;
  }

  /** A core that is put to sleep by the step hands the turn on, and an interrupt asks nothing. */
  private boolean executes(Core core) {
    by = stepsOf(machine) == step ? machine.cores().indexOf(core) : by;
    return false;
  }

  private static Set<Bank> declared(Core core) {
    InsnFlow flow = InsnFlow.of(core);
    boolean executed = flow != null && Words.isExecuted(core, flow.word());
    return executed ? flow.written(core) : Set.of();
  }

  private void noteRegisters(int core, Set<Bank> declared) {
    for (int n = 0; n < places.size(); n++) {
      if (places.get(n) instanceof Place.Register at
          && at.core() == core
          && declared.contains(at.bank())) {
        written.get(n).set((int) step);
      }
    }
  }

  private List<Stood> stood() {
    return machine.cores().stream().map(NaiveRun::stood).toList();
  }

  private static Stood stood(Core core) {
    int word = Words.fetched(core);
    boolean executes = word != 0 && Words.isExecuted(core, word);
    return new Stood(
        core.pc(), Words.size(core), core.mode(), core.r(13), core.r(7), word, executes);
  }

  private Instant instant(List<Stood> stood, int core, boolean due) {
    Mark mark = new Mark(machine.core().retired(), machine.core().exceptionsSinceRetired());
    return new Instant(mark, stood, values(), core, due);
  }

  private long[] values() {
    return places.stream().mapToLong(each -> PlaceValues.of(machine, each)).toArray();
  }

  /** How often each place that is a system register was set. */
  private int[] sets() {
    return places.stream().mapToInt(each -> PlaceValues.setCount(machine, each)).toArray();
  }

  static long stepsOf(Machine machine) {
    long total = machine.core().retired();
    for (Core each : machine.cores()) {
      total += each.steps() - each.retired();
    }
    return total;
  }

  @Override
  public boolean hearsMemory() {
    return true;
  }

  @Override
  public void afterException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    int number = machine.cores().indexOf(core);
    by = number;
    entries.add(new Entry(step, number, kind, to, vector));
    entered(core, from, to);
    for (int n = 0; n < places.size(); n++) {
      if (places.get(n) instanceof Place.Register at
          && at.core() == number
          && WrittenRegisters.entryWrites(at, to)) {
        written.get(n).set((int) step);
      }
      if (places.get(n) instanceof Place.SystemRegister at
          && at.core() == number
          && PlaceValues.setCount(machine, at) != sets[n]) {
        written.get(n).set((int) step);
      }
    }
  }

  @Override
  public void exceptionReturn(Core core, int pc, Mode from, Mode to, int target) {
    returns.add(step);
    entered(core, from, to);
  }

  @Override
  public void modeWritten(Core core, int pc, Mode from, Mode to) {
    entered(core, from, to);
  }

  @Override
  public void powered(Core core, boolean on) {
    if (on) {
      powered.add(new Powered(step, machine.cores().indexOf(core)));
    }
  }

  private void entered(Core core, Mode from, Mode to) {
    if (from != to) {
      entered.add(new Entered(step, machine.cores().indexOf(core), to));
    }
  }

  @Override
  public void sysRegWritten(Core core, int pc, SysReg register, long before, long after) {
    for (int n = 0; n < places.size(); n++) {
      if (places.get(n) instanceof Place.SystemRegister at
          && machine.cores().get(at.core()) == core
          && at.copy().register() == register) {
        written.get(n).set((int) step);
      }
    }
  }

  @Override
  public void memoryWritten(Core core, int pc, int address, int size) {
    for (int n = 0; n < size; n++) {
      long at = core.translate(address + n, AccessKind.WRITE);
      if (machine.ram().contains(at)) {
        stored.add(at & -4);
        storedTo(at);
      }
    }
  }

  private void storedTo(long byteAt) {
    for (int n = 0; n < places.size(); n++) {
      if (places.get(n) instanceof Place.Memory at && at.overlaps(byteAt, 1)) {
        written.get(n).set((int) step);
      }
    }
  }

  /** Whether step {@code at} changed place {@code number}. */
  boolean changed(int number, int at) {
    return instants.get(at).values[number] != instants.get(at + 1).values[number];
  }

  /** Whether step {@code at} wrote place {@code number}, with whatever value. */
  boolean wrote(int number, int at) {
    return written.get(number).get(at) || changed(number, at);
  }

  /** The last instant before {@code end} for which {@code test} holds, or 0. */
  long last(long end, Predicate<Integer> test) {
    for (int n = (int) end - 1; n > 0; n--) {
      if (test.test(n)) {
        return n;
      }
    }
    return 0;
  }

  /** The steps that took exceptions of {@code kind}. */
  List<Long> stepsOf(String kind) {
    ExceptionKind wanted = ExceptionKind.valueOf(kind.toUpperCase(Locale.ROOT));
    return entries.stream().filter(each -> each.kind == wanted).map(Entry::step).toList();
  }

  /** Whether step {@code at} switched core {@code core} on. */
  boolean switchedOn(int core, int at) {
    return powered.contains(new Powered(at, core));
  }

  /** Right after {@code mode} was entered from another: the steps made. */
  List<Long> after(Mode mode) {
    return entered.stream().filter(each -> each.to == mode).map(each -> each.step + 1).toList();
  }

  /** The first instant that is not before {@code mark}: the steps made. */
  long first(Mark mark) {
    int n = 0;
    while (n < instants.size() && instants.get(n).mark.compareTo(mark) < 0) {
      n++;
    }
    return n;
  }
}
