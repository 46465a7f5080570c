package org.hypscope.ui.tour;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A ring around what a speaker points at. It follows what it is around, and takes no mouse. */
public final class HighlightRing {
  private static final double GAP = 3;

  private final Region ring = new Region();
  private final Pane sheet = new Pane(ring);
  private final Runnable follow = this::place;
  private Node target;

  /** A ring around nothing. */
  public HighlightRing() {
    ring.getStyleClass().add("tour-ring");
    ring.setId("tour-ring");
    ring.setManaged(false);
    ring.setVisible(false);
    sheet.setMouseTransparent(true);
    sheet.setPickOnBounds(false);
    sheet.sceneProperty().addListener((o, was, is) -> listen(was, is));
  }

  /** The sheet on which it is drawn, as large as the window. */
  public Region node() {
    return sheet;
  }

  /** Is around {@code node} from now on; null for nothing. */
  public void point(Node node) {
    target = node;
    place();
  }

  private void listen(Scene was, Scene is) {
    if (was != null) {
      was.removePostLayoutPulseListener(follow);
    }
    if (is != null) {
      is.addPostLayoutPulseListener(follow);
    }
  }

  private void place() {
    boolean seen = target != null && isSeen(target);
    ring.setVisible(seen);
    if (seen) {
      Bounds at = sheet.sceneToLocal(target.localToScene(target.getLayoutBounds()));
      ring.resizeRelocate(
          at.getMinX() - GAP,
          at.getMinY() - GAP,
          at.getWidth() + 2 * GAP,
          at.getHeight() + 2 * GAP);
    }
  }

  /** Whether {@code node} is in the window, in no hidden tab, and not scrolled away. */
  private boolean isSeen(Node node) {
    if (node.getScene() == null || node.getScene() != sheet.getScene()) {
      return false;
    }
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
      if (at instanceof ScrollPane pane && !shows(pane, node)) {
        return false;
      }
    }
    return true;
  }

  private static boolean shows(ScrollPane pane, Node node) {
    Bounds port = pane.localToScene(pane.getLayoutBounds());
    Bounds at = node.localToScene(node.getLayoutBounds());
    return port.contains(at.getCenterX(), at.getCenterY());
  }
}
