package org.hypscope.ui.command;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/**
 * Turns the keys pressed in a window into commands. Keys that write text act only while no text
 * input, nor anything else that {@link #keepText keeps} them, has the focus.
 */
public final class KeyDispatcher {
  private static final Object KEEPS_TEXT = KeyDispatcher.class;

  private final Scene scene;
  private final Predicate<Command> available;
  private final Consumer<Command> perform;

  /** Whether the character of the key that was pressed last is spent: a command has come of it. */
  private boolean spent;

  private KeyDispatcher(Scene scene, Predicate<Command> available, Consumer<Command> perform) {
    this.scene = scene;
    this.available = available;
    this.perform = perform;
  }

  /**
   * Listens to {@code scene} from now on.
   *
   * @param available asked before a command is performed; a key whose command is not available goes
   *     on to the control that has the focus
   * @param perform called on the JavaFX thread
   */
  public static void install(Scene scene, Predicate<Command> available, Consumer<Command> perform) {
    KeyDispatcher dispatcher = new KeyDispatcher(scene, available, perform);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, dispatcher::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, dispatcher::typed);
  }

  /** Has {@code node} keep the keys that write text while it has the focus. */
  public static void keepText(Node node) {
    node.getProperties().put(KEEPS_TEXT, true);
  }

  private void pressed(KeyEvent event) {
    handle(event);
    spent = event.isConsumed();
  }

  /** The character of a command's key must not be written into what the command has focused. */
  private void typed(KeyEvent event) {
    if (spent) {
      event.consume();
    } else {
      handle(event);
    }
  }

  private void handle(KeyEvent event) {
    for (Command command : Command.values()) {
      if (command.key().filter(key -> acts(key, event)).isPresent() && available.test(command)) {
        event.consume();
        perform.accept(command);
        return;
      }
    }
  }

  private boolean acts(Key key, KeyEvent event) {
    return key.matches(event) && !(key.ownedByText() && textHasFocus());
  }

  private boolean textHasFocus() {
    Node owner = scene.getFocusOwner();
    return owner instanceof TextInputControl
        || owner instanceof ComboBoxBase<?> box && box.isEditable()
        || owner != null && owner.getProperties().containsKey(KEEPS_TEXT);
  }
}
