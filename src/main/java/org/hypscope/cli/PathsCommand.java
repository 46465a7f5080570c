package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.doc.PathPage;
import org.hypscope.abi.path.Path;
import org.hypscope.abi.path.PathId;
import org.hypscope.abi.path.PathPair;
import org.hypscope.abi.path.PathRun;
import org.hypscope.abi.path.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "paths",
    description =
        "Executes kexec and kdump under every stub and KVM, and shows both side by side: who owns"
            + " HVBAR, what each hypercall does, where it breaks.")
final class PathsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ContractOptions contracts;

  @Option(names = "--stub", split = ",", paramLabel = "ID", description = "Only these stubs.")
  private List<String> stubs = List.of();

  @Option(
      names = "--kvm",
      split = ",",
      paramLabel = "ID",
      description = "Only these hypervisors; none: the stub alone.")
  private List<String> hypervisors = List.of();

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "paths-arm, paths-thumb, or an image of your own, made with samples/lib/paths.inc"
              + " (default: the first).")
  private List<String> images = MatrixImages.PATHS.subList(0, 1);

  @Option(
      names = "--until-divergence",
      description = "Stop each pair at the first step in which kexec and kdump differ.")
  private boolean untilDivergence;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private TableFormat format = TableFormat.text;

  @Override
  public Integer call() {
    AbiEngine engine = AbiEngine.withBuiltIns().with(contracts.own());
    List<PathPair> pairs = new ArrayList<>();
    for (String image : images) {
      pairs.addAll(pairs(PathRun.run(new ImageOptions().open(image), engine, this::wanted)));
    }
    if (pairs.isEmpty()) {
      throw new UsageException(
          "No path has this stub and hypervisor: 'hypscope paths' alone shows which there are.");
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case text -> PathsText.print(pairs, untilDivergence, out);
      case json -> pairs.forEach(pair -> PathsText.json(pair, untilDivergence, out));
      case markdown -> out.print(Markup.markdown.write(PathPage.of(pairs)));
      case html -> out.print(Markup.html.write(PathPage.of(pairs)));
    }
    out.flush();
    return ExitStatus.FINE;
  }

  private boolean wanted(PathId id) {
    return (stubs.isEmpty() || stubs.contains(id.stub()))
        && (hypervisors.isEmpty() || hypervisors.contains(id.kvm()));
  }

  /** Each kexec with its kdump. */
  private static List<PathPair> pairs(List<Path> paths) {
    List<PathPair> pairs = new ArrayList<>();
    for (Path left : paths) {
      paths.stream()
          .filter(right -> left.id().scenario() == Scenario.KEXEC)
          .filter(right -> right.id().scenario() == Scenario.KDUMP)
          .filter(right -> right.id().pair().equals(left.id().pair()))
          .forEach(right -> pairs.add(PathPair.of(left, right)));
    }
    return pairs;
  }
}
