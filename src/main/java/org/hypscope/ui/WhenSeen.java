package org.hypscope.ui;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Fills a view when it can be seen: in a hidden tab, a step costs it nothing. */
public final class WhenSeen {
  private final Region node;
  private final Runnable fill;
  private boolean stale = true;

  /**
   * The sleep of one view.
   *
   * @param node the view's node, whose layout is asked for when its tab comes to the front
   * @param fill shows what the view is to show now
   */
  public WhenSeen(Region node, Runnable fill) {
    this.node = node;
    this.fill = fill;
    node.needsLayoutProperty().addListener((o, was, is) -> update());
    node.sceneProperty().addListener((o, was, is) -> moved());
  }

  /** What the view shows is no longer so. */
  public void outdated() {
    stale = true;
    update();
  }

  /** It is not known yet whether it can be seen there. */
  private void moved() {
    stale = true;
    node.requestLayout();
  }

  /** Fills the view, seen or not, if what it shows is no longer so. */
  public void fillNow() {
    if (stale) {
      stale = false;
      fill.run();
    }
  }

  private void update() {
    if (stale && isSeen()) {
      fillNow();
    }
  }

  private boolean isSeen() {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }
}
