package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hypscope.debug.DebugSession;
import org.hypscope.debug.Origin;
import org.hypscope.debug.Place;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.RunGoal;
import org.hypscope.debug.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "why",
    description = "Says who last wrote a register or memory, and from what, and so on back.",
    footer = {
      "",
      "What is written r3, sp (of the current mode), SP_hyp, HVBAR, VBAR(S), HCR.VM, D5, a symbol,",
      "0x40001000 (of the code that runs) or PA:0x40001000:",
      "  hypscope why kdump-k2 HVBAR --at hvc:4"
    })
final class WhyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private FormatOption format;

  @Parameters(index = "0", paramLabel = "IMAGE", description = "A file, or the name of a sample.")
  private String image;

  @Parameters(index = "1", paramLabel = "WHAT", description = "A register, a field or memory.")
  private String what;

  @Option(
      names = "--at",
      paramLabel = "MARK",
      description = "At this instant (default: where the run ends, or after --steps).")
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
    RunGoal goal = at == null ? RunGoal.forever() : Headless.toMark(at);
    try (DebugSession session = DebugSession.open(images.open(image))) {
      Snapshot end =
          Headless.run(session, RunGoal.within(steps, goal), spec.commandLine().getErr());
      Place place = PlaceNames.parse(what, end);
      Origin origin = session.origin(place, Math.max(1, depth)).join();
      PrintWriter out = spec.commandLine().getOut();
      if (format.isJson()) {
        out.println(json(origin));
      } else {
        out.printf("At %s:%n", end.mark());
        print(origin, 0, out);
      }
      boolean cut = at != null && end.stop().isCutShort();
      return cut ? ExitStatus.LIMIT : ExitStatus.FINE;
    }
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
