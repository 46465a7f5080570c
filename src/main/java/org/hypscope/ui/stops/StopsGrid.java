package org.hypscope.ui.stops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Stop;
import org.hypscope.debug.Terms;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.stops.StopsModel.Row;

/** The stops as lines of controls. */
final class StopsGrid {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final List<String> HEADS =
      List.of("heed", "kind", "place", "if", "skip", "then", "core", "met", "");
  private static final double WHEN_COLUMNS = 14;
  private static final double SKIP_COLUMNS = 3;
  private static final double THEN_COLUMNS = 10;

  private final WorkbenchState state;
  private final StopsModel model;
  private final Consumer<String> complain;
  private final GridPane node = new GridPane();
  private final List<Line> lines = new ArrayList<>();

  StopsGrid(WorkbenchState state, StopsModel model, Consumer<String> complain) {
    this.state = state;
    this.model = model;
    this.complain = complain;
    node.setId("stops-grid");
    node.getStyleClass().add("stops-grid");
    for (String head : HEADS) {
      ColumnConstraints column = new ColumnConstraints();
      boolean typed = head.equals("if") || head.equals("then");
      column.setHgrow(typed ? Priority.ALWAYS : Priority.NEVER);
      node.getColumnConstraints().add(column);
    }
  }

  Node node() {
    return node;
  }

  /** Shows {@code rows}; where only counts have changed, the controls stay, and the focus. */
  void show(List<Row> rows) {
    boolean same = rows.size() == lines.size();
    for (int n = 0; same && n < rows.size(); n++) {
      same = rows.get(n).stop().equals(lines.get(n).row.stop());
    }
    if (same) {
      for (int n = 0; n < rows.size(); n++) {
        lines.get(n).count(rows.get(n));
      }
    } else {
      rebuild(rows);
    }
  }

  private void rebuild(List<Row> rows) {
    String focused = focused();
    lines.clear();
    node.getChildren().clear();
    if (!rows.isEmpty()) {
      for (int n = 0; n < HEADS.size(); n++) {
        Label head = new Label(HEADS.get(n));
        head.getStyleClass().add("table-head");
        node.add(head, n, 0);
      }
    }
    for (Row row : rows) {
      Line line = new Line(row, lines.size());
      lines.add(line);
      node.addRow(lines.size(), line.nodes());
    }
    if (focused != null && node.lookup("#" + focused) != null) {
      node.lookup("#" + focused).requestFocus();
    }
  }

  private String focused() {
    Node owner = node.getScene() == null ? null : node.getScene().getFocusOwner();
    return owner != null && owner.getParent() == node ? owner.getId() : null;
  }

  /** One stop. */
  private final class Line {
    private final Row row;
    private final int number;
    private final CheckBox on = new CheckBox();
    private final Label kind = new Label();
    private final Label place = new Label();
    private final TextField when = new TextField();
    private final TextField skip = new TextField();
    private final TextField then = new TextField();
    private final Label core = new Label();
    private final Button met = new Button();
    private final Button remove = new Button("Remove");

    Line(Row row, int number) {
      this.row = row;
      this.number = number;
      Terms terms = row.stop().terms();
      on.setSelected(terms.enabled());
      on.setText(terms.enabled() ? "on" : "off");
      on.setMinWidth(Region.USE_PREF_SIZE);
      on.setAccessibleText("Heed " + row.spoken());
      on.setOnAction(event -> apply(on));
      name(on, "on");
      kind.setText(row.kind());
      place.setText(row.place());
      place.getStyleClass().add("machine");
      core.setText(row.core());
      field(when, "if", terms.when(), "always", WHEN_COLUMNS);
      field(skip, "skip", terms.skip() == 0 ? "" : "" + terms.skip(), "0", SKIP_COLUMNS);
      field(then, "then", row.then(), StopsModel.STOP, THEN_COLUMNS);
      button(met, "met", this::goTo);
      button(remove, "remove", () -> state.remove(row.stop().at()));
      remove.setAccessibleText("Remove " + row.spoken());
      count(row);
    }

    Node[] nodes() {
      return new Node[] {on, kind, place, when, skip, then, core, met, remove};
    }

    void count(Row now) {
      met.setText(now.met());
      met.setAccessibleText(now.spoken() + ": go there");
      met.setUserData(now);
    }

    private void name(Node part, String column) {
      part.setId("stop-" + column + "-" + number);
    }

    private void button(Button button, String column, Runnable action) {
      name(button, column);
      button.getStyleClass().add("tool-button");
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(event -> action.run());
    }

    private void field(TextField field, String column, String text, String none, double columns) {
      name(field, column);
      field.setText(text);
      field.setPromptText(none);
      field.setPrefColumnCount((int) columns);
      field.setAccessibleText(column + " of " + row.kind() + " " + row.place());
      field.setOnAction(event -> apply(field));
      field
          .focusedProperty()
          .addListener(
              (o, was, is) -> {
                if (was && !is && lines.contains(this)) {
                  apply(field);
                }
              });
      field.setOnKeyPressed(
          event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
              field.setText(text);
              mark(field, false);
              complain.accept("");
            }
          });
      if (field == when) {
        new Completion(field, state::snapshot).install();
      }
    }

    private void apply(Node part) {
      try {
        Stop stop =
            model.terms(row, on.isSelected(), when.getText(), skip.getText(), then.getText());
        mark(part, false);
        complain.accept("");
        if (!stop.equals(row.stop())) {
          state.set(stop);
        }
      } catch (IllegalArgumentException e) {
        mark(part, true);
        complain.accept(e.getMessage());
      }
    }

    private void mark(Node part, boolean wrong) {
      part.pseudoClassStateChanged(WRONG, wrong);
    }

    /** To where it was met last, or else to its code. */
    private void goTo() {
      Row now = (Row) met.getUserData();
      if (now.last().isPresent()) {
        state.time().visit(now.last().get());
      } else if (row.stop().at() instanceof Breakpoint.Address at) {
        state.goTo(state.snapshot().get().symbols().seen(at.address()));
      } else {
        complain.accept("It was not met yet, so there is no instant to go to: run with F9.");
      }
    }
  }
}
