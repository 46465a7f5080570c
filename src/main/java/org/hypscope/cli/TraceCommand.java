package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.Expression;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;
import org.hypscope.debug.TraceNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trace",
    description = "Prints every HVC, SMC, exception entry and return in order, a JSON line each.",
    footer = {
      "",
      "A condition of --where is of the facts of an event: r0 to r3, imm, pc, hvbar, vttbr, hsr and",
      "its fields (HSR.EC), mode, to_mode, vector_pc, target, spsr, core, at, ret_r0, ret_hvbar;",
      "caller is the symbol that holds the instruction, owner the one that holds HVBAR:",
      "  hypscope trace kdump-k2 --hvc --where 'r0==2 && owner!=__hyp_stub_vectors'"
    })
final class TraceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private SessionOptions sessions;

  @Parameters(paramLabel = "IMAGE", description = "A file, the name of a sample, or a session.")
  private String image;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format = Format.json;

  @Option(names = "--hvc", description = "Hypercalls only.")
  private boolean hvcOnly;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description =
          "Those only for which this holds: 'r0==2', 'imm==0 && caller==kvm_call_hyp',"
              + " 'HSR.EC==0x12', 'owner==__hyp_stub_vectors'; see below.")
  private String where;

  @Option(names = "--limit", paramLabel = "LINES", description = "Print this many lines at most.")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--from", paramLabel = "MARK", description = "From this instant on.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "MARK",
      description = "Up to this instant (default: end, or how far a session has come).")
  private String to;

  @Option(names = "--steps", paramLabel = "N", description = "Limit (default: ${DEFAULT-VALUE}).")
  private long steps = 50_000_000;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try (Start start = sessions.open(images, image)) {
      DebugSession session = start.session();
      Snapshot begun = start.go(steps, err);
      boolean there = start.isPlaced() && to == null;
      Snapshot first = from == null ? null : Headless.run(session, goal(from), err);
      if (first != null && !Headless.cameTo(from, first, err)) {
        return ExitStatus.LIMIT;
      }
      LivePrinter live = live(session, first == null ? 0 : first.mark().retired());
      session.addListener(live);
      Snapshot end = there ? begun : Headless.run(session, goal(end()), err);
      live.finish(end);
      return there ? ExitStatus.FINE : report(end, err);
    }
  }

  private String end() {
    return to == null ? "end" : to;
  }

  private RunGoal goal(String mark) {
    return RunGoal.within(steps, Headless.toMark(mark));
  }

  private LivePrinter live(DebugSession session, long first) {
    EventLines lines = new EventLines(session.snapshot());
    Predicate<TraceEvent> meant = condition(session.snapshot());
    return new LivePrinter(
        spec.commandLine().getOut(),
        event -> format == Format.json ? lines.json(event) : lines.text(event),
        event -> event.at() >= first && (!hvcOnly || event.isHvc()) && meant.test(event),
        limit,
        false);
  }

  private Predicate<TraceEvent> condition(Snapshot now) {
    if (where == null) {
      return event -> true;
    }
    return Expression.parse(where, new TraceNames(now.symbols()))::holds;
  }

  private int report(Snapshot end, PrintWriter err) {
    if (!Headless.cameTo(end(), end, err)) {
      return ExitStatus.LIMIT;
    }
    err.println(end.stop().text());
    return ExitStatus.FINE;
  }
}
