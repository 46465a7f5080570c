package org.hypscope.ui.paths;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hypscope.abi.path.Path;
import org.hypscope.abi.path.PathPair;
import org.hypscope.abi.path.PathStep;
import org.hypscope.ui.matrix.OutcomeMark;

/** The rows of two paths: the step, and for each side who owns HVBAR and how the call ends. */
final class PathGrid extends GridPane {
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass AHEAD = PseudoClass.getPseudoClass("ahead");

  private final IntConsumer stand;
  private final BiConsumer<Path, PathStep> open;

  PathGrid(IntConsumer stand, BiConsumer<Path, PathStep> open) {
    this.stand = stand;
    this.open = open;
    getStyleClass().add("paths");
    setId("paths");
    setAccessibleText("Two paths side by side");
    setFocusTraversable(true);
    getColumnConstraints().add(new ColumnConstraints());
    for (int side = 0; side < 2; side++) {
      ColumnConstraints owner = new ColumnConstraints();
      owner.setMinWidth(Region.USE_PREF_SIZE);
      ColumnConstraints step = new ColumnConstraints();
      step.setHgrow(Priority.ALWAYS);
      step.setMinWidth(0);
      getColumnConstraints().addAll(owner, step);
    }
  }

  void show(PathPair pair) {
    getChildren().clear();
    head(0, "step");
    head(1, "HVBAR");
    head(2, title(pair.left()));
    head(3, "HVBAR");
    head(4, title(pair.right()));
    for (int n = 0; n < pair.rows().size(); n++) {
      PathPair.Row row = pair.rows().get(n);
      boolean first = pair.divergence().orElse(-1) == n;
      Label name = new Label((first ? "\u25b6 " : "  ") + row.name());
      name.getStyleClass().add("path-name");
      name.setMinWidth(Region.USE_PREF_SIZE);
      if (first) {
        name.getStyleClass().add("diverges");
        name.setAccessibleText("first divergence: " + row.name());
      }
      put(n, 0, name);
      side(n, 1, pair.left(), row.left());
      side(n, 3, pair.right(), row.right());
    }
  }

  private static String title(Path path) {
    return path.id().pair() + ", " + path.id().scenario().word();
  }

  private void head(int column, String text) {
    Label label = new Label(text);
    label.getStyleClass().add("paths-heading");
    add(label, column, 0);
  }

  private void side(int row, int column, Path path, Optional<PathStep> step) {
    if (step.isEmpty()) {
      put(row, column, new Label());
      Label none = new Label("does not happen");
      none.getStyleClass().add("path-none");
      put(row, column + 1, none);
      return;
    }
    PathStep at = step.get();
    Label owner = new Label(at.owner().label());
    owner.getStyleClass().addAll("path-owner", at.owner().ownerClass().word());
    owner.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    owner.setAccessibleText("HVBAR is owned by " + at.owner().label());
    put(row, column, owner);
    HBox cell = new HBox();
    cell.getStyleClass().add("path-step");
    at.outcome()
        .ifPresent(
            outcome -> {
              OutcomeMark mark = OutcomeMark.of(outcome);
              Label chip = new Label(mark.text());
              chip.getStyleClass().addAll("matrix-chip", mark.style());
              chip.setMinWidth(Region.USE_PREF_SIZE);
              cell.getChildren().add(chip);
            });
    Label words = new Label(at.mode() + (at.call().isEmpty() ? "  " + at.sentence() : ""));
    words.setMinWidth(0);
    cell.getChildren().add(words);
    cell.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open.accept(path, at);
          }
        });
    put(row, column + 1, cell);
  }

  private void put(int row, int column, Region part) {
    part.setUserData(row);
    part.setMaxWidth(Double.MAX_VALUE);
    part.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          requestFocus();
          stand.accept(row);
        });
    add(part, column, row + 1);
  }

  /** Marks {@code row} as the one at which both stand; what is ahead of it is dimmed. */
  void stand(int row) {
    for (Node each : getChildren()) {
      if (each.getUserData() instanceof Integer of) {
        each.pseudoClassStateChanged(CURRENT, of == row);
        each.pseudoClassStateChanged(AHEAD, of > row);
      }
    }
  }
}
