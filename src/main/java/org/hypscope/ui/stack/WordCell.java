package org.hypscope.ui.stack;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A word of the stack: address, value, what it points to in code, whose SP it is. */
final class WordCell extends ListCell<StackModel.Word> {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final PseudoClass POINTER = PseudoClass.getPseudoClass("pointer");

  private final Label address = label("word-address");
  private final Label value = label("word-value");
  private final Label name = label("word-name");
  private final Label mark = label("word-mark");
  private final HBox box = new HBox(address, value, mark, name);

  WordCell() {
    box.getStyleClass().add("stack-word");
    name.setMinWidth(0);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(StackModel.Word item, boolean empty) {
    super.updateItem(item, empty);
    setText(null);
    setGraphic(empty || item == null ? null : box);
    if (empty || item == null) {
      setAccessibleText(null);
      return;
    }
    address.setText(String.format("%08x", item.address()));
    value.setText(item.text());
    value.pseudoClassStateChanged(CHANGED, item.changed());
    name.setText(item.name());
    mark.setText(item.mark());
    mark.setVisible(!item.mark().isEmpty());
    mark.setManaged(!item.mark().isEmpty());
    box.pseudoClassStateChanged(POINTER, !item.mark().isEmpty());
    setAccessibleText(
        String.format(
            "%08x holds %s %s %s", item.address(), item.text(), item.name(), item.mark()));
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
