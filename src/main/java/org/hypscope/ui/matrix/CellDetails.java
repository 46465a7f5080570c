package org.hypscope.ui.matrix;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.abi.MatrixCell;
import org.hypscope.ui.NumberWords;

/** One cell in full: its outcome, the sentence, registers before and after, and where it parted. */
final class CellDetails extends VBox {
  private final Label title = new Label();
  private final Label outcome = new Label();
  private final Label sentence = wrapped("matrix-sentence");
  private final GridPane values = new GridPane();
  private final Label parted = wrapped("muted");
  private final Button open = new Button("Open standing at the HVC");

  CellDetails(Runnable opening) {
    title.getStyleClass().add("matrix-cell-title");
    title.setId("matrix-cell");
    sentence.setId("matrix-sentence");
    parted.setId("matrix-parted");
    values.getStyleClass().add("matrix-values");
    open.setId("matrix-open");
    open.getStyleClass().add("tool-button");
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setOnAction(event -> opening.run());
    HBox head = new HBox(outcome, title, open);
    head.getStyleClass().add("matrix-head");
    getStyleClass().add("matrix-details");
    getChildren().addAll(head, sentence, values, parted);
  }

  void show(MatrixCell cell) {
    setVisible(cell != null);
    if (cell == null) {
      return;
    }
    OutcomeMark mark = OutcomeMark.of(cell.outcome());
    title.setText(cell.id().row() + " before " + cell.id().column() + ", " + cell.id().image());
    outcome.setText(mark.text());
    outcome.getStyleClass().setAll("label", "matrix-chip", mark.style());
    outcome.setMinWidth(Region.USE_PREF_SIZE);
    sentence.setText(cell.sentence());
    parted.setText(
        "Parted at "
            + cell.parted()
            + ", "
            + cell.partedAt()
            + "; ended in "
            + cell.endMode()
            + " at "
            + NumberWords.grouped(cell.endPc())
            + " after "
            + cell.instructions()
            + (cell.instructions() == 1 ? " instruction." : " instructions.")
            + rules(cell));
    fill(cell);
  }

  private static String rules(MatrixCell cell) {
    return cell.rules().isEmpty() ? "" : " Findings: " + String.join(", ", cell.rules()) + ".";
  }

  private void fill(MatrixCell cell) {
    values.getChildren().clear();
    head(0, "");
    head(1, "at the HVC");
    head(2, "at the end");
    for (int n = 0; n < 4; n++) {
      row(1 + n, "r" + n, cell.inputs().get(n), cell.registers().get(n));
    }
    head(4, "");
    head(5, "at the HVC");
    head(6, "at the end");
    side(1, "r12", cell.inputs().get(12), cell.registers().get(12));
    side(2, "HVBAR", cell.hvbarBefore(), cell.hvbarAfter());
    for (int n : List.of(13, 14)) {
      Label name = value(n == 13 ? "SP" : "LR", false);
      values.add(name, 4, n - 10);
      values.add(value(NumberWords.grouped(cell.registers().get(n)), false), 6, n - 10);
    }
  }

  private void head(int column, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    values.add(label, column, 0);
  }

  private void row(int row, String name, int before, int after) {
    values.add(value(name, false), 0, row);
    values.add(value(NumberWords.grouped(before), false), 1, row);
    values.add(value(NumberWords.grouped(after), before != after), 2, row);
  }

  private void side(int row, String name, int before, int after) {
    values.add(value(name, false), 4, row);
    values.add(value(NumberWords.grouped(before), false), 5, row);
    values.add(value(NumberWords.grouped(after), before != after), 6, row);
  }

  private static Label value(String text, boolean changed) {
    Label label = new Label(text);
    label.getStyleClass().add("matrix-value");
    if (changed) {
      label.getStyleClass().add("changed");
    }
    return label;
  }

  private static Label wrapped(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
