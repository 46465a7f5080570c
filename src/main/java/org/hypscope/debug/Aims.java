package org.hypscope.debug;

import java.util.Locale;
import java.util.Optional;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.StopConditions.Aim;
import org.hypscope.debug.StopReason.Kind;
import org.hypscope.machine.Machine;
import org.hypscope.time.Mark;

/** Makes the aims of runs that look for an instruction. */
final class Aims {
  private static final SysReg SCR = SysRegs.byName("SCR");
  private static final int SCR_NS = 1;
  private static final int SCR_HCE = 1 << 8;

  private static final int SHORTEST = 2;

  private final Machine machine;
  private final StopConditions stops;

  /** What is reached before an HVC or an exception return. */
  private interface AtEvent extends Aim {
    @Override
    default boolean mayBeReachedWithin(Core core, int bytes) {
      return false;
    }
  }

  /** What is reached before the instruction at {@code address}. */
  private record Placed(int address, Aim aim) implements Aim {
    @Override
    public StopReason reached(Core core) {
      return aim.reached(core);
    }

    @Override
    public boolean mayBeReachedWithin(Core core, int bytes) {
      return Integer.compareUnsigned(address - core.pc(), bytes) < 0;
    }
  }

  Aims(Machine machine, StopConditions stops) {
    this.machine = machine;
    this.stops = stops;
  }

  Aim address(int address) {
    CodePlace place = CodePlace.of(address);
    return new Aim() {
      @Override
      public StopReason reached(Core core) {
        return stops.isNext(core, place) ? goal("Reached " + stops.place(core.pc()) + ".") : null;
      }

      @Override
      public boolean mayBeReachedWithin(Core core, int bytes) {
        return place.mayBeWithin(core, bytes);
      }
    };
  }

  Aim hvc() {
    return (AtEvent)
        core -> {
          int word = Words.fetched(core);
          return Words.isHvc(word) && core.passes(word >>> 28)
              ? goal("Before the HVC at " + stops.place(core.pc()) + ".")
              : null;
        };
  }

  Aim exceptionReturn() {
    return (AtEvent)
        core -> {
          int word = Words.fetched(core);
          return Words.isExceptionReturn(word) && (word >>> 28 == 0xf || core.passes(word >>> 28))
              ? goal("Before the exception return at " + stops.place(core.pc()) + ".")
              : null;
        };
  }

  /** Before the HVC that will be the {@code number}-th, if it is taken. */
  Aim hvcNumber(int number, History history) {
    return (AtEvent)
        core ->
            history.hvcCount() == number - 1 && standsAtHvc(core)
                ? goal("Before HVC " + number + " at " + stops.place(core.pc()) + ".")
                : null;
  }

  /** After the event that {@code wanted} names, which has not happened yet. */
  Aim event(MarkExpression.Event wanted, History history) {
    return new EventCount(wanted, history);
  }

  /**
   * Where the event that {@code wanted} names began; empty where it has not happened.
   *
   * @throws CommandException where it is too long ago to be known
   */
  Optional<Mark> known(MarkExpression.Event wanted, History history) {
    if (!wanted.isHvc()) {
      return new EventCount(wanted, history).found();
    }
    Optional<Mark> known = history.hvc(wanted.number());
    if (known.isEmpty() && history.hvcCount() >= wanted.number()) {
      throw tooLongAgo(wanted);
    }
    return known;
  }

  private static CommandException tooLongAgo(MarkExpression.Event wanted) {
    String name = wanted.kind().toUpperCase(Locale.ROOT) + " " + wanted.number();
    return new CommandException(name + " is too long ago to be known: go to an instant instead.");
  }

  /** Counts the events of a kind as they come. */
  private static final class EventCount implements AtEvent {
    private final MarkExpression.Event wanted;
    private final History history;
    private long next;
    private int left;
    private Mark found;

    EventCount(MarkExpression.Event wanted, History history) {
      this.wanted = wanted;
      this.history = history;
      this.left = wanted.number();
      if (history.eventCount() > 0 && history.event(0) == null) {
        throw tooLongAgo(wanted);
      }
    }

