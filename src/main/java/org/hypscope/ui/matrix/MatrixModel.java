package org.hypscope.ui.matrix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.abi.Matrix;
import org.hypscope.abi.MatrixCell;
import org.hypscope.abi.MatrixImages;
import org.hypscope.abi.doc.Markup;
import org.hypscope.abi.doc.MatrixPage;
import org.hypscope.abi.doc.Page;

/** The matrix of one build, with the HYP MMU off or on, and the cell that is selected. */
public final class MatrixModel {
  private static final Matrix NONE = new Matrix(List.of(), Map.of());

  private final ReadOnlyObjectWrapper<Matrix> matrix = new ReadOnlyObjectWrapper<>(NONE);
  private final ReadOnlyObjectWrapper<MatrixCell> selected = new ReadOnlyObjectWrapper<>();
  private boolean thumb;
  private boolean mmu;

  /** Everything that was executed; without cells before. */
  public ReadOnlyObjectProperty<Matrix> matrix() {
    return matrix.getReadOnlyProperty();
  }

  /** The cell whose details are shown; null for none. */
  public ReadOnlyObjectProperty<MatrixCell> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Shows {@code next} in place of what was shown. */
  public void show(Matrix next) {
    matrix.set(next);
    keepSelection();
  }

  /** Shows the A32 or the Thumb-2 build, with the HYP MMU off or on. */
  public void filter(boolean thumbBuild, boolean mmuOn) {
    thumb = thumbBuild;
    mmu = mmuOn;
    keepSelection();
  }

  /** The handlers shown, in order. */
  public List<String> columns() {
    return matrix.get().columns(image()).stream()
        .filter(column -> column.endsWith("+M") == mmu)
        .toList();
  }

  /** The callers, in order. */
  public List<String> rows() {
    return matrix.get().rows();
  }

  /** The cell of {@code row} and {@code column}, if it was executed. */
  public Optional<MatrixCell> cell(int row, int column) {
    boolean there = row >= 0 && row < rows().size() && column >= 0 && column < columns().size();
    return there
        ? matrix.get().cell(image(), rows().get(row), columns().get(column))
        : Optional.empty();
  }

  /** Selects the cell of {@code row} and {@code column}; nothing happens where there is none. */
  public void select(int row, int column) {
    cell(row, column).ifPresent(selected::set);
  }

  /** Selects the cell that lies so far from the selected one, or the first one. */
  public void move(int down, int right) {
    MatrixCell from = selected.get();
    if (from == null) {
      select(0, 0);
    } else {
      select(rows().indexOf(from.id().row()) + down, columns().indexOf(from.id().column()) + right);
    }
  }

  /** The matrix as a page, every cell with its sentence; none before it was executed. */
  public Optional<Page> page() {
    return matrix.get().cells().isEmpty()
        ? Optional.empty()
        : Optional.of(MatrixPage.of(matrix.get()));
  }

  /** The same as Markdown. */
  public String asMarkdown() {
    return page().map(Markup.markdown::write).orElse("");
  }

  private String image() {
    return MatrixImages.NAMES.get(thumb ? 1 : 0);
  }

  /** The same caller before the same handler where the filter has it, else the first cell. */
  private void keepSelection() {
    MatrixCell was = selected.get();
    int row = was == null ? 0 : Math.max(0, rows().indexOf(was.id().row()));
    int column = was == null ? 0 : Math.max(0, columns().indexOf(name(was)));
    selected.set(cell(row, column).orElse(null));
  }

  private String name(MatrixCell cell) {
    return mmu ? cell.id().handler() + "+M" : cell.id().handler();
  }
}
