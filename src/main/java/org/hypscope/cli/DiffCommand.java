package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.hypscope.arm.arch.Bits;
import org.hypscope.debug.RunDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    description = "Shows two runs from where they first differ: both sides.",
    footer = {
      "",
      "Give sessions (run --type a --save a.hss) to compare runs of one image with different input.",
      "Exit status: 0 where they are the same, 1 where they part, 3 at the limit."
    })
final class DiffCommand implements Callable<Integer> {
  private static final long QUIET_NANOS = 2_000_000_000L;

  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private SessionOptions sessions;
  @Mixin private FormatOption format;

  @Parameters(
      index = "0",
      paramLabel = "IMAGE",
      description = "A file, the name of a sample, or a session.")
  private String left;

  @Parameters(index = "1", paramLabel = "IMAGE", description = "The other one.")
  private String right;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Compare at most N steps (default: ${DEFAULT-VALUE}).",
      defaultValue = "50000000")
  private long steps;

  @Option(
      names = "--path",
      description =
          "Compare which code is executed, by the names of symbols, and not the registers: for"
              + " images that were built or linked differently.")
  private boolean path;

  @Override
  public Integer call() {
    RunDiff.Result result =
        RunDiff.compare(
            sessions.subject(images, left),
            sessions.subject(images, right),
            path ? RunDiff.By.PATH : RunDiff.By.REGISTERS,
            steps,
            new Reporter(spec.commandLine().getErr()),
            () -> false);
    PrintWriter out = spec.commandLine().getOut();
    if (format.isJson()) {
      out.println(json(result));
    } else {
      text(result, out);
    }
    if (result.parting().isPresent()) {
      return ExitStatus.FINDINGS;
    }
    return result.complete() ? ExitStatus.FINE : ExitStatus.LIMIT;
  }

  private void text(RunDiff.Result result, PrintWriter out) {
    if (result.parting().isEmpty()) {
      String end = result.complete() ? ", to their end." : ": the limit (--steps).";
      out.printf("The same for %,d steps%s%n", result.compared(), end);
      return;
    }
    RunDiff.Parting parting = result.parting().get();
    out.printf("The same for %,d steps, then:%n", result.compared());
    side(left, parting.left(), out);
    side(right, parting.right(), out);
    for (RunDiff.Register each : parting.registers()) {
      out.printf("  %-9s 0x%08x | 0x%08x%n", each.name(), each.left(), each.right());
    }
    if (!parting.ended().isEmpty()) {
      out.println(parting.ended());
    }
  }

  private static void side(String name, RunDiff.Side side, PrintWriter out) {
    String what = side.instruction().isEmpty() ? "" : "after " + side.instruction() + " at ";
    String place = what.isEmpty() ? "" : named(side.pc(), side.symbol()) + " ";
    String next = named(side.next(), side.nextSymbol());
    out.printf("%s, %s: %s%sto %s%n", name, side.mark(), what, place, next);
  }

  private static String named(int address, String symbol) {
    return Bits.hex(address) + (symbol.isEmpty() ? "" : " (" + symbol + ")");
  }

  private static Json json(RunDiff.Result result) {
    Json json = new Json().put("compared", result.compared()).put("complete", result.complete());
    if (result.parting().isPresent()) {
      RunDiff.Parting parting = result.parting().get();
      List<Json> registers =
          parting.registers().stream()
              .map(
                  r ->
                      new Json()
                          .put("name", r.name())
                          .hex("left", r.left())
                          .hex("right", r.right()))
              .toList();
      json.put("left", json(parting.left()))
          .put("right", json(parting.right()))
          .put("registers", registers)
          .put("ended", parting.ended().isEmpty() ? null : parting.ended());
    }
    return json;
  }

  private static Json json(RunDiff.Side side) {
    return new Json()
        .put("mark", side.mark().toString())
        .hex("pc", side.pc())
        .put("symbol", side.symbol())
        .put("instruction", side.instruction())
        .hex("next_pc", side.next())
        .put("next_symbol", side.nextSymbol());
  }

  /** Says every two seconds how far a long comparison is. */
  private static final class Reporter implements LongConsumer {
    private final PrintWriter out;
    private long last = System.nanoTime();

    Reporter(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void accept(long steps) {
      long now = System.nanoTime();
      if (now - last > QUIET_NANOS) {
        last = now;
        out.printf("... %,d steps are the same%n", steps);
        out.flush();
      }
    }
  }
}
