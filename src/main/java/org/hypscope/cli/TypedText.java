package org.hypscope.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text to type at a console, with escapes for what a shell's argument cannot hold well. */
final class TypedText {
  private static final String ESCAPES = "\\r, \\n, \\t, \\\\ and \\xNN";

  private TypedText() {}

  /**
   * The bytes that {@code text} says, other characters as ISO 8859-1.
   *
   * @throws UsageException where an escape is none
   */
  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < text.length()) {
      int length = text.charAt(at) == '\\' ? escape(text, at, bytes) : plain(text, at, bytes);
      at += length;
    }
    return bytes.toByteArray();
  }

  private static int plain(String text, int at, ByteArrayOutputStream to) {
    to.writeBytes(text.substring(at, at + 1).getBytes(StandardCharsets.ISO_8859_1));
    return 1;
  }

  private static int escape(String text, int at, ByteArrayOutputStream to) {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    switch (kind) {
      case 'r' -> to.write('\r');
      case 'n' -> to.write('\n');
      case 't' -> to.write('\t');
      case '\\' -> to.write('\\');
      case 'x' -> {
        to.write(hex(text, at));
        return 4;
      }
      default -> throw noEscape(text, at);
    }
    return 2;
  }

  private static int hex(String text, int at) {
    String digits = text.substring(at + 2, Math.min(at + 4, text.length()));
    if (!digits.matches("[0-9a-fA-F]{2}")) {
      throw noEscape(text, at);
    }
    return Integer.parseInt(digits, 16);
  }

  private static UsageException noEscape(String text, int at) {
    return new UsageException(
        "--type has no escape '" + text.substring(at) + "': there are " + ESCAPES + ".");
  }
}
