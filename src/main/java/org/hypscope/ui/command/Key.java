package org.hypscope.ui.command;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key as a person reads it and as an event matches it.
 *
 * @param label as it is written on key caps and in the README: {@code Shift+F8}
 * @param combination the pressed keys; null for {@link #NONE} and typed characters
 * @param typed the character wanted whatever keys make it on this keyboard; null for pressed keys
 * @param ownedByText whether a text input that has the focus keeps the key for itself
 */
public record Key(String label, KeyCombination combination, String typed, boolean ownedByText) {
  /** No key at all. */
  public static final Key NONE = new Key("", null, null, false);

  /** A key that acts wherever the focus is. */
  static Key of(String label) {
    return new Key(display(label), KeyCombination.valueOf(label), null, false);
  }

  /** A key that acts only when no text input has the focus. */
  static Key ofText(String label) {
    return new Key(display(label), KeyCombination.valueOf(label), null, true);
  }

  /** A character that acts only when no text input has the focus. */
  static Key typed(String character) {
    return new Key(character, null, character, true);
  }

  /** Whether {@code event}, a KEY_PRESSED or a KEY_TYPED, is this key. */
  public boolean matches(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      return typed != null && typed.equals(event.getCharacter());
    }
    return combination != null
        && event.getEventType() == KeyEvent.KEY_PRESSED
        && event.getCode() != KeyCode.UNDEFINED
        && combination.match(event);
  }

  private static String display(String label) {
    return label.replace("Equals", "=").replace("Minus", "-");
  }
}
