package org.hypscope.ui.stops;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.hypscope.debug.PlaceNames;
import org.hypscope.debug.Snapshot;

/** Offers the names that begin as the word before the caret does: Ctrl+Space. */
final class Completion {
  private static final int MOST = 12;

  private final TextField field;
  private final Supplier<ReadOnlyObjectProperty<Snapshot>> snapshot;
  private final ContextMenu menu = new ContextMenu();

  Completion(TextField field, Supplier<ReadOnlyObjectProperty<Snapshot>> snapshot) {
    this.field = field;
    this.snapshot = snapshot;
  }

  void install() {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            event.consume();
            offer();
          }
        });
  }

  private void offer() {
    Snapshot now = snapshot.get().get();
    String before = field.getText(0, field.getCaretPosition());
    int start = before.length();
    while (start > 0 && isPartOfName(before.charAt(start - 1))) {
      start--;
    }
    String word = before.substring(start);
    List<String> names = now == null ? List.of() : PlaceNames.beginningWith(word, now, MOST);
    menu.getItems().clear();
    int from = start;
    for (String each : names) {
      MenuItem item = new MenuItem(each);
      item.setMnemonicParsing(false);
      item.setOnAction(event -> complete(from, before.length(), each));
      menu.getItems().add(item);
    }
    if (names.size() == 1) {
      complete(from, before.length(), names.get(0));
    } else if (!names.isEmpty()) {
      menu.show(field, Side.BOTTOM, 0, 0);
    }
  }

  private static boolean isPartOfName(char each) {
    return Character.isLetterOrDigit(each) || each == '_' || each == '.';
  }

  private void complete(int from, int to, String name) {
    field.replaceText(from, to, name);
    field.positionCaret(from + name.length());
  }
}
