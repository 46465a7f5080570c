package org.hypscope.abi.doc;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.abi.Matrix;
import org.hypscope.abi.MatrixCell;

/** The matrix as a page: a table an image and state of the HYP MMU, then every cell's sentence. */
public final class MatrixPage {
  private final Matrix matrix;
  private final Page.Builder page = new Page.Builder("Every caller before every handler");

  private MatrixPage(Matrix matrix) {
    this.matrix = matrix;
  }

  /** The page of {@code matrix}. */
  public static Page of(Matrix matrix) {
    return new MatrixPage(matrix).page();
  }

  private Page page() {
    page.paragraph(
        "Each cell was executed on the core, on programs of our own (`samples/lib/matrix.inc`):"
            + " a caller's call, written as its contract says, before a handler of another. `+M`"
            + " says that the HYP MMU is on. "
            + matrix.cells().size()
            + " cells.");
    for (String image : matrix.images()) {
      table(image, false);
      table(image, true);
    }
    for (String row : matrix.rows()) {
      page.heading(2, row);
      matrix.images().forEach(image -> details(image, row));
    }
    return page.page();
  }

  private void table(String image, boolean mmu) {
    List<String> columns =
        matrix.columns(image).stream().filter(name -> name.endsWith("+M") == mmu).toList();
    if (columns.isEmpty()) {
      return;
    }
    page.heading(2, "`" + image + "`, HYP MMU " + (mmu ? "on" : "off"));
    List<String> head = new ArrayList<>(List.of("caller"));
    head.addAll(columns);
    List<List<String>> rows = new ArrayList<>();
    for (String row : matrix.rows()) {
      List<String> cells = new ArrayList<>(List.of(row));
      columns.forEach(c -> cells.add(matrix.cell(image, row, c).map(MatrixCell::word).orElse("")));
      rows.add(cells);
    }
    page.table(head, rows);
  }

  private void details(String image, String row) {
    List<List<String>> rows = new ArrayList<>();
    for (String column : matrix.columns(image)) {
      matrix.cell(image, row, column).ifPresent(cell -> rows.add(details(column, cell)));
    }
    page.heading(3, "`" + image + "`: " + row);
    page.table(
        List.of("handler", "outcome", "what happens", "r0 after", "HVBAR after", "parted"), rows);
  }

  private static List<String> details(String column, MatrixCell cell) {
    String hvbar = cell.hvbarAfter() == cell.hvbarBefore() ? "unchanged" : hex(cell.hvbarAfter());
    return List.of(
        column,
        cell.word(),
        cell.sentence(),
        "`" + hex(cell.registers().get(0)) + "`",
        hvbar,
        cell.parted() + " `" + cell.partedAt() + "`");
  }

  private static String hex(int value) {
    return String.format("0x%08x", value);
  }
}
