package org.hypscope.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A view under its title; the frame shows where the keyboard is. */
final class PaneFrame extends VBox {
  private final View view;

  PaneFrame(View view) {
    this.view = view;
    getStyleClass().add("pane-frame");
    setId("pane-" + view.title());
    Label name = new Label(view.title());
    name.getStyleClass().add("name");
    HBox title = new HBox(name);
    title.getStyleClass().add("pane-title");
    VBox.setVgrow(view.node(), Priority.ALWAYS);
    getChildren().addAll(title, view.node());
    setMinSize(0, 0);
    setAccessibleText(view.title());
  }

  View view() {
    return view;
  }
}
