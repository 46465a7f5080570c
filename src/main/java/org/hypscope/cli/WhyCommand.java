package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.HvbarOwner;
import org.hypscope.abi.OwnerSpan;
import org.hypscope.abi.SessionAbi;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.Origin;
import org.hypscope.debug.Place;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.StopReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "why",
    description =
        "Says who last wrote a register or memory, and from what, or when something held.",
    footer = {
      "",
      "What is written r3, sp (of the current mode), SP_hyp, HVBAR, VBAR(S), HCR.VM, D5, a symbol,",
      "0x40001000 (of the code that runs) or PA:0x40001000:",
      "  hypscope why kdump-k2 HVBAR --at hvc:4",
      "Questions without WHAT:",
      "  hypscope why kdump-k2 --when 'r0==r1' --at hvc:4   when that held last",
      "  hypscope why kdump-k2 --owner                      who owned HVBAR when"
    })
final class WhyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private SessionOptions sessions;
  @Mixin private FormatOption format;

  @Parameters(
      index = "0",
      paramLabel = "IMAGE",
      description = "A file, the name of a sample, or a session.")
  private String image;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WHAT",
      description = "A register, a field or memory: who wrote it last?")
  private String what;

  @Option(
      names = "--when",
      paramLabel = "CONDITION",
      description = "When did this hold last: 'r0==2', 'SP_hyp==SP_svc', '[sp,#4]!=0'?")
  private String when;

  @Option(names = "--owner", description = "Who owned HVBAR, and from when to when?")
  private boolean owner;

  @Option(
      names = "--at",
      paramLabel = "MARK",
      description =
          "At this instant (default: where the run ends or a session stands, or after --steps).")
  private String at;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Run at most N instructions (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000000000")
  private long steps;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "How far to follow where values come from (default: ${DEFAULT-VALUE}).",
      defaultValue = "8")
  private int depth;

  @Override
  public Integer call() {
    checkOneQuestion();
    PrintWriter err = spec.commandLine().getErr();
    try (Start start = sessions.open(images, image)) {
      DebugSession session = start.session();
      SessionAbi abi = owner ? new SessionAbi(session, AbiEngine.withBuiltIns()) : null;
      Snapshot end = start.goOn(at, steps, err);
      int arrived = at == null ? ExitStatus.FINE : start.status(at, end, err);
      int answered =
          owner ? owners(session, abi) : when != null ? held(session, end) : wrote(session, end);
      return arrived == ExitStatus.FINE ? answered : arrived;
    }
  }

  private void checkOneQuestion() {
    int questions = (what == null ? 0 : 1) + (when == null ? 0 : 1) + (owner ? 1 : 0);
    if (questions != 1) {
      throw new UsageException(
          "Ask one question: give WHAT (a register, a field or memory), --when or --owner.");
    }
  }

  private int wrote(DebugSession session, Snapshot end) {
    Place place = PlaceNames.parse(what, end);
    Origin origin = session.origin(place, Math.max(1, depth)).join();
    if (format.isJson()) {
      out().println(json(origin));
    } else {
      out().printf("At %s:%n", end.mark());
      print(origin, 0, out());
    }
    return ExitStatus.FINE;
  }

  private int held(DebugSession session, Snapshot end) {
    Snapshot then =
        Headless.run(session, s -> s.runBack(RunGoal.holding(when)), spec.commandLine().getErr());
    boolean never = then.stop().kind() == StopReason.Kind.START;
    String symbol = then.symbols().describe(then.pc());
    if (format.isJson()) {
      Json json = new Json().put("condition", when).put("before", end.mark().toString());
      out()
          .println(
              never
                  ? json
                  : json.put("mark", then.mark().toString())
                      .hex("pc", then.pc())
                      .put("symbol", symbol)
                      .put("mode", then.mode().name()));
    } else if (never) {
      out().printf("%s held at no instant before %s.%n", when, end.mark());
    } else {
      String name = symbol.isEmpty() ? "" : " (" + symbol + ")";
      out()
          .printf(
              "Before %s, %s held last at %s, %s at 0x%08x%s.%n",
              end.mark(), when, then.mark(), then.mode(), then.pc(), name);
    }
    return never ? ExitStatus.FINDINGS : ExitStatus.FINE;
  }

  /** The worker answers in order: once it has answered this, it knows the owners. */
  private int owners(DebugSession session, SessionAbi abi) {
    session.probe(fork -> true).join();
    for (OwnerSpan each : abi.state().owners()) {
      HvbarOwner by = each.owner();
      if (format.isJson()) {
        out()
            .println(
                new Json()
                    .put("owner", by.label())
                    .put("class", by.ownerClass().word())
                    .hex("hvbar", each.hvbar())
                    .put("symbol", by.symbol())
                    .put("from", each.from().toString())
                    .put("to", each.to().toString())
                    .put("reason", by.reason()));
      } else {
        out()
            .printf(
                "%-8s to %-8s  %s (%s), HVBAR 0x%08x %s%n",
                each.from(),
                each.to(),
                by.label(),
                by.ownerClass().word(),
                each.hvbar(),
                by.symbol());
      }
    }
    return ExitStatus.FINE;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static void print(Origin origin, int level, PrintWriter out) {
    out.println("  ".repeat(level) + (level == 0 ? "" : "from ") + origin.line());
    origin.from().forEach(each -> print(each, level + 1, out));
  }

  private static Json json(Origin origin) {
    Json json =
        new Json()
            .put("place", origin.place().toString())
            .hex("value", origin.value(), 64)
            .hex("before", origin.before(), 64)
            .put("writer", origin.writer().name().toLowerCase(Locale.ROOT));
    if (origin.at().isPresent()) {
      json.put("mark", origin.at().get().toString())
          .put("core", origin.core())
          .hex("pc", origin.pc())
          .put("symbol", origin.symbol())
          .put("instruction", origin.instruction());
    }
    List<Json> from = origin.from().stream().map(WhyCommand::json).toList();
    return from.isEmpty() ? json : json.put("from", from);
  }
}
