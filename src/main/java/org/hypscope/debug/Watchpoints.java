package org.hypscope.debug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.machine.Machine;

/**
 * The watchpoints on one machine. What a core tells of its writes only interrupts the run; between
 * two instructions the places are then compared with what they held before.
 */
final class Watchpoints {
  private static final int PAGE = 0x1000;

  private final Machine machine;
  private final List<Watched> all = new ArrayList<>();
  private final boolean memory;
  private final boolean looking;
  private boolean due;

  /** One watchpoint, and what its place held when it was looked at last. */
  private static final class Watched {
    private final Breakpoint.Write what;
    private final boolean looking;
    private long value;

    Watched(Breakpoint.Write what) {
      this.what = what;
      this.looking = isLookedAt(what.place());
    }
  }

  /** What the place of {@code what} holds since the last instruction, and what it held before. */
  record Hit(Breakpoint.Write what, long before, long value) {
    String words() {
      Place place = what.place();
      return String.format(
          "%s became %s, was %s.",
          place, WatchNames.value(place, value), WatchNames.value(place, before));
    }
  }

  /** {@code machine} may be null where there are none. */
  Watchpoints(Machine machine, Collection<Breakpoint.Write> wanted) {
    this.machine = machine;
    wanted.forEach(each -> all.add(new Watched(each)));
    memory = wanted.stream().anyMatch(each -> each.place() instanceof Place.Memory);
    looking = all.stream().anyMatch(each -> each.looking);
    begin();
  }

  /** No core tells of writes to these. */
  private static boolean isLookedAt(Place place) {
    return place instanceof Place.Register
        || place instanceof Place.Doubleword
        || place instanceof Place.SystemRegister at && at.isFpscr();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether {@link #memoryWritten} has to be told. */
  boolean hearsMemory() {
    return memory;
  }

  /** Whether some can be met after any instruction, and {@link #hits} must be asked each time. */
  boolean isLooking() {
    return looking;
  }

  /** What the places hold now is nothing new. */
  void begin() {
    due = false;
    for (Watched each : all) {
      each.value = PlaceValues.of(machine, each.what.place());
    }
  }

  /** A system register may have been written: by an instruction, or by an exception's entry. */
  void systemRegisterWritten(Core core) {
    for (Watched each : all) {
      if (each.what.place() instanceof Place.SystemRegister
          && PlaceValues.of(machine, each.what.place()) != each.value) {
        interrupt(core);
      }
    }
  }

  /** As {@link org.hypscope.arm.core.CoreListener#memoryWritten}. */
  void memoryWritten(Core core, int address, int size) {
    for (Watched each : all) {
      if (each.what.place() instanceof Place.Memory at && overlaps(core, at, address, size)) {
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
    core.requestStop(StopCause.STEPS);
  }

  /** Between two instructions: the watchpoints that the last one met. */
  List<Hit> hits() {
    if (!due && !looking) {
      return List.of();
    }
    List<Hit> hits = List.of();
    for (Watched each : all) {
      if (due || each.looking) {
        long now = PlaceValues.of(machine, each.what.place());
        long before = each.value;
        each.value = now;
        if (now != before && each.what.isMetBy(now)) {
          hits = hits.isEmpty() ? new ArrayList<>() : hits;
          hits.add(new Hit(each.what, before, now));
        }
      }
    }
    due = false;
    return hits;
  }
}
