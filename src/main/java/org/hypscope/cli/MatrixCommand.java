package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.hypscope.abi.AbiEngine;
import org.hypscope.abi.Matrix;
import org.hypscope.abi.MatrixCell;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.MatrixRun;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.doc.MatrixPage;
import org.hypscope.debug.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "matrix",
    description = "Executes every caller's convention before every handler, and says what happens.")
final class MatrixCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ContractOptions contracts;

  @Option(names = "--callers", split = ",", paramLabel = "ID", description = "Only these callers.")
  private List<String> callers = List.of();

  @Option(
      names = "--handlers",
      split = ",",
      paramLabel = "ID",
      description = "Only these handlers.")
  private List<String> handlers = List.of();

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "An image of your own, made with samples/lib/matrix.inc, in place of the built-in"
              + " matrix-arm and matrix-thumb.")
  private List<String> images = MatrixImages.NAMES;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private TableFormat format = TableFormat.text;

  @Override
  public Integer call() {
    AbiEngine engine = AbiEngine.withBuiltIns().with(contracts.own());
    callers.forEach(engine::contract);
    handlers.forEach(engine::contract);
    List<Target> targets = images.stream().map(new ImageOptions()::open).toList();
    Matrix matrix = MatrixRun.run(targets, engine, this::wanted);
    if (matrix.cells().isEmpty()) {
      throw new UsageException(
          "No cell has these callers and handlers: 'hypscope matrix' alone shows which there are.");
    }
    PrintWriter out = spec.commandLine().getOut();
    print(matrix, out);
    out.flush();
    return ExitStatus.FINE;
  }

  private boolean wanted(MatrixCell.Id id) {
    return (callers.isEmpty() || callers.contains(id.caller()))
        && (handlers.isEmpty() || handlers.contains(id.handler()));
  }

  private void print(Matrix matrix, PrintWriter out) {
    switch (format) {
      case text -> MatrixText.print(matrix, out);
      case json -> matrix.cells().forEach(cell -> out.println(MatrixText.json(cell)));
      case markdown -> out.print(Markup.markdown.write(MatrixPage.of(matrix)));
      case html -> out.print(Markup.html.write(MatrixPage.of(matrix)));
    }
  }
}
