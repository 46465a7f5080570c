package org.hypscope.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** One pane that has the room of all: what stands beside it is taken away until it is undone. */
final class Enlargement {
  private final List<Kept> kept = new ArrayList<>();

  private record Kept(SplitPane split, List<Node> items, double[] positions) {
    void restore() {
      split.getItems().setAll(items);
      split.setDividerPositions(positions);
    }
  }

  /** Gives {@code pane} the room of every split pane around it. */
  Enlargement(Node pane) {
    List<Node> path = new ArrayList<>();
    for (Node at = pane; at != null; at = at.getParent()) {
      path.add(at);
    }
    for (Node at : path) {
      if (at instanceof SplitPane split) {
        kept.add(
            new Kept(split, List.copyOf(split.getItems()), split.getDividerPositions().clone()));
        split.getItems().removeIf(item -> !path.contains(item));
      }
    }
  }

  /** Puts everything back where it stood. */
  void undo() {
    kept.forEach(Kept::restore);
  }
}
