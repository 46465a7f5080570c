package org.hypscope.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** One pane that has the room of all: the dividers around it are pushed to the edges. */
final class Enlargement {
  private final Node shown;

  /** Gives {@code pane} the room of every split pane around it. */
  Enlargement(Node pane) {
    List<Node> path = new ArrayList<>();
    for (Node at = pane; at != null; at = at.getParent()) {
      path.add(at);
    }
    Node innermost = pane;
    for (int n = path.size() - 1; n > 0; n--) {
      if (path.get(n) instanceof SplitPane split) {
        innermost = give(split, path);
      }
    }
    shown = innermost;
  }

  /** Whether {@code pane}, or the tab pane that it is in, is the one that has the room. */
  boolean shows(Node pane) {
    Node at = pane;
    while (at != null && at != shown) {
      at = at.getParent();
    }
    return at != null;
  }

  private static Node give(SplitPane split, List<Node> path) {
    int index = 0;
    while (!path.contains(split.getItems().get(index))) {
      index++;
    }
    double[] positions = new double[split.getDividers().size()];
    Arrays.fill(positions, index, positions.length, 1);
    PaneSizes.move(split, positions);
    return split.getItems().get(index);
  }
}
