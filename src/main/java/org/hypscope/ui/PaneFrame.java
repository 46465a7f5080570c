package org.hypscope.ui;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A view under its title; the frame shows where the keyboard is. */
final class PaneFrame extends VBox {
  private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");

  private final View view;

  private PaneFrame(View view) {
    this.view = view;
    getStyleClass().add("pane-frame");
    setId("pane-" + view.title());
    setMinSize(0, 0);
    setAccessibleText(view.title());
  }

  /** {@code view} under its title. */
  static PaneFrame titled(View view) {
    Label name = new Label(view.title());
    name.getStyleClass().add("name");
    HBox title = new HBox(name);
    title.getStyleClass().add("pane-title");
    view.beside().ifPresent(title.getChildren()::add);
    PaneFrame frame = untitled(view);
    frame.getChildren().add(0, title);
    return frame;
  }

  /** {@code view} alone, for a tab that has the title. */
  static PaneFrame untitled(View view) {
    PaneFrame frame = new PaneFrame(view);
    VBox.setVgrow(view.node(), Priority.ALWAYS);
    frame.getChildren().add(view.node());
    return frame;
  }

  /** Whether {@code node} is this frame or stands in it. */
  boolean holds(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }

  /** Has the view laid out anew, as it may have slept while its tab was hidden. */
  void refresh() {
    if (view.node() instanceof Parent parent) {
      parent.requestLayout();
    }
  }

  /** Marks the frame as the one that has the keyboard, or not. */
  void showKeyboard(boolean here) {
    pseudoClassStateChanged(KEYBOARD, here);
  }

  View view() {
    return view;
  }
}