    Optional<Mark> found() {
      while (found == null && next < history.eventCount()) {
        TraceEvent event = history.event(next++);
        boolean counts = event != null && event.kind().equals(wanted.kind());
        if (counts && --left == 0) {
          found = event.mark();
        }
      }
      return Optional.ofNullable(found);
    }

    @Override
    public StopReason reached(Core core) {
      return found().isPresent() ? goal("After " + wanted + ".") : null;
    }
  }

  Aim mark(Mark mark) {
    return new Aim() {
      @Override
      public StopReason reached(Core core) {
        Mark now = Frame.markOf(core);
        return now.compareTo(mark) >= 0 ? goal("At " + now + ".") : null;
      }

      @Override
      public boolean mayBeReachedWithin(Core core, int bytes) {
        return core.retired() + bytes / SHORTEST >= mark.retired();
      }
    };
  }

  Aim wildBranch() {
    return core ->
        Translations.inCode(machine, core.pc())
            ? null
            : new StopReason(
                Kind.WILD_BRANCH,
                "Went to " + stops.place(core.pc()) + ", outside the code that was loaded.");
  }

  /**
   * {@code caller} is at {@code address} in the mode that it is in now, with the stack no deeper.
   */
  Aim back(Core caller, int address) {
    Mode mode = caller.mode();
    int sp = caller.r(13);
    return new Placed(
        address,
        core ->
            core == caller
                    && core.pc() == address
                    && core.mode() == mode
                    && Integer.compareUnsigned(core.r(13), sp) >= 0
                ? new StopReason(Kind.STEP, "Back at " + stops.place(address) + ".")
                : null);
  }

  /** After the return from the function or handler that {@code core} is in now. */
  Aim out(Core core, Recorder recorder) {
    return new Out(core, recorder);
  }

  private boolean standsAtHvc(Core core) {
    int word = Words.fetched(core);
    return Words.isHvc(word) && core.passes(word >>> 28) && hvcIsDefined(core);
  }

  /** B9.3.4: UNDEFINED in User mode, in Secure state, and while SCR.HCE is 0. */
  private static boolean hvcIsDefined(Core core) {
    int scr = core.sysRegs().word(SCR);
    boolean nonSecure = core.mode() != Mode.MON && (scr & SCR_NS) != 0;
    return core.mode() != Mode.USR && nonSecure && (scr & SCR_HCE) != 0;
  }

  private static StopReason goal(String text) {
    return new StopReason(Kind.GOAL, text);
  }

  /** Counts calls and returns, and exceptions entered and left, from where it was made. */
  private final class Out implements Aim {
    private final Core of;
    private final Recorder recorder;
    private final long depthAtStart;
    private long calls;
    private int lastPc;
    private int lastSize;
    private int lastWord;
    private long lastDepth;

    Out(Core of, Recorder recorder) {
      this.of = of;
      this.recorder = recorder;
      this.depthAtStart = recorder.depth();
      this.lastDepth = depthAtStart;
      remember(of);
    }

    @Override
    public StopReason reached(Core core) {
      if (core != of) {
        return null;
      }
      long depth = recorder.depth();
      if (depth < depthAtStart) {
        return new StopReason(
            Kind.STEP, "Returned from the exception, to " + stops.place(core.pc()) + ".");
      }
      if (depth == lastDepth && depth == depthAtStart && core.pc() != lastPc + lastSize) {
        count();
      }
      if (calls < 0) {
        return new StopReason(
            Kind.STEP, "Returned from the function, to " + stops.place(core.pc()) + ".");
      }
      lastDepth = depth;
      remember(core);
      return null;
    }

    private void count() {
      if (Words.isCall(lastWord)) {
        calls++;
      } else if (Words.isFunctionReturn(lastWord)) {
        calls--;
      }
    }

    private void remember(Core core) {
      lastPc = core.pc();
      lastSize = Words.size(core);
      lastWord = Words.fetched(core);
    }
  }
}
