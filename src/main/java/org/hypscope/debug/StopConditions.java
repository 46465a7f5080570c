package org.hypscope.debug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Passages;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.MachineImage;
import org.hypscope.time.Mark;

/**
 * The breakpoints of a session and the aim of the run under way. Those that name an instruction are
 * a {@link StopCheck}; the others hear of exceptions, modes and writes, and cost nothing else.
 */
final class StopConditions implements Recorder.StepWatch, StopCheck {
  private final Map<Breakpoint, Armed> caught = new HashMap<>();
  private final Map<Armed, Integer> passed = new HashMap<>();
  private final Map<Breakpoint, Tally> tallies = new HashMap<>();
  private final List<Caught> entered = new ArrayList<>();
  private final WatchLog log = new WatchLog();
  private Symbols image;
  private Symbols symbols;
  private List<Stop> set = List.of();
  private List<Placed> places = List.of();
  private Machine machine;
  private Watchpoints watchpoints = new Watchpoints(null, List.of());
  private Aim aim;
  private Mode modeAimedAt;
  private StopReason reason;

  /** An instruction to stop before. */
  private record Placed(CodePlace place, Armed stop) {}

  /**
   * A stop that an instruction has met, if its terms agree.
   *
   * @param core the core that met it
   */
  record Caught(Armed stop, Core core, StopReason reason) {}

  /** Asked before every instruction: what is reached, or null. */
  interface Aim {
    /** The reason to stop before the next instruction of {@code core}, or null. */
    StopReason reached(Core core);

    /** {@link StopCheck#mayStopWithin}. */
    default boolean mayBeReachedWithin(Core core, int bytes) {
      return true;
    }
  }

  /** A run of {@code machine} begins, whose image has the names {@code all}. */
  void watch(Machine watched, Symbols all) {
    machine = watched;
    image = all;
    symbols = all.seenThrough(new LiveAddressing(machine::core, () -> Frame.space(machine.core())));
  }

  /** The same stops for a copy of the machine. */
  StopConditions on(Machine copy) {
    StopConditions same = new StopConditions();
    same.watch(copy, image);
    same.setStops(set);
    return same;
  }

  /**
   * Heeds {@code all} in place of those before.
   *
   * @throws IllegalArgumentException with one sentence where the terms of one mean nothing
   */
  void setStops(Collection<Stop> all) {
    List<Armed> armed =
        all.stream()
            .filter(each -> each.terms().enabled())
            .map(each -> new Armed(each, symbols))
            .toList();
    set = List.copyOf(all);
    caught.clear();
    armed.forEach(each -> caught.put(each.at(), each));
    places =
        armed.stream()
            .filter(each -> each.at() instanceof Breakpoint.Address)
            .map(each -> new Placed(placeOf((Breakpoint.Address) each.at()), each))
            .toList();
    watchpoints = new Watchpoints(machine, armed);
    passed.clear();
    entered.clear();
    tallies.keySet().retainAll(all.stream().map(Stop::at).toList());
  }

  private static CodePlace placeOf(Breakpoint.Address at) {
    return CodePlace.of(at.address());
  }

  /**
   * Whether {@code text} holds for the core of a machine whose turn it is.
   *
   * @throws CommandException where it means nothing
   */
  Predicate<Machine> condition(String text) {
    try {
      Expression<MachineNames.Here> condition = Expression.parse(text, new MachineNames(symbols));
      return of -> condition.holds(new MachineNames.Here(of, of.core()));
    } catch (IllegalArgumentException e) {
      throw new CommandException(e.getMessage());
    }
  }

  /** The watchpoints, which the machine's listeners have to tell. */
  Watchpoints watchpoints() {
    return watchpoints;
  }

  /** What log points have said. */
  WatchLog log() {
    return log;
  }

  /** How often each stop was met. */
  Map<Breakpoint, Tally> tallies() {
    return Map.copyOf(tallies);
  }

  /** A run begins: {@code newAim} and {@code mode} may be null. */
  void begin(Aim newAim, Mode mode) {
    aim = newAim;
    modeAimedAt = mode;
    reason = null;
    passed.clear();
    entered.clear();
    watchpoints.begin();
  }

  /** What was reached, or null. */
  StopReason reason() {
    return reason;
  }

  /** The check for {@link Core#run}, or null where no instruction need be looked at. */
  StopCheck check() {
    return aim == null && places.isEmpty() && !watchpoints.isLooking() ? null : this;
  }

  @Override
  public boolean mayStopWithin(Core core, int bytes, int written) {
    return watchpoints.mayBeMetWithin(core, written)
        || isAddressWithin(core, bytes)
        || aim != null && aim.mayBeReachedWithin(core, bytes);
  }

