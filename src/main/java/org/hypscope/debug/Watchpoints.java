package org.hypscope.debug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.machine.Machine;

/**
 * The watchpoints on one machine. What a core tells of its writes only interrupts the run; between
 * two instructions the places are then compared with what they held before. Registers, of which no
 * core tells, are looked at after instructions that may write them.
 */
final class Watchpoints {
  private static final int PAGE = 0x1000;
  private static final long NONE = -1;

  private final Machine machine;
  private final List<Watched> all = new ArrayList<>();
  private final List<Watched> lookedAt = new ArrayList<>();
  private final boolean memory;
  private boolean due;

  /** One watchpoint, and what its place held when it was looked at last. */
  private final class Watched {
    private final Armed stop;
    private final Breakpoint.Write what;
    private final Place place;
    private final RegisterWriters writers;
    private Core by;
    private boolean heard;
    private long expected = NONE;
    private long value;
    private int sets;

    Watched(Armed stop, Breakpoint.Write what) {
      this.stop = stop;
      this.what = what;
      this.place = what.place();
      this.writers = place instanceof Place.Register at ? new RegisterWriters(at.bank()) : null;
      this.by = core();
    }

    Core core() {
      return machine.cores().get(PlaceValues.coreOf(place));
    }

    long now() {
      return PlaceValues.of(machine, place);
    }

    /** Whether a system register was set since it was looked at last, by an entry, too. */
    boolean isSet() {
      return PlaceValues.setCount(machine, place) != sets;
    }

    /** What it holds now is nothing new. */
    void look() {
      value = now();
      sets = PlaceValues.setCount(machine, place);
      expected = isWritten() ? NONE : expected;
      heard = false;
    }

    void hear(Core core) {
      heard = true;
      by = core;
    }

    /** The next instruction of its core writes it, or does not. */
    void expect(boolean writes) {
      expected = writes ? core().steps() : NONE;
    }

    /** Whether a write was heard of, or what was expected has been executed meanwhile. */
    boolean isWritten() {
      return heard || expected != NONE && core().steps() > expected;
    }
  }

  /**
   * What a place holds since the last instruction, and what it held before.
   *
   * @param by the core that wrote it
   */
  record Hit(Armed stop, Breakpoint.Write what, Core by, long before, long value) {
    String words() {
      Place place = what.place();
      String now = FieldValues.value(place, value);
      return before == value
          ? String.format("%s was written, and is %s as before.", place, now)
          : String.format("%s became %s, was %s.", place, now, FieldValues.value(place, before));
    }
  }

  /** Those of {@code stops} that are watchpoints; {@code machine} may be null where none is. */
  Watchpoints(Machine machine, Collection<Armed> stops) {
    this.machine = machine;
    for (Armed each : stops) {
      if (each.at() instanceof Breakpoint.Write what) {
        all.add(new Watched(each, what));
      }
    }
    for (Watched each : all) {
      if (WrittenRegisters.isLookedAt(each.place)) {
        lookedAt.add(each);
      }
    }
    memory = all.stream().anyMatch(each -> each.place instanceof Place.Memory);
    begin();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether {@link #memoryWritten} has to be told. */
  boolean hearsMemory() {
    return memory;
  }

  /** Whether some can be met with nobody telling of it. */
  boolean isLooking() {
    return !lookedAt.isEmpty();
  }

  /** Whether one may be met within instructions, as {@link StopConditions#mayStopWithin} says. */
  boolean mayBeMetWithin(Core core, int written) {
    for (Watched each : lookedAt) {
      boolean changed = each.now() != each.value || each.isWritten();
      if (changed
          || each.core() == core && WrittenRegisters.mayBeWritten(core, each.place, written)) {
        return true;
      }
    }
    return false;
  }

  /** What the places hold now is nothing new. */
  void begin() {
    due = false;
    for (Watched each : all) {
      each.expect(false);
      each.look();
    }
    if (isLooking()) {
      before(machine.core());
    }
  }

  /** {@code core} executes its next instruction: whether that writes a register. */
  void before(Core core) {
    for (Watched each : lookedAt) {
      if (each.what.same() && each.core() == core) {
        each.expect(each.writers != null && each.writers.isNext(core));
      }
    }
  }

  /** {@code core} was switched on, which sets all of its registers and is no write. */
  void powered(Core core) {
    for (Watched each : all) {
      if (each.core() == core) {
        each.sets = PlaceValues.setCount(machine, each.place);
      }
    }
  }

  /** An instruction has written {@code register}, or the entry of an exception if that is null. */
  void systemRegisterWritten(Core core, SysReg register) {
    for (Watched each : all) {
      if (each.place instanceof Place.SystemRegister at
          && (each.now() != each.value
              || each.what.same()
                  && each.core() == core
                  && (register == null ? each.isSet() : at.copy().register() == register))) {
        each.hear(core);
        interrupt(core);
      }
    }
  }

  /** An exception has been entered in {@code to}. */
  void exceptionEntered(Core core, Mode to) {
    systemRegisterWritten(core, null);
    for (Watched each : lookedAt) {
      if (each.core() == core) {
        each.expect(false);
        if (WrittenRegisters.entryWrites(each.place, to)) {
          each.hear(core);
          interrupt(core);
        }
      }
    }
  }

  /** As {@link org.hypscope.arm.core.CoreListener#memoryWritten}. */
  void memoryWritten(Core core, int address, int size) {
    for (Watched each : all) {
      if (each.place instanceof Place.Memory at && overlaps(core, at, address, size)) {
        each.hear(core);
        interrupt(core);
      }
    }
  }

  /** Whether the bytes that {@code core} writes at a virtual address are of {@code place}. */
  static boolean overlaps(Core core, Place.Memory place, int address, int size) {
    long first = core.translate(address, AccessKind.WRITE);
    int inPage = Math.min(size, PAGE - (address & PAGE - 1));
    boolean hit = first >= 0 && place.overlaps(first, inPage);
    if (inPage < size) {
      long second = core.translate(address + inPage, AccessKind.WRITE);
      hit |= second >= 0 && place.overlaps(second, size - inPage);
    }
    return hit;
  }

  private void interrupt(Core core) {
    due = true;
    core.requestStop(StopCause.CHECK);
  }

  /** Between two instructions: the watchpoints that the last one met. */
  List<Hit> hits() {
    if (!due && lookedAt.isEmpty()) {
      return List.of();
    }
    List<Hit> hits = List.of();
    for (Watched each : due ? all : lookedAt) {
      long now = each.now();
      long before = each.value;
      boolean met = now != before || each.what.same() && each.isWritten();
      each.look();
      if (met && each.what.isMetBy(now)) {
        hits = hits.isEmpty() ? new ArrayList<>() : hits;
        hits.add(new Hit(each.stop, each.what, each.by, before, now));
      }
    }
    due = false;
    return hits;
  }
}
