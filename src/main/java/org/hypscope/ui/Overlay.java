package org.hypscope.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** One sheet over the window at a time: the palette, the cheat sheet. Escape takes it away. */
final class Overlay {
  private final StackPane veil = new StackPane();
  private final Supplier<Optional<Node>> focusOwner;
  private Runnable giveBack = () -> {};

  /** An overlay that gives the keyboard back to what {@code focusOwner} tells has it. */
  Overlay(Supplier<Optional<Node>> focusOwner) {
    this.focusOwner = focusOwner;
    veil.getStyleClass().add("veil");
    veil.setVisible(false);
    veil.setAlignment(Pos.TOP_CENTER);
    veil.setPadding(new Insets(64, 16, 16, 16));
    veil.setOnMousePressed(
        event -> {
          if (event.getTarget() == veil) {
            close();
          }
        });
    veil.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  Node node() {
    return veil;
  }

  boolean isOpen() {
    return veil.isVisible();
  }

  /** Whether {@code sheet} is over the window. */
  boolean shows(Node sheet) {
    return isOpen() && veil.getChildren().contains(sheet);
  }

  /** Shows {@code sheet}, which takes the keyboard. */
  void open(Region sheet) {
    if (!isOpen()) {
      Optional<Node> owner = focusOwner.get();
      giveBack = () -> owner.filter(node -> node.getScene() != null).ifPresent(Overlay::focus);
    }
    veil.getChildren().setAll(sheet);
    veil.setVisible(true);
    veil.getScene().getWindow().requestFocus();
    sheet.requestFocus();
  }

  /** Takes the sheet away and gives the keyboard back. */
  void close() {
    if (!isOpen()) {
      return;
    }
    veil.setVisible(false);
    veil.getChildren().clear();
    giveBack.run();
  }

  /** Has {@code focus} move the keyboard: a sheet that is open keeps it until it is closed. */
  void giveKeyboard(Runnable focus) {
    if (isOpen()) {
      giveBack = focus;
    } else {
      focus.run();
    }
  }

  private static void focus(Node node) {
    node.getScene().getWindow().requestFocus();
    node.requestFocus();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      close();
    }
  }
}
