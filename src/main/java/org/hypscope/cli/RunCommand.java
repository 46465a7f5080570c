package org.hypscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.Stop;
import org.hypscope.debug.StopNames;
import org.hypscope.debug.StopReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    description = "Runs an image without a window and says why it stopped.",
    footer = {
      "",
      "Behind the place of --watch and --break stand terms, in any order:",
      "  if CONDITION     r0==2 && HCR.VM==1, [sp,#4]!=0, CPSR.M==HYP, pc>=symbol, core==1, PA:0x40001000>5",
      "  ,skip=N          pass N times",
      "  ,log             say so and go on; log=\"r0={r0}\" in these words, values in braces",
      "  ,written         (--watch) where the same value is written, too",
      "  hypscope run kdump-k2 --break '__hyp_stub_do_trap if r0==2' --watch HVBAR,log"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private SessionOptions sessions;
  @Mixin private FormatOption format;

  @Parameters(paramLabel = "IMAGE", description = "A file, the name of a sample, or a session.")
  private String image;

  @Option(names = "--steps", paramLabel = "N", description = "Limit (default: ${DEFAULT-VALUE}).")
  private long steps = 1_000_000_000;

  @Option(
      names = "--to",
      paramLabel = "MARK",
      description = "#12345, hvc:3, hvc:3+4, irq:2, end-3.")
  private String to;

  @Option(
      names = "--until",
      paramLabel = "WHAT",
      description = "An address, a symbol, a line (head.S:123), hvc, eret, halt or mode=HYP.")
  private String until;

  @Option(
      names = "--watch",
      paramLabel = "PLACE[=VALUE]...",
      description =
          "End after what changes this register, field or memory (HVBAR, HCR.VM=1, SP_hyp,"
              + " 0x40001000); see below. May be repeated.")
  private List<String> watches = List.of();

  @Option(
      names = "--break",
      paramLabel = "ADDRESS...",
      description =
          "End at this address or symbol, in this vector (HVBAR+0x14) or mode (mode=HYP); see"
              + " below. May be repeated.")
  private List<String> breaks = List.of();

  @Option(
      names = "--registers",
      description = "Print the physical, floating-point and system registers.")
  private boolean registers;

  @Option(
      names = "--devices",
      description = "Print interrupt controller, timers, UART, clock and power in words.")
  private boolean devices;

  @Option(names = "--stack", description = "Print who called whom, and by what that was found.")
  private boolean stack;

  @Option(names = "--memory", paramLabel = "A:LEN", description = "Print memory.")
  private String memory;

  @Option(names = "--console", description = "Print what the run printed.")
  private boolean console;

  @Option(
      names = "--type",
      paramLabel = "TEXT",
      description =
          "Type TEXT at the serial port from the start; it is read as fast as the program takes"
              + " it. Escapes: \\r \\n \\t \\\\ \\xNN.")
  private String typed;

  @Option(
      names = "--core",
      paramLabel = "N",
      description = "Print the state of core N; default: of the one that ended the run.")
  private Integer core;

  @Option(
      names = "--save",
      paramLabel = "FILE.hss",
      description = "Write a session file of where the run stands, with what was typed.")
  private Path save;

  @Option(names = "--events", description = "Print a line for every event, as it happens.")
  private boolean events;

  @Override
  public Integer call() {
    if (to != null && until != null) {
      throw new UsageException("--to and --until both say where to end: give one of them.");
    }
    try (Start start = sessions.open(images, image)) {
      DebugSession session = start.session();
      checkCore(session.snapshot().cores().size());
      RunGoal goal = goal(session.snapshot());
      MemoryRequest range =
          memory == null ? null : MemoryRequest.parse(memory, session.snapshot().symbols());
      List<Stop> stops = stops(start);
      boolean there = start.isPlaced() && !isGoingOn();
      if (typed != null) {
        session.type(TypedText.bytes(typed));
      }
      LivePrinter live = live(session);
      session.addListener(live);
      Snapshot end = run(start, there, goal, stops);
      live.finish(end);
      Snapshot shown = core == null ? end : end.of(core);
      new RunReport(shown, registers, stack, devices, range, console).print(out(), format.isJson());
      if (save != null) {
        start.save(end, stops, save);
      }
      if (there) {
        return start.reached().test(end) ? ExitStatus.FINE : never(start.goal().orElseThrow());
      }
      return status(end.stop(), goal);
    }
  }

  /** Whether the run is to end elsewhere than where a session stands. */
  private boolean isGoingOn() {
    return to != null || until != null || !watches.isEmpty() || !breaks.isEmpty();
  }

  /**
   * Those of the session, and those given: where a place of these is in memory, or banked, is told
   * by how the machine stands at reset.
   */
  private List<Stop> stops(Start start) {
    Snapshot reset = start.session().snapshot();
    List<Stop> stops = new ArrayList<>(start.stops());
    watches.forEach(each -> stops.add(StopNames.parse(StopNames.WATCH + " " + each, reset)));
    breaks.forEach(each -> stops.add(StopNames.parse(StopNames.BREAK + " " + each, reset)));
    return stops;
  }

  /** The way to where a session stands passes over the stops. */
  private Snapshot run(Start start, boolean there, RunGoal goal, List<Stop> stops) {
    PrintWriter err = spec.commandLine().getErr();
    Snapshot begun = start.go(steps, err);
    start.session().setStops(stops);
    return there ? begun : Headless.run(start.session(), RunGoal.within(steps, goal), err);
  }

  private int never(String goal) {
    spec.commandLine().getErr().println("It never came to " + goal + ".");
    return ExitStatus.LIMIT;
  }

  private void checkCore(int cores) {
    if (core != null && (core < 0 || core >= cores)) {
      throw new UsageException(
          String.format(
              "There is no core %d: the machine has %s; --cpus gives it more.",
              core, cores == 1 ? "core 0 only" : "cores 0 to " + (cores - 1)));
    }
  }

  private LivePrinter live(DebugSession session) {
    EventLines lines = new EventLines(session.snapshot());
    return new LivePrinter(
        out(),
        event -> format.isJson() ? lines.json(event) : lines.text(event),
        event -> events,
        Long.MAX_VALUE,
        console && !format.isJson());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private RunGoal goal(Snapshot start) {
    if (to != null) {
      return Headless.toMark(to);
    }
    if (until == null || until.equals("halt")) {
      return RunGoal.forever();
    }
    if (until.equals("hvc")) {
      return RunGoal.nextHvc();
    }
    if (until.equals("eret")) {
      return RunGoal.toEret();
    }
    return until.startsWith("mode=")
        ? RunGoal.entering(mode(until.substring(5)))
        : RunGoal.toAddress(place(start));
  }

  /** An address, a symbol, or a line of a source file: {@code head.S:123}. */
  private int place(Snapshot start) {
    int colon = until.lastIndexOf(':');
    if (colon < 0) {
      return Numbers.address(until, start.symbols());
    }
    int line = (int) Numbers.parse(until.substring(colon + 1));
    List<Integer> found = start.sources().addresses(until.substring(0, colon), line);
    if (found.isEmpty()) {
      throw new UsageException(
          "No code comes from " + until + ": give the end of a source's path and a line.");
    }
    return found.get(0);
  }

  private static Mode mode(String name) {
    try {
      return Mode.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "There is no mode '" + name + "': USR SYS SVC ABT UND IRQ FIQ MON or HYP.");
    }
  }

  private int status(StopReason stop, RunGoal goal) {
    boolean anyEnd = goal instanceof RunGoal.Forever || "end".equals(to);
    if (anyEnd) {
      return stop.isCutShort() ? ExitStatus.LIMIT : ExitStatus.FINE;
    }
    if (stop.isCutShort() || stop.isEnd()) {
      return never(goal.describe());
    }
    return ExitStatus.FINE;
  }
}