  /** Whether there may be an address breakpoint among the next {@code bytes} of {@code core}. */
  boolean isAddressWithin(Core core, int bytes) {
    for (Placed each : places) {
      if (each.place.mayBeWithin(core, bytes)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are any. */
  boolean isAny() {
    return !places.isEmpty() || !caught.isEmpty();
  }

  /** Whether a breakpoint can have been met between two images; true where that is not known. */
  boolean mayBeMetBetween(MachineImage from, MachineImage to) {
    return caught.keySet().stream().anyMatch(each -> mayBeMetBetween(from, to, each));
  }

  private static boolean mayBeMetBetween(MachineImage from, MachineImage to, Breakpoint what) {
    if (what instanceof Breakpoint.Write write) {
      return PossibleWrites.between(from, to, write.place());
    }
    for (int n = 0; n < to.cores().size(); n++) {
      Passages before = from.cores().get(n).passages();
      Passages after = to.cores().get(n).passages();
      boolean possible =
          what instanceof Breakpoint.EnterMode entered
              ? after.enteredSince(before, entered.mode())
              : !(what instanceof Breakpoint.Vector) || after.tookSince(before);
      if (possible) {
        return true;
      }
    }
    return false;
  }

  /** The stops before the next instruction of {@code core}, whatever their terms. */
  List<Caught> before(Core core) {
    List<Caught> met = List.of();
    for (Placed each : places) {
      if (each.place.isNext(core, symbols)) {
        String words = "Breakpoint at " + place(core.pc()) + ".";
        met = met.isEmpty() ? new ArrayList<>() : met;
        met.add(new Caught(each.stop, core, new StopReason(Kind.BREAKPOINT, words)));
      }
    }
    return met;
  }

  /** {@code vector} has been entered in {@code to}: the stop there, whatever its terms, or null. */
  Caught entered(Core core, Mode to, int vector) {
    VectorBase base = VectorBase.of(to);
    int offset = vector & 0x1c;
    Armed stop = caught.isEmpty() ? null : caught.get(new Breakpoint.Vector(base, offset));
    if (stop == null) {
      return null;
    }
    String words =
        String.format(
            "Caught the %s vector 0x%02x, at %s.", base.register(), offset, place(vector));
    return new Caught(stop, core, new StopReason(Kind.VECTOR, words));
  }

  /** {@code to} has been entered: the stop at that, whatever its terms, or null. */
  Caught entered(Core core, Mode to) {
    Armed stop = caught.isEmpty() ? null : caught.get(new Breakpoint.EnterMode(to));
    return stop == null
        ? null
        : new Caught(
            stop, core, new StopReason(Kind.MODE, "Entered " + to + ", which is watched."));
  }

  /** The watchpoints that the last instruction met, whatever their terms. */
  List<Caught> written() {
    List<Caught> met = List.of();
    for (Watchpoints.Hit hit : watchpoints.hits()) {
      met = met.isEmpty() ? new ArrayList<>() : met;
      met.add(new Caught(hit.stop(), hit.by(), new StopReason(Kind.WATCH, hit.words())));
    }
    return met;
  }

  /** Whether the condition of {@code met} holds where the machine stands. */
  boolean holds(Caught met) {
    return met.stop.holds(machine, met.core);
  }

  @Override
  public boolean stopBefore(Core core) {
    if (aim != null) {
      reason = aim.reached(core);
    }
    judge();
    if (!places.isEmpty()) {
      before(core).forEach(this::judge);
    }
    watchpoints.before(core);
    return reason != null;
  }

  /** Between two instructions: whether what the last one met is reason to stop. */
  void judge() {
    entered.forEach(this::judge);
    entered.clear();
    written().forEach(this::judge);
  }

  private void judge(Caught met) {
    if (!holds(met)) {
      return;
    }
    Armed stop = met.stop;
    Mark here = Frame.markOf(machine.core());
    tallies.merge(stop.at(), new Tally(1, here), (before, one) -> before.and(here));
    boolean counts = passed.merge(stop, 1, Integer::sum) > stop.skip();
    if (counts && stop.isLog()) {
      log.add(here, stop.words(machine, met.core, met.reason.text()));
    } else if (counts && reason == null) {
      reason = met.reason;
    }
  }

  @Override
  public void vector(Core core, Mode to, int vector) {
    watchpoints.exceptionEntered(core, to);
    consider(entered(core, to, vector));
  }

  @Override
  public void systemRegister(Core core, SysReg register) {
    watchpoints.systemRegisterWritten(core, register);
  }

  @Override
  public void powered(Core core) {
    watchpoints.powered(core);
  }

  @Override
  public boolean hearsMemory() {
    return watchpoints.hearsMemory();
  }

  @Override
  public void memory(Core core, int address, int size) {
    watchpoints.memoryWritten(core, address, size);
  }

  @Override
  public void mode(Core core, Mode to) {
    if (to == modeAimedAt) {
      reason = new StopReason(Kind.GOAL, "Entered " + to + ".");
      core.requestStop(StopCause.CHECK);
    } else {
      consider(entered(core, to));
    }
  }

  private void consider(Caught met) {
    if (met != null) {
      entered.add(met);
      met.core.requestStop(StopCause.CHECK);
    }
  }

  /** Whether {@code core} comes to {@code place} next. */
  boolean isNext(Core core, CodePlace place) {
    return place.isNext(core, symbols);
  }

  /** {@code 0x40010000 (name+0x4)}. */
  String place(int address) {
    String name = symbols.describe(address);
    return name.isEmpty() ? Bits.hex(address) : Bits.hex(address) + " (" + name + ")";
  }
}
