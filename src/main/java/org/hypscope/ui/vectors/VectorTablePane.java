package org.hypscope.ui.vectors;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.VectorBase;
import org.hypscope.ui.WorkbenchState;
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
  private final WorkbenchState state;

  private Table shown;

  VectorTablePane(VectorBase which, WorkbenchState state) {
    this.state = state;
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

  /** Shows {@code table}, with a dot where a run stops. */
  void show(Table table) {
    if (table.equals(shown)) {
      return;
    }
    shown = table;
    title.setText(world(table.which()) + "  " + table.title());
    base.setText(table.base());
    int focused = focusedRow();
    grid.getChildren().clear();
    CellRing ring = new CellRing();
    for (Line line : table.lines()) {
      addRow(line, ring);
    }
    if (focused >= 0) {
      lookup("#" + getId() + "-" + offset(table.lines().get(focused))).requestFocus();
    }
  }

  private int focusedRow() {
    return grid.getChildren().stream()
        .filter(Node::isFocused)
        .map(GridPane::getRowIndex)
        .findFirst()
        .orElse(-1);
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
    Breakpoint stop = new Breakpoint.Vector(shown.which(), line.offset());
    String mark = line.caught() ? "\u25cf" : " ";
    String arrow = line.taken() ? "\u25b6" : " ";
    Label offset = cell(line, mark + arrow + " " + offset(line), "machine");
    offset.setId(getId() + "-" + offset(line));
    Label meaning = cell(line, (line.taken() ? "taken: " : "") + line.name(), "vector-meaning");
    Label leads = cell(line, leads(line), "machine");
    offset.setAccessibleText(
        (line.caught() ? "stop at " : "")
            + offset(line)
            + " "
            + line.meaning()
            + ", "
            + line.instruction()
            + " "
            + leads.getText());
    ring.add(offset);
    offset.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            state.goTo(line.target().orElse(line.address()));
          } else if (event.getCode() == KeyCode.SPACE) {
            state.toggle(stop);
            event.consume();
          }
        });
    offset.setOnMouseClicked(event -> state.toggle(stop));
    for (Label each : new Label[] {meaning, leads}) {
      each.setOnMouseClicked(event -> state.goTo(line.target().orElse(line.address())));
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
        new Tooltip(
            line.meaning()
                + "\n"
                + line.instruction()
                + "  "
                + line.leadsTo()
                + "\nSpace, or a click on the offset: stop when it is taken"));
    return label;
  }
}
