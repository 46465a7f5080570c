package org.hypscope.abi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.machine.Machine;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.load.LoadedImage;
import org.hypscope.time.Mark;

/**
 * Runs an image to its end and judges every hypercall on the way: before it runs, and once it is
 * over. A wild branch ends the run, unless loaded code goes on, such as an abort handler in HYP.
 */
public final class CheckRun implements CoreListener, StopCheck {
  private static final int DEEPEST = 8;
  private static final int MOST_CALLS = 10_000;

  private final Machine machine;
  private final AbiEngine engine;
  private final CheckOptions options;
  private final List<CheckedCall> calls = new ArrayList<>();
  private final List<Deque<Open>> openOfCore = new ArrayList<>();
  private final List<Finding> between = new ArrayList<>();
  private final long limit;
  private Machine standing;

  /**
   * A hypercall under way: its index in {@link #calls}, who watches for its end, and the virtual
   * machine that made it. A guest's call lasts until the guest runs again, and is not inside the
   * host's call that ran it.
   */
  private record Open(int index, CallWatch watch, int vmid) {
    boolean mayEnd(Core core) {
      return core.currentModeIsHyp() || Sight.vmid(core) == vmid;
    }
  }

  private CheckRun(Machine machine, AbiEngine engine, CheckOptions options) {
    this.machine = machine;
    this.engine = engine;
    this.options = options;
    this.limit = options.steps();
    machine.cores().forEach(each -> openOfCore.add(new ArrayDeque<>()));
  }

  /**
   * Checks {@code image} on {@code board}.
   *
   * @throws IllegalArgumentException with a sentence where the options name an unknown contract
   */
  public static CheckReport check(LoadedImage image, Board board, CheckOptions options) {
    AbiEngine engine = AbiEngine.withBuiltIns().with(options.own());
    options.caller().contractId().ifPresent(engine::contract);
    if (options.handler().isPresent()) {
      engine = engine.withHandler(options.handler().get());
    }
    return new CheckRun(Machine.create(board, image), engine, options).run();
  }

  private CheckReport run() {
    machine.cores().forEach(each -> each.setListener(this));
    while (true) {
      boolean none = openOfCore.stream().allMatch(Deque::isEmpty);
      StopCause cause = machine.run(left(), none ? null : this);
      boolean goesOn = true;
      if (standing != null && calls.size() >= MOST_CALLS) {
        return report(CheckReport.End.LIMIT, "the limit of %,d hypercalls".formatted(MOST_CALLS));
      } else if (standing != null) {
        goesOn = begin();
      } else if (cause == StopCause.CHECK) {
        goesOn = finish(open(), StopCause.CHECK);
      } else {
        return ended(cause);
      }
      if (!goesOn) {
        return report(CheckReport.End.WILD_BRANCH, "wild branch");
      }
    }
  }

  private long left() {
    return Math.max(0, limit - machine.core().retired());
  }

  @Override
  public void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    boolean hypercall =
        kind == ExceptionKind.HVC || kind == ExceptionKind.UNDEF && Hvc.is(word(), core.thumb());
    if (hypercall) {
      standing = machine.fork();
      core.requestStop(StopCause.CHECK);
    }
  }

  @Override
  public void unpredictable(Core core, int pc, int word, String reason) {
    if (open().isEmpty()) {
      Sight sight = engine.sight(machine);
      HypAccess.of(core, pc, reason)
          .map(access -> AddressFindings.access(sight, access))
          .map(what -> Rule.HYP_ACCESS.finding(sight, Severity.ERROR, what))
          .ifPresent(between::add);
    }
  }

  private int word() {
    return engine.sight(machine).wordAtPc().orElse(0);
  }

  @Override
  public boolean stopBefore(Core core) {
    for (Open each : open()) {
      if (each.mayEnd(core) && each.watch().stopBefore(core)) {
        return true;
      }
    }
    return false;
  }

  /** The calls under way of the core that executes. */
  private Deque<Open> open() {
    return openOfCore.get(machine.turn());
  }

  /** The HVC that was just taken: what was to be expected of it. As {@link #finish} otherwise. */
  private boolean begin() {
    Machine at = standing;
    standing = null;
    Call call = engine.call(at, options.caller(), Foresight.LIMIT);
    String symbol = call.sight().describe(call.sight().pc());
    AbiView view = Views.of(call);
    CallWatch watch = CallWatch.taken(machine, at.core(), call.callers().entered(call.registers()));
    calls.add(
        new CheckedCall(
            calls.size() + 1, machine.turn(), call.sight().pc(), symbol, view, Optional.empty()));
    open().push(new Open(calls.size() - 1, watch, Sight.vmid(at.core())));
    if (open().size() > DEEPEST) {
      open().removeLast();
    }
    return !watch.stopBefore(machine.core()) || finish(open(), StopCause.CHECK);
  }

  /**
   * The innermost call that is over, or any at the end of the run: its verdict; calls that the same
   * machine made inside it are over too. Answers whether loaded code goes on.
   */
  private boolean finish(Deque<Open> open, StopCause cause) {
    Open over =
        open.stream()
            .filter(each -> cause != StopCause.CHECK || each.watch().over())
            .findFirst()
            .orElseThrow();
    List<Open> inside = open.stream().takeWhile(each -> each != over).toList();
    open.remove(over);
    open.removeIf(each -> inside.contains(each) && each.vmid() == over.vmid());
    Ending ending = over.watch().ending(cause);
    Mark at = Marks.of(machine);
    boolean wild = ending.kind() == Ending.Kind.WILD;
    Optional<Ending.Fault> fault = wild ? stepIntoTheWild(ending) : Optional.empty();
    CheckedCall call = calls.get(over.index());
    Verdict verdict = Verdicts.of(call.view(), at, ending, fault, engine.sight(machine));
    calls.set(
        over.index(),
        new CheckedCall(
            call.number(),
            call.core(),
            call.pc(),
            call.symbol(),
            call.view(),
            Optional.of(verdict)));
    return !wild || CodeMap.inCode(machine, machine.core().pc());
  }

  /** Goes on with the first instruction of a wild branch: which exception it takes, if any. */
  private Optional<Ending.Fault> stepIntoTheWild(Ending ending) {
    machine.run(1, null);
    Core core = machine.core();
    return core.exceptionsSinceRetired() > 0
        ? Optional.of(new Ending.Fault(ending.pc(), core.pc(), ending.last()))
        : Optional.empty();
  }

  private CheckReport ended(StopCause cause) {
    for (Deque<Open> open : openOfCore) {
      while (!open.isEmpty()) {
        finish(open, cause);
      }
    }
    return switch (cause) {
      case POWER_OFF -> report(CheckReport.End.POWER_OFF, "the machine was switched off");
      case RESET -> report(CheckReport.End.RESET, "the machine was reset");
      case LOOP_TO_SELF, WAITING -> report(CheckReport.End.LOOP, "endless loop");
      case STEPS, CHECK, EVENT ->
          report(CheckReport.End.LIMIT, "the limit of %,d steps".formatted(limit));
    };
  }

  private CheckReport report(CheckReport.End end, String text) {
    List<Finding> findings =
        Stream.concat(between.stream(), calls.stream().flatMap(c -> c.view().findings().stream()))
            .sorted(Comparator.comparing(Finding::at))
            .toList();
    String place = engine.sight(machine).named(machine.core().pc());
    return new CheckReport(
        machine.image().name(),
        calls,
        findings,
        machine.console().text(),
        end,
        "%s at %s, after %,d instructions".formatted(text, place, machine.core().retired()),
        Marks.of(machine));
  }
}
