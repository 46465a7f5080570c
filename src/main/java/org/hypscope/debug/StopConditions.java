package org.hypscope.debug;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;

/**
 * The breakpoints of a session and the aim of the run under way. Those that name an instruction are
 * a {@link StopCheck}; the others hear of exceptions, modes and writes, and cost nothing else.
 */
final class StopConditions implements Recorder.StepWatch, StopCheck {
  private Symbols image;
  private Symbols symbols;
  private final Set<Breakpoint> caught = new HashSet<>();
  private List<CodePlace> places = List.of();
  private final Map<Breakpoint.Write, Integer> passed = new HashMap<>();
  private final WatchLog log = new WatchLog();
  private Machine machine;
  private Watchpoints watchpoints = new Watchpoints(null, List.of());
  private Aim aim;
  private Mode modeAimedAt;
  private StopReason reason;

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

  /** The same breakpoints for a copy of the machine. */
  StopConditions on(Machine copy) {
    StopConditions same = new StopConditions();
    same.caught.addAll(caught);
    same.places = places;
    same.watch(copy, image);
    same.watchWrites();
    return same;
  }

  void setBreakpoints(Collection<Breakpoint> all) {
    caught.clear();
    caught.addAll(all);
    places =
        all.stream()
            .filter(Breakpoint.Address.class::isInstance)
            .map(each -> CodePlace.of(((Breakpoint.Address) each).address()))
            .toList();
    watchWrites();
  }

  private void watchWrites() {
    List<Breakpoint.Write> writes =
        caught.stream()
            .filter(Breakpoint.Write.class::isInstance)
            .map(Breakpoint.Write.class::cast)
            .toList();
    watchpoints = new Watchpoints(machine, writes);
    passed.clear();
  }

  /** The watchpoints, which the machine's listeners have to tell. */
  Watchpoints watchpoints() {
    return watchpoints;
  }

  /** What log points have said. */
  WatchLog log() {
    return log;
  }

  /** A run begins: {@code newAim} and {@code mode} may be null. */
  void begin(Aim newAim, Mode mode) {
    aim = newAim;
    modeAimedAt = mode;
    reason = null;
    passed.clear();
    watchpoints.begin();
  }

  /** What was reached, or null. */
  StopReason reason() {
    return reason;
  }

  /** The check for {@link Core#run}, or null where no instruction need be looked at. */
  StopCheck check() {
    return aim == null && places.isEmpty() && watchpoints.isEmpty() ? null : this;
  }

  @Override
  public boolean mayStopWithin(Core core, int bytes) {
    return watchpoints.isLooking()
        || isAddressWithin(core, bytes)
        || aim != null && aim.mayBeReachedWithin(core, bytes);
  }

  /** Whether there may be an address breakpoint among the next {@code bytes} of {@code core}. */
  boolean isAddressWithin(Core core, int bytes) {
    for (CodePlace each : places) {
      if (each.mayBeWithin(core, bytes)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are address breakpoints. */
  boolean hasAddresses() {
    return !places.isEmpty();
  }

  /** The reason to stop before the next instruction of {@code core}, or null. */
  StopReason breakpointBefore(Core core) {
    return !places.isEmpty() && isBreakpoint(core)
        ? new StopReason(Kind.BREAKPOINT, "Breakpoint at " + place(core.pc()) + ".")
        : null;
  }

  /** The reason to stop after an exception has entered {@code vector} in {@code to}, or null. */
  StopReason caughtVector(Mode to, int vector) {
    VectorBase base = VectorBase.of(to);
    int offset = vector & 0x1c;
    if (caught.isEmpty() || !caught.contains(new Breakpoint.Vector(base, offset))) {
      return null;
    }
    return new StopReason(
        Kind.VECTOR,
        String.format(
            "Caught the %s vector 0x%02x, at %s.", base.register(), offset, place(vector)));
  }

  /** The reason to stop after {@code to} has been entered, or null. */
  StopReason caughtMode(Mode to) {
    return !caught.isEmpty() && caught.contains(new Breakpoint.EnterMode(to))
        ? new StopReason(Kind.MODE, "Entered " + to + ", which is watched.")
        : null;
  }

  @Override
  public boolean stopBefore(Core core) {
    if (aim != null) {
      reason = aim.reached(core);
    }
    StopReason written = written(core);
    if (reason == null) {
      reason = written != null ? written : breakpointBefore(core);
    }
    return reason != null;
  }

  /**
   * The reason to stop that the last instruction gave by what it wrote, or null; {@code core} is
   * next.
   */
  StopReason written(Core core) {
    StopReason met = null;
    for (Watchpoints.Hit hit : watchpoints.hits()) {
      boolean counts = passed.merge(hit.what(), 1, Integer::sum) > hit.what().skip();
      if (counts && hit.what().log()) {
        log.add(Frame.markOf(core), hit.words());
      } else if (counts && met == null) {
        met = stopAfter(hit);
      }
    }
    return met;
  }

  static StopReason stopAfter(Watchpoints.Hit hit) {
    return new StopReason(Kind.WATCH, hit.words());
  }

  @Override
  public void vector(Core core, Mode to, int vector) {
    StopReason met = caughtVector(to, vector);
    if (met != null) {
      stop(core, met);
    }
  }

  @Override
  public void systemRegister(Core core) {
    watchpoints.systemRegisterWritten(core);
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
    StopReason met =
        to == modeAimedAt ? new StopReason(Kind.GOAL, "Entered " + to + ".") : caughtMode(to);
    if (met != null) {
      stop(core, met);
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

  private void stop(Core core, StopReason because) {
    reason = because;
    core.requestStop(StopCause.CHECK);
  }

  private boolean isBreakpoint(Core core) {
    for (CodePlace each : places) {
      if (each.isNext(core, symbols)) {
        return true;
      }
    }
    return false;
  }
}
