package org.hypscope.abi.path;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.AbiView;
import org.hypscope.abi.CallerChoice;
import org.hypscope.abi.HvbarOwner;
import org.hypscope.abi.Outcome;
import org.hypscope.abi.OwnerClass;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.StopCause;
import org.hypscope.arm.core.StopCheck;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Target;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.machine.Machine;
import org.hypscope.machine.load.ImageSymbol;
import org.hypscope.time.Mark;

/**
 * Executes the paths of an image that samples/lib/paths.inc makes: entries {@code
 * path_STUB_KVM_SCENARIO} in HYP, from which a kernel goes its whole way to the next one.
 */
public final class PathRun implements CoreListener, StopCheck {
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");
  private static final Pattern CALL = Pattern.compile("call_([A-Za-z0-9]+)_.*");
  private static final long LIMIT = 20_000;

  private final AbiEngine engine;
  private final PathId id;
  private final int entry;
  private final Machine machine;
  private final Symbols symbols;
  private final Map<Integer, String> milestones;
  private final Map<Integer, HvbarOwner> owners = new HashMap<>();
  private final List<PathStep> steps = new ArrayList<>();
  private Machine standing;
  private Mark seen;
  private int calls;
  private int stub;
  private String function = "";

  private PathRun(AbiEngine engine, PathId id, int entry, Machine machine, Symbols symbols) {
    this.engine = engine;
    this.id = id;
    this.entry = entry;
    this.machine = machine;
    this.symbols = symbols;
    this.milestones = milestones(machine);
  }

  /**
   * The wanted paths of {@code image}, in the order of its symbols.
   *
   * @throws IllegalArgumentException with a sentence where the image has no paths
   */
  public static List<Path> run(Target image, AbiEngine engine, Predicate<PathId> wanted) {
    Machine machine = Machine.create(image.board(), image.image());
    Symbols symbols = new Symbols(image.image());
    List<Path> paths = new ArrayList<>();
    Map<PathId, Integer> entries = entries(image);
    entries.forEach(
        (id, entry) -> {
          if (wanted.test(id)) {
            paths.add(new PathRun(engine, id, entry, machine.fork(), symbols).run());
          }
        });
    return paths;
  }

  /**
   * Which paths {@code image} has, and where it is entered for each, in the order of its symbols.
   *
   * @throws IllegalArgumentException with a sentence where it has none
   */
  public static Map<PathId, Integer> entries(Target image) {
    Map<PathId, Integer> entries = new LinkedHashMap<>();
    image.image().symbols().stream()
        .sorted(Comparator.comparing(symbol -> symbol.address() & 0xffff_ffffL))
        .forEach(
            symbol ->
                PathId.of(image.image().name(), symbol.name())
                    .ifPresent(id -> entries.put(id, symbol.address())));
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(
          image.image().name()
              + ": no image of paths, for it has no symbols path_STUB_KVM_SCENARIO; give one that"
              + " samples/lib/paths.inc makes");
    }
    return entries;
  }

  private static Map<Integer, String> milestones(Machine machine) {
    Map<Integer, String> milestones = new HashMap<>();
    for (ImageSymbol symbol : machine.image().symbols()) {
      if (Milestones.are(symbol.name())) {
        milestones.put(symbol.address() & ~1, symbol.name());
      }
    }
    return milestones;
  }

  private Path run() {
    machine.core().setPc(entry);
    machine.core().setListener(this);
    while (true) {
      StopCause cause = machine.run(Math.max(0, LIMIT - machine.core().retired()), this);
      if (standing != null) {
        PathStep step = call();
        steps.add(step);
        if (step.broken() && !step.call().orElseThrow().prediction().returns()) {
          return end(PathEnd.STOPPED);
        }
      } else if (cause != StopCause.CHECK) {
        return end(PathEnd.STOPPED);
      } else {
        steps.add(function());
        if (function.equals(Milestones.RETURNED)) {
          return end(PathEnd.RETURNED);
        }
        if (function.equals(Milestones.NEW_KERNEL)) {
          return end(machine.core().mode() == Mode.HYP ? PathEnd.IN_HYP : PathEnd.IN_SVC);
        }
      }
    }
  }

  @Override
  public void beforeException(Core core, ExceptionKind kind, Mode from, Mode to, int vector) {
    if (kind == ExceptionKind.HVC && standing == null) {
      standing = machine.fork();
      core.requestStop(StopCause.CHECK);
    }
  }

  @Override
  public boolean stopBefore(Core core) {
    return standing == null && milestones.containsKey(core.pc()) && !mark(machine).equals(seen);
  }

  private PathStep function() {
    seen = mark(machine);
    function = milestones.get(machine.core().pc());
    if (steps.isEmpty()) {
      stub = hvbar(machine);
    }
    return new PathStep(
        seen,
        0,
        function,
        machine.core().pc(),
        machine.core().mode(),
        hvbar(machine),
        owner(machine),
        Optional.empty(),
        Optional.empty(),
        Milestones.meaning(function));
  }

  private PathStep call() {
    Machine at = standing;
    standing = null;
    calls++;
    int pc = at.core().pc();
    Matcher meant = CALL.matcher(symbols.describe(pc).replaceFirst("\\+0x.*", ""));
    CallerChoice caller =
        meant.matches() ? CallerChoice.of(meant.group(1)) : CallerChoice.automatic();
    AbiView view = engine.analyse(at, caller);
    String speaker = caller.contractId().orElse("a caller");
    return new PathStep(
        mark(at),
        calls,
        speaker + " " + (givesBack(view) ? "reset by a function" : view.caller().call()),
        pc,
        at.core().mode(),
        hvbar(at),
        owner(at),
        Optional.of(view),
        Optional.of(outcome(view)),
        view.verdict());
  }

  /**
   * How the call ended for the kernel. A function that KVM has called in order to leave is promised
   * to change HVBAR, which no contract says of functions in general.
   */
  private Outcome outcome(AbiView view) {
    return givesBack(view) ? Outcome.WORKS : view.prediction().outcome();
  }

  private boolean givesBack(AbiView view) {
    return function.equals(Milestones.RESET)
        && view.caller().call().equals("call-function")
        && view.prediction().returns()
        && view.prediction().hvbarAfter() == stub;
  }

  private HvbarOwner owner(Machine at) {
    return owners.computeIfAbsent(hvbar(at), address -> engine.owner(at));
  }

  private Path end(PathEnd end) {
    return new Path(id, entry, steps, end, sentence(end));
  }

  private String sentence(PathEnd end) {
    HvbarOwner owner = steps.get(steps.size() - 1).owner();
    String left =
        owner.ownerClass() == OwnerClass.STUB
            ? "HVBAR is the stub's (%s)".formatted(owner.label())
            : "HVBAR still points at %s (%s), in memory that the new kernel will overwrite"
                .formatted(owner.symbol(), owner.label());
    return switch (end) {
      case IN_HYP -> "The new kernel is entered in HYP, and installs vectors of its own; " + left;
      case IN_SVC -> "The new kernel is entered in SVC, and cannot have HYP; " + left;
      case RETURNED -> "The soft restart came back, and there is no new kernel; " + left;
      case STOPPED -> "No new kernel is entered: " + steps.get(steps.size() - 1).sentence();
    };
  }

  private static int hvbar(Machine machine) {
    return machine.core().sysRegs().word(HVBAR);
  }

  private static Mark mark(Machine machine) {
    return new Mark(machine.core().retired(), machine.core().exceptionsSinceRetired());
  }
}
