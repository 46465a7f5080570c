package org.hypscope.ui.console;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What a terminal sends for the keys that are pressed in it; text as ISO 8859-1. */
final class TypedBytes {
  private static final String ESC = "\u001b";
  private static final Map<KeyCode, String> KEYS =
      Map.of(
          KeyCode.ENTER, "\r",
          KeyCode.BACK_SPACE, "\u007f",
          KeyCode.TAB, "\t",
          KeyCode.ESCAPE, ESC,
          KeyCode.UP, ESC + "[A",
          KeyCode.DOWN, ESC + "[B",
          KeyCode.RIGHT, ESC + "[C",
          KeyCode.LEFT, ESC + "[D",
          KeyCode.DELETE, ESC + "[3~");

  private TypedBytes() {}

  /** What {@code event}, a KEY_PRESSED, sends by itself; empty where its character says it. */
  static Optional<byte[]> ofKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isAltDown() || event.isMetaDown()) {
      return Optional.empty();
    }
    if (event.isControlDown()) {
      return code.isLetterKey() && !event.isShiftDown()
          ? Optional.of(new byte[] {(byte) (code.getName().charAt(0) & 0x1f)})
          : Optional.empty();
    }
    return Optional.ofNullable(event.isShiftDown() ? null : KEYS.get(code)).map(TypedBytes::bytes);
  }

  /** What {@code event}, a KEY_TYPED, sends: its character if it is one to print. */
  static Optional<byte[]> ofCharacter(KeyEvent event) {
    String text = event.getCharacter();
    boolean command = event.isControlDown() != event.isAltDown() || event.isMetaDown();
    boolean printed = !text.isEmpty() && text.chars().noneMatch(Character::isISOControl);
    return command || !printed ? Optional.empty() : Optional.of(bytes(text));
  }

  /** What pasting {@code text} sends: each line end as a carriage return. */
  static byte[] ofPaste(String text) {
    return bytes(text.replace("\r\n", "\r").replace('\n', '\r'));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
