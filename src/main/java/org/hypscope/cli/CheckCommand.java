package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hypscope.abi.CallerChoice;
import org.hypscope.abi.CheckOptions;
import org.hypscope.abi.CheckReport;
import org.hypscope.abi.CheckRun;
import org.hypscope.debug.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    description = "Runs images and matches every hypercall against the contracts of both sides.")
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private ContractOptions contracts;
  @Mixin private FormatOption format;

  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "Files, or names of samples.")
  private List<String> operands;

  @Option(names = "--caller", paramLabel = "ID", description = "What callers speak, such as S4.")
  private String caller;

  @Option(names = "--handler", paramLabel = "ID", description = "What handlers are taken for.")
  private String handler;

  @Option(names = "--steps", paramLabel = "N", description = "Limit (default: ${DEFAULT-VALUE}).")
  private long steps = CheckOptions.DEFAULT_STEPS;

  @Override
  public Integer call() {
    CheckOptions options = options();
    List<Target> targets = operands.stream().map(images::open).toList();
    List<Integer> statuses = targets.stream().map(target -> check(target, options)).toList();
    if (statuses.contains(ExitStatus.FINDINGS)) {
      return ExitStatus.FINDINGS;
    }
    return statuses.contains(ExitStatus.LIMIT) ? ExitStatus.LIMIT : ExitStatus.FINE;
  }

  private CheckOptions options() {
    CallerChoice choice = caller == null ? CallerChoice.automatic() : CallerChoice.of(caller);
    return new CheckOptions(contracts.own(), choice, Optional.ofNullable(handler), steps);
  }

  private int check(Target target, CheckOptions options) {
    CheckReport report;
    try {
      report = CheckRun.check(target.image(), target.board(), options);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
    PrintWriter out = spec.commandLine().getOut();
    FindingLines lines = new FindingLines(target.board().cores() > 1);
    if (format.isJson()) {
      json(report, lines, out);
    } else {
      text(report, lines, out);
    }
    out.flush();
    spec.commandLine().getErr().println(report.image() + ": " + report.endText());
    return report.exitStatus();
  }

  private static void text(CheckReport report, FindingLines lines, PrintWriter out) {
    out.println(report.image());
    report.calls().forEach(call -> lines.text(call, out));
    if (report.findings().isEmpty()) {
      out.printf("no findings in %s%n", hypercalls(report.calls().size()));
    }
    report.findings().forEach(finding -> lines.text(finding, out));
  }

  private static String hypercalls(int count) {
    return count == 1 ? "1 hypercall" : count + " hypercalls";
  }

  private static void json(CheckReport report, FindingLines lines, PrintWriter out) {
    report.calls().forEach(call -> out.println(lines.json(report.image(), call)));
    report.findings().forEach(each -> out.println(lines.json(report.image(), each)));
    out.println(
        new Json()
            .put("type", "end")
            .put("image", report.image())
            .put("end", report.end().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
            .put("text", report.endText())
            .put("at", report.at().toString())
            .put("calls", report.calls().size())
            .put("findings", report.findings().size()));
  }
}
