package org.hypscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hypscope.abi.CallerChoice;
import org.hypscope.abi.CheckOptions;
import org.hypscope.abi.CheckReport;
import org.hypscope.abi.CheckRun;
import org.hypscope.abi.Finding;
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
  /** How findings are printed. Lower case, because that is how it is typed. */
  enum CheckFormat {
    text,
    json,
    sarif,
    junit
  }

  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private ContractOptions contracts;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); SARIF is 2.1.0.")
  private CheckFormat format = CheckFormat.text;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Findings that are known and let pass.")
  private Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write all findings there, as known from now on; the exit status is 0.")
  private Path written;

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
    Baseline known = baseline == null ? Baseline.empty() : Baseline.read(baseline);
    List<Target> targets = operands.stream().map(images::open).toList();
    List<Checked> checked = new ArrayList<>();
    for (Target target : targets) {
      CheckReport report = check(target, options);
      List<Finding> unknown = known.unknown(report);
      checked.add(new Checked(report, unknown));
      printOne(report, unknown, new FindingLines(target.board().cores() > 1));
      spec.commandLine().getErr().println(report.image() + ": " + report.endText());
    }
    printAll(checked);
    known.gone(targets.stream().map(t -> t.image().name()).toList()).forEach(this::sayGone);
    if (written != null) {
      Baseline.write(written, checked.stream().map(Checked::report).toList());
      return ExitStatus.FINE;
    }
    return status(checked);
  }

  private static int status(List<Checked> checked) {
    List<Integer> statuses = checked.stream().map(Checked::exitStatus).toList();
    if (statuses.contains(ExitStatus.FINDINGS)) {
      return ExitStatus.FINDINGS;
    }
    return statuses.contains(ExitStatus.LIMIT) ? ExitStatus.LIMIT : ExitStatus.FINE;
  }

  private void sayGone(String key) {
    spec.commandLine()
        .getErr()
        .println(baseline + ": '" + key + "' was not found any more; remove the line");
  }

  private CheckOptions options() {
    CallerChoice choice = caller == null ? CallerChoice.automatic() : CallerChoice.of(caller);
    return new CheckOptions(contracts.own(), choice, Optional.ofNullable(handler), steps);
  }

  private static CheckReport check(Target target, CheckOptions options) {
    try {
      return CheckRun.check(target.image(), target.board(), options);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** What is printed as soon as an image was checked. */
  private void printOne(CheckReport report, List<Finding> unknown, FindingLines lines) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> text(report, unknown, lines, out);
      case json -> json(report, unknown, lines, out);
      case sarif, junit -> {}
    }
    out.flush();
  }

  /** What is printed of all images at once. */
  private void printAll(List<Checked> checked) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case sarif -> out.print(SarifReport.of(checked, baseline != null));
      case junit -> out.print(JunitReport.of(checked));
      case text, json -> {}
    }
    out.flush();
  }

  private static void text(
      CheckReport report, List<Finding> unknown, FindingLines lines, PrintWriter out) {
    out.println(report.image());
    report.calls().forEach(call -> lines.text(call, out));
    if (report.findings().isEmpty()) {
      out.printf("no findings in %s%n", hypercalls(report.calls().size()));
    }
    unknown.forEach(finding -> lines.text(finding, out));
    int known = report.findings().size() - unknown.size();
    if (known > 0) {
      out.printf("%d known by the baseline%n", known);
    }
  }

  private static String hypercalls(int count) {
    return count == 1 ? "1 hypercall" : count + " hypercalls";
  }

  private static void json(
      CheckReport report, List<Finding> unknown, FindingLines lines, PrintWriter out) {
    report.calls().forEach(call -> out.println(lines.json(report.image(), call)));
    unknown.forEach(each -> out.println(lines.json(report.image(), each)));
    out.println(
        new Json()
            .put("type", "end")
            .put("image", report.image())
            .put("end", report.end().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
            .put("text", report.endText())
            .put("at", report.at().toString())
            .put("calls", report.calls().size())
            .put("findings", unknown.size())
            .put("known", report.findings().size() - unknown.size()));
  }
}
