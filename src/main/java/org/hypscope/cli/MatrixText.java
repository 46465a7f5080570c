package org.hypscope.cli;

import java.io.PrintWriter;
import java.util.List;
import org.hypscope.abi.Matrix;
import org.hypscope.abi.MatrixCell;

/** A matrix as text and as JSON. */
final class MatrixText {
  private static final int FEW = 120;

  private MatrixText() {}

  static void print(Matrix matrix, PrintWriter out) {
    for (String image : matrix.images()) {
      table(matrix, image, false, out);
      table(matrix, image, true, out);
    }
    out.println("+M: with the HYP MMU on. A cell as a session: run IMAGE --entry CELL --to hvc:1");
    if (matrix.cells().size() <= FEW) {
      matrix.cells().forEach(cell -> details(cell, out));
    } else {
      out.println("Name callers or handlers for the sentence of each cell: --callers S1,S4");
    }
  }

  private static void table(Matrix matrix, String image, boolean mmu, PrintWriter out) {
    List<String> columns =
        matrix.columns(image).stream().filter(name -> name.endsWith("+M") == mmu).toList();
    if (columns.isEmpty()) {
      return;
    }
    out.printf("%-22s", image);
    columns.forEach(column -> out.printf(" %-8s", column));
    out.println();
    for (String row : matrix.rows()) {
      out.printf("%-22s", row);
      columns.forEach(
          c -> out.printf(" %-8s", matrix.cell(image, row, c).map(MatrixText::brief).orElse("")));
      out.println();
    }
    out.println();
  }

  private static String brief(MatrixCell cell) {
    return switch (cell.outcome()) {
      case WORKS, NO_RETURN -> "works";
      case WRONG_RESULT -> "wrong";
      case ERROR_RETURNED -> "error";
      case HVBAR_LOST -> "hvbar";
      case WILD_BRANCH -> "wild";
      case HANG -> "hang";
      case FAULT -> "fault";
      case UNDECIDED -> "?";
    };
  }

  private static void details(MatrixCell cell, PrintWriter out) {
    out.printf(
        "%s: %s -> %s: %s%n", cell.id().image(), cell.id().row(), cell.id().column(), cell.word());
    out.printf("    %s%n", cell.sentence());
    out.printf("    parted at %s, %s; %s%n", cell.parted(), cell.partedAt(), cell.command());
  }

  static Json json(MatrixCell cell) {
    Json inputs = new Json();
    for (int n = 0; n < cell.inputs().size(); n++) {
      inputs.hex("r" + n, cell.inputs().get(n));
    }
    Json registers = new Json();
    for (int n = 0; n < cell.registers().size(); n++) {
      registers.hex(n == 13 ? "sp" : n == 14 ? "lr" : "r" + n, cell.registers().get(n));
    }
    return new Json()
        .put("type", "cell")
        .put("image", cell.id().image())
        .put("handler", cell.id().handler())
        .put("hyp_mmu", cell.id().mmu())
        .put("caller", cell.id().caller())
        .put("call", cell.id().call().word())
        .put("outcome", cell.word())
        .put("sentence", cell.sentence())
        .put("at", cell.at().toString())
        .put("inputs", inputs)
        .hex("hvbar", cell.hvbarBefore())
        .put("registers", registers)
        .hex("hvbar_after", cell.hvbarAfter())
        .hex("end_pc", cell.endPc())
        .put("end_mode", cell.endMode().name())
        .put("parted", cell.parted().toString())
        .put("parted_at", cell.partedAt())
        .put("findings", cell.rules())
        .hex("entry", cell.entry())
        .put("open", cell.command());
  }
}
