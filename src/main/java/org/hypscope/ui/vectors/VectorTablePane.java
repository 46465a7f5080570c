package org.hypscope.ui.vectors;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.VectorBase;
import org.hypscope.ui.cell.CellRing;
import org.hypscope.ui.theme.ModeStyle;
import org.hypscope.ui.vectors.VectorsModel.Line;
import org.hypscope.ui.vectors.VectorsModel.Table;

/** One vector table: eight rows, the one just entered with an arrow and the word "taken". */
final class VectorTablePane extends VBox {
  private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

  private final Label title = new Label();
  private final Label base = new Label();
  private final GridPane grid = new GridPane();
  private final IntConsumer follow;

  private Table shown;

  VectorTablePane(VectorBase which, IntConsumer follow) {
    this.follow = follow;
    setId("vectors-" + which);
    getStyleClass().add("vector-table");
    title.getStyleClass().add("vector-title");
    base.getStyleClass().addAll("machine", "vector-base");
    ModeStyle.set(title, accent(which));
    grid.getStyleClass().add("vector-grid");
    column(Region.USE_PREF_SIZE, Priority.NEVER);
    column(Region.USE_PREF_SIZE, Priority.NEVER);
    column(0, Priority.ALWAYS);
    getChildren().addAll(new VBox(title, base), grid);
    setMinWidth(0);
  }

  private void column(double minimum, Priority grow) {
    ColumnConstraints constraints = new ColumnConstraints();
    constraints.setMinWidth(minimum);
    constraints.setHgrow(grow);
    grid.getColumnConstraints().add(constraints);
  }

  private static Mode accent(VectorBase which) {
    return switch (which) {
      case PL1 -> Mode.SVC;
      case MONITOR -> Mode.MON;
      case HYP -> Mode.HYP;
    };
  }

  void show(Table table) {
    if (table.equals(shown)) {
      return;
    }
    shown = table;
    title.setText(world(table.which()) + "  " + table.title());
    base.setText(table.base());
    grid.getChildren().clear();
    CellRing ring = new CellRing();
    for (Line line : table.lines()) {
      addRow(line, ring);
    }
  }

  private static String world(VectorBase which) {
    return switch (which) {
      case PL1 -> "PL1";
      case MONITOR -> "Monitor";
      case HYP -> "HYP";
    };
  }

  private void addRow(Line line, CellRing ring) {
    int row = grid.getRowCount();
    Label offset = cell(line, (line.taken() ? "\u25b6 " : "  ") + offset(line), "machine");
    offset.setId(getId() + "-" + offset(line));
    Label meaning = cell(line, (line.taken() ? "taken: " : "") + line.name(), "vector-meaning");
    Label leads = cell(line, leads(line), "machine");
    offset.setAccessibleText(
        offset(line) + " " + line.meaning() + ", " + line.instruction() + " " + leads.getText());
    ring.add(offset);
    offset.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            follow.accept(line.target().orElse(line.address()));
          }
        });
    for (Label each : new Label[] {offset, meaning, leads}) {
      each.setOnMouseClicked(event -> follow.accept(line.target().orElse(line.address())));
    }
    grid.addRow(row, offset, meaning, leads);
  }

  /** Where the vector branches, or the instruction there where it does not. */
  private static String leads(Line line) {
    return line.leadsTo().isEmpty() ? line.instruction() : "\u2192 " + line.leadsTo();
  }

  private static String offset(Line line) {
    return String.format("0x%02x", line.offset());
  }

  private static Label cell(Line line, String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().addAll("vector-cell", style);
    label.pseudoClassStateChanged(TAKEN, line.taken());
    label.setMaxWidth(Double.MAX_VALUE);
    label.setTooltip(
        new Tooltip(line.meaning() + "\n" + line.instruction() + "  " + line.leadsTo()));
    return label;
  }
}
