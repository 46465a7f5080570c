package org.hypscope.debug;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of memory as people type them: {@code 64M}, {@code 1G} or a number of bytes. */
public final class Sizes {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12}|0X[0-9A-F]{1,10})([KMG]?)");

  private Sizes() {}

  /**
   * The size in bytes that {@code text} says; K, M and G are powers of 1024.
   *
   * @throws IllegalArgumentException where it is none, with a sentence
   */
  public static long bytes(String text) {
    Matcher size = SIZE.matcher(text.trim().toUpperCase(Locale.ROOT));
    if (!size.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no size: write 64M, 1G or a number of bytes.");
    }
    String number = size.group(1);
    long value =
        number.startsWith("0X") ? Long.parseLong(number.substring(2), 16) : Long.parseLong(number);
    return value << 10 * ("KMG".indexOf(size.group(2)) + (size.group(2).isEmpty() ? 0 : 1));
  }
}
