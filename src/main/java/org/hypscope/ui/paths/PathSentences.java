package org.hypscope.ui.paths;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.hypscope.abi.path.PathPair;
import org.hypscope.abi.path.PathStep;

/** Below the rows: what happens at the current one on either side, and how each side ends. */
final class PathSentences extends GridPane {
  private final Label left = wrapped("matrix-sentence", "paths-left-sentence");
  private final Label right = wrapped("matrix-sentence", "paths-right-sentence");
  private final Label leftEnd = wrapped("muted", "paths-left-end");
  private final Label rightEnd = wrapped("muted", "paths-right-end");

  PathSentences() {
    getStyleClass().add("path-sentences");
    for (int column = 0; column < 2; column++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(50);
      getColumnConstraints().add(half);
    }
    addRow(0, left, right);
    addRow(1, leftEnd, rightEnd);
  }

  void show(PathPair pair, Optional<PathPair.Row> row) {
    setVisible(pair != null);
    if (pair == null) {
      return;
    }
    left.setText(sentence(row.flatMap(PathPair.Row::left)));
    right.setText(sentence(row.flatMap(PathPair.Row::right)));
    leftEnd.setText("In the end: " + pair.left().sentence());
    rightEnd.setText("In the end: " + pair.right().sentence());
  }

  String words() {
    return "Left: " + left.getText() + " Right: " + right.getText();
  }

  private static String sentence(Optional<PathStep> step) {
    return step.map(s -> s.at() + "  " + s.name() + ": " + s.sentence())
        .orElse("does not happen here");
  }

  private static Label wrapped(String style, String id) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }
}
