package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.hypscope.abi.Contract;
import org.hypscope.abi.infer.Clause;
import org.hypscope.abi.infer.Clauses;
import org.hypscope.abi.infer.EntryExitTable;
import org.hypscope.abi.infer.Inference;
import org.hypscope.abi.infer.InferredAbi;
import org.hypscope.abi.load.ContractLoader;
import org.hypscope.abi.load.ContractWriter;
import org.hypscope.debug.Target;
import org.hypscope.debug.symbols.Symbols;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "infer",
    description = "Works out the calling convention of a HYP handler by executing it.",
    footer = {
      "",
      "What is printed is a contract file; the table and the evidence are comments in it:",
      "  hypscope infer kdump-k4 --compare K4 > mine.yaml",
      "  hypscope check kdump-k4 --contract mine.yaml --handler INFERRED",
      "Exit status 3 says that the time was not enough to look at everything."
    })
final class InferCommand implements Callable<Integer> {
  private static final String ID = "INFERRED";

  @Spec private CommandSpec spec;
  @Mixin private ImageOptions images;
  @Mixin private ContractOptions contracts;
  @Mixin private FormatOption format;

  @Parameters(paramLabel = "IMAGE", description = "A file, or the name of a sample.")
  private String image;

  @Option(
      names = "--vectors",
      paramLabel = "ADDRESS",
      description =
          "HVBAR, a number or a symbol; + 1 for T32 vectors that nothing else tells to be so"
              + " (default: the last vectors that the image installs when it runs, else those that"
              + " a symbol such as __hyp_stub_vectors names).")
  private String vectors;

  @Option(
      names = "--max-seconds",
      paramLabel = "N",
      description = "How long it may take (default: ${DEFAULT-VALUE}).")
  private double seconds = Inference.DEFAULT_SECONDS;

  @Option(
      names = "--compare",
      paramLabel = "ID",
      description = "Names the differences from this contract, such as K4, or one of your own.")
  private String compare;

  @Override
  public Integer call() {
    if (!(seconds > 0)) {
      throw new UsageException("--max-seconds must be more than 0, such as 5.");
    }
    Contract named = compare == null ? null : named(compare);
    Target target = images.open(image);
    InferredAbi abi = infer(target);
    List<Contract> found = abi.contracts(ID);
    PrintWriter out = spec.commandLine().getOut();
    for (int n = 0; n < found.size(); n++) {
      List<Clause> clauses = named == null ? List.of() : Clauses.compare(named, found.get(n));
      if (format.isJson()) {
        new InferLines(abi, found.get(n)).json(compare, clauses, out);
      } else {
        out.print(n == 0 ? "" : "---\n");
        out.print(ContractWriter.write(found.get(n), comments(abi, found.get(n), clauses, n)));
      }
    }
    out.flush();
    tell(abi);
    return abi.complete() ? ExitStatus.FINE : ExitStatus.LIMIT;
  }

  private Contract named(String id) {
    List<Contract> all = new ArrayList<>(contracts.own());
    all.addAll(ContractLoader.builtIn());
    return all.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "There is no contract '"
                        + id
                        + "': it is one of "
                        + String.join(", ", all.stream().map(Contract::id).toList())
                        + "."));
  }

  private InferredAbi infer(Target target) {
    OptionalInt at =
        vectors == null
            ? OptionalInt.empty()
            : OptionalInt.of(Numbers.address(vectors, new Symbols(target.image())));
    try {
      return Inference.infer(target.image(), target.board(), at, seconds);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private List<String> comments(InferredAbi abi, Contract contract, List<Clause> clauses, int n) {
    List<String> lines = new ArrayList<>(EntryExitTable.of(contract));
    if (compare != null) {
      lines.add("");
      lines.addAll(InferLines.differences(compare, clauses));
    }
    if (n == 0) {
      lines.add("");
      lines.add("evidence, one run of each call:");
      abi.evidence().forEach(each -> lines.add("  " + each));
    }
    return lines;
  }

  private void tell(InferredAbi abi) {
    PrintWriter err = spec.commandLine().getErr();
    abi.notes().forEach(note -> err.println(abi.image() + ": " + note));
    if (!abi.answers()) {
      err.println(abi.image() + ": " + abi.sentence() + ": this is no handler that answers calls");
    }
    err.printf(
        "%s: %s vectors at 0x%08x, HYP MMU %s; %d ways through the handler in %.1f s%n",
        abi.image(),
        abi.thumb() ? "T32" : "A32",
        abi.vectors(),
        abi.mmu() ? "on" : "off",
        abi.ways(),
        abi.seconds());
  }
}
