package org.hypscope.ui.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import org.hypscope.ui.FxBridge;

/**
 * Cells between which the arrow keys move. Tab stops at one of them only, the one that had the
 * focus last, so that a table of fifty cells is one stop on the way through the window.
 */
public final class CellRing {
  private final List<Node> cells = new ArrayList<>();

  /** Adds {@code cell}; the first one added is where Tab stops at first. */
  public void add(Node cell) {
    cell.setFocusTraversable(cells.isEmpty());
    cells.add(cell);
    cell.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(cell, event));
    cell.focusedProperty().addListener((o, was, is) -> focused(cell, is));
  }

  private void focused(Node cell, boolean is) {
    if (is) {
      cells.forEach(other -> other.setFocusTraversable(other == cell));
      FxBridge.later(() -> scrollTo(cell));
    }
  }

  /** Scrolls the pane around {@code cell} as far as it takes to see the cell. */
  private static void scrollTo(Node cell) {
    for (Node at = cell.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        scroll(pane, pane.getContent().sceneToLocal(bounds(cell)));
        return;
      }
    }
  }

  private static void scroll(ScrollPane pane, Bounds cell) {
    double seen = pane.getViewportBounds().getHeight();
    double hidden = pane.getContent().getLayoutBounds().getHeight() - seen;
    if (hidden <= 0) {
      return;
    }
    double top = pane.getVvalue() * hidden;
    if (cell.getMinY() < top) {
      pane.setVvalue(Math.max(0, cell.getMinY() / hidden));
    } else if (cell.getMaxY() > top + seen) {
      pane.setVvalue(Math.min(1, (cell.getMaxY() - seen) / hidden));
    }
  }

  private void key(Node from, KeyEvent event) {
    if (event.getTarget() != from) {
      return;
    }
    Optional<Node> to =
        switch (event.getCode()) {
          case LEFT -> nearest(from, -1, 0);
          case RIGHT -> nearest(from, 1, 0);
          case UP -> nearest(from, 0, -1);
          case DOWN -> nearest(from, 0, 1);
          default -> Optional.empty();
        };
    if (to.isPresent()) {
      event.consume();
      to.get().requestFocus();
    }
  }

  /** The visible cell in that direction that is nearest, sideways distance counting four times. */
  private Optional<Node> nearest(Node from, int dx, int dy) {
    Bounds here = bounds(from);
    return cells.stream()
        .filter(cell -> cell != from && cell.isVisible() && along(here, bounds(cell), dx, dy) > 1)
        .min(Comparator.comparingDouble(cell -> distance(here, bounds(cell), dx, dy)));
  }

  private static double along(Bounds here, Bounds there, int dx, int dy) {
    return (there.getCenterX() - here.getCenterX()) * dx
        + (there.getCenterY() - here.getCenterY()) * dy;
  }

  private static double distance(Bounds here, Bounds there, int dx, int dy) {
    double across =
        Math.abs((there.getCenterX() - here.getCenterX()) * dy)
            + Math.abs((there.getCenterY() - here.getCenterY()) * dx);
    return along(here, there, dx, dy) + 4 * across;
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }
}
