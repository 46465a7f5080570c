package org.hypscope.debug;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.debug.symbols.Symbols;

/**
 * The breakpoints of a session and the aim of the run under way. Those that name an instruction are
 * a {@link StopCheck}; the others hear of exceptions and modes, and cost nothing else.
 */
final class StopConditions implements Recorder.ModeWatch, StopCheck {
  private final Symbols symbols;
  private final Set<Breakpoint> caught = new HashSet<>();
  private int[] addresses = {};
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

  StopConditions(Symbols symbols) {
    this.symbols = symbols;
  }

  void setBreakpoints(Collection<Breakpoint> all) {
    caught.clear();
    caught.addAll(all);
    addresses =
        all.stream()
            .filter(Breakpoint.Address.class::isInstance)
            .mapToInt(b -> ((Breakpoint.Address) b).address() & ~1)
            .sorted()
            .toArray();
  }

  /** A run begins: {@code newAim} and {@code mode} may be null. */
  void begin(Aim newAim, Mode mode) {
    aim = newAim;
    modeAimedAt = mode;
    reason = null;
  }

  /** What was reached, or null. */
  StopReason reason() {
    return reason;
  }

  /** The check for {@link Core#run}, or null where no instruction need be looked at. */
  StopCheck check() {
    return aim == null && addresses.length == 0 ? null : this;
  }

  @Override
  public boolean mayStopWithin(Core core, int bytes) {
    for (int each : addresses) {
      if (Integer.compareUnsigned(each - core.pc(), bytes) < 0) {
        return true;
      }
    }
    return aim != null && aim.mayBeReachedWithin(core, bytes);
  }

  @Override
  public boolean stopBefore(Core core) {
    if (aim != null) {
      reason = aim.reached(core);
    }
    if (reason == null && addresses.length > 0 && isBreakpoint(core.pc())) {
      reason = new StopReason(Kind.BREAKPOINT, "Breakpoint at " + place(core.pc()) + ".");
    }
    return reason != null;
  }

  @Override
  public void vector(Core core, Mode to, int vector) {
    VectorBase base = VectorBase.of(to);
    int offset = vector & 0x1c;
    if (!caught.isEmpty() && caught.contains(new Breakpoint.Vector(base, offset))) {
      String text =
          String.format(
              "Caught the %s vector 0x%02x, at %s.", base.register(), offset, place(vector));
      stop(core, new StopReason(Kind.VECTOR, text));
    }
  }

  @Override
  public void mode(Core core, Mode to) {
    if (to == modeAimedAt) {
      stop(core, new StopReason(Kind.GOAL, "Entered " + to + "."));
    } else if (!caught.isEmpty() && caught.contains(new Breakpoint.EnterMode(to))) {
      stop(core, new StopReason(Kind.MODE, "Entered " + to + ", which is watched."));
    }
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

  private boolean isBreakpoint(int pc) {
    for (int each : addresses) {
      if (each == pc) {
        return true;
      }
    }
    return false;
  }
}
