package org.hypscope.ui.vectors;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

  private final CellRing ring = new CellRing();
  private final List<Row> rows = new ArrayList<>();
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
    column(0, Priority.SOMETIMES);
    column(Region.USE_COMPUTED_SIZE, Priority.ALWAYS);
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
    for (int n = 0; n < table.lines().size(); n++) {
      if (n == rows.size()) {
        rows.add(new Row(n));
      }
      rows.get(n).show(table.lines().get(n));
    }
  }

  private static String world(VectorBase which) {
    return switch (which) {
      case PL1 -> "PL1";
      case MONITOR -> "Monitor";
      case HYP -> "HYP";
    };
  }

  /** Where the vector branches, or the instruction there where it does not. */
  private static String leads(Line line) {
    return line.leadsTo().isEmpty() ? line.instruction() : "\u2192 " + line.leadsTo();
  }

  private static String offset(Line line) {
    return String.format("0x%02x", line.offset());
  }

  /** The cells of one vector: made once, as new ones would have to be styled. */
  private final class Row {
    private final Label offset = cell("machine");
    private final Label meaning = cell("vector-meaning");
    private final Label leads = cell("machine", "vector-lead");
    private final Tooltip tip = new Tooltip();
    private Line line;

    Row(int number) {
      ring.add(offset);
      offset.setOnKeyPressed(this::key);
      offset.setOnMouseClicked(event -> toggle());
      for (Label each : List.of(meaning, leads)) {
        each.setOnMouseClicked(event -> go());
      }
      for (Label each : List.of(offset, meaning, leads)) {
        each.setTooltip(tip);
      }
      grid.addRow(number, offset, meaning, leads);
    }

    void show(Line next) {
      if (next.equals(line)) {
        return;
      }
      line = next;
      String mark = line.caught() ? "\u25cf" : " ";
      String arrow = line.taken() ? "\u25b6" : " ";
      String place = VectorTablePane.offset(line);
      offset.setId(VectorTablePane.this.getId() + "-" + place);
      offset.setText(mark + arrow + " " + place);
      meaning.setText((line.taken() ? "taken: " : "") + line.name());
      leads.setText(leads(line));
      offset.setAccessibleText(
          (line.caught() ? "stop at " : "")
              + place
              + " "
              + line.meaning()
              + ", "
              + line.instruction()
              + " "
              + leads.getText());
      for (Label each : List.of(offset, meaning, leads)) {
        each.pseudoClassStateChanged(TAKEN, line.taken());
      }
      tip.setText(
          line.meaning()
              + "\n"
              + line.instruction()
              + "  "
              + line.leadsTo()
              + "\nSpace, or a click on the offset: stop when it is taken");
    }

    private void key(KeyEvent event) {
      if (event.getCode() == KeyCode.ENTER) {
        go();
      } else if (event.getCode() == KeyCode.SPACE) {
        toggle();
        event.consume();
      }
    }

    private void toggle() {
      state.toggle(new Breakpoint.Vector(shown.which(), line.offset()));
    }

    private void go() {
      state.goTo(line.target().orElse(line.address()));
    }

    private static Label cell(String... styles) {
      Label label = new Label();
      label.getStyleClass().add("vector-cell");
      label.getStyleClass().addAll(styles);
      label.setMaxWidth(Double.MAX_VALUE);
      return label;
    }
  }
}
