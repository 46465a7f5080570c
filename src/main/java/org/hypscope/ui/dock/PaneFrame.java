package org.hypscope.ui.dock;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hypscope.ui.View;

/** A view under its title, or in a tab that has the title; it shows where the keyboard is. */
public final class PaneFrame extends VBox {
  private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");

  private final View view;
  private final Label name;
  private final HBox title;

  /** A frame around {@code view}, under its title. */
  public PaneFrame(View view) {
    this.view = view;
    name = new Label(view.title());
    name.getStyleClass().add("name");
    title = new HBox(name);
    title.getStyleClass().add("pane-title");
    view.beside().ifPresent(title.getChildren()::add);
    VBox.setVgrow(view.node(), Priority.ALWAYS);
    getChildren().addAll(title, view.node());
    getStyleClass().add("pane-frame");
    setId("pane-" + view.title());
    setMinSize(0, 0);
    setAccessibleText(view.title());
  }

  /** Shows the title, or leaves it to a tab; what stands beside the title stays. */
  void showTitle(boolean shown) {
    name.setVisible(shown);
    name.setManaged(shown);
    boolean any = shown || title.getChildren().size() > 1;
    title.setVisible(any);
    title.setManaged(any);
  }

  /** Whether {@code node} is the title, and no control beside it. */
  boolean isTitle(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == title || at == name) {
        return true;
      }
      if (at instanceof Control) {
        return false;
      }
    }
    return false;
  }

  /** How high the title is. */
  double titleHeight() {
    return title.getHeight();
  }

  /** Whether {@code node} is this frame or stands in it. */
  public boolean holds(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }

  /** Has the view laid out anew, as it may have slept while its tab was hidden. */
  public void refresh() {
    if (view.node() instanceof Parent parent) {
      parent.requestLayout();
    }
  }

  /** Marks the frame as the one that has the keyboard, or not. */
  public void showKeyboard(boolean here) {
    pseudoClassStateChanged(KEYBOARD, here);
  }

  /** The view in the frame. */
  public View view() {
    return view;
  }
}
