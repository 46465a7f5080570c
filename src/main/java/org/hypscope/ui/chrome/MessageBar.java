package org.hypscope.ui.chrome;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The one place where the window says that something went wrong, or was done: one message, once.
 */
public final class MessageBar {
  private final Label word = new Label();
  private final Label text = new Label();
  private final HBox bar = new HBox(word, text);

  /** A bar that is not there until it has something to say. */
  public MessageBar() {
    bar.getStyleClass().add("message-bar");
    word.getStyleClass().add("word");
    word.setMinWidth(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button dismiss = new Button("Dismiss");
    dismiss.getStyleClass().add("tool-button");
    dismiss.setMinWidth(Region.USE_PREF_SIZE);
    dismiss.setOnAction(event -> clear());
    bar.getChildren().add(dismiss);
    bar.setAccessibleRole(AccessibleRole.TEXT);
    text.setId("message");
    clear();
  }

  /** The bar; unmanaged while it says nothing. */
  public Region node() {
    return bar;
  }

  /** Shows {@code sentence} as an error in place of any message before it. */
  public void error(String sentence) {
    show("\u2716 Error", sentence, false);
  }

  /** Shows {@code sentence} as a plain note in place of any message before it. */
  public void note(String sentence) {
    show("\u2714 Done", sentence, true);
  }

  /** The sentence that is shown, if one is. */
  public Optional<String> text() {
    return bar.isVisible() ? Optional.of(text.getText()) : Optional.empty();
  }

  /** The sentence that is shown, if it is an error. */
  public Optional<String> failure() {
    return text().filter(sentence -> !bar.getStyleClass().contains("note"));
  }

  /** Takes the message away. */
  public void clear() {
    bar.setVisible(false);
    bar.setManaged(false);
  }

  private void show(String kind, String sentence, boolean note) {
    word.setText(kind);
    text.setText(sentence);
    bar.setAccessibleText(kind.substring(2) + ": " + sentence);
    bar.getStyleClass().remove("note");
    if (note) {
      bar.getStyleClass().add("note");
    }
    bar.setVisible(true);
    bar.setManaged(true);
  }
}
