package org.hypscope.debug.store;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hypscope.debug.MarkExpression;

/**
 * An instant of an image in one short word, to be pasted where people talk: {@code
 * hs1:kdump-k2@hvc:3#memory}, {@code hs1:0123456789ab@12345.1}. It says nothing of what was typed
 * and edited: a session file does.
 *
 * @param image a sample's name, or the first twelve digits of an image's SHA-256
 * @param at the instant
 * @param view the word of a view ({@link #word}), or empty
 */
public record Coordinate(String image, MarkExpression at, Optional<String> view) {
  private static final String SCHEME = "hs1:";
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{" + Digest.SHORT + "}");
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern SYNTAX = Pattern.compile("hs1:([^@#]+)@([^@#]+)(?:#([^@#]+))?");
  private static final int LONGEST = 200;

  /** Checks the words. */
  public Coordinate {
    if (!WORD.matcher(image).matches() || view.isPresent() && !isWord(view.get())) {
      throw new IllegalArgumentException(
          "An image and a view of a coordinate are words of small letters, digits and hyphens.");
    }
  }

  /** Of an image that {@link SavedImage} tells. */
  public static Coordinate of(SavedImage image, MarkExpression at, Optional<String> view) {
    String name = image.sample().orElseGet(() -> image.sha256().substring(0, Digest.SHORT));
    return new Coordinate(name, at, view);
  }

  /** Whether {@code text} begins as a coordinate does. */
  public static boolean looksLike(String text) {
    return text.trim().startsWith(SCHEME);
  }

  /**
   * Reads a coordinate.
   *
   * @throws IllegalArgumentException with one sentence where {@code text} is none
   */
  public static Coordinate parse(String text) {
    String trimmed = text.trim();
    Matcher matcher = SYNTAX.matcher(trimmed);
    if (trimmed.length() > LONGEST || !matcher.matches() || !isWord(matcher.group(1))) {
      throw new IllegalArgumentException(
          String.format(
              "'%.60s' is no coordinate: write hs1:SAMPLE@hvc:3 or hs1:HASH@12345, HASH being the"
                  + " first %d digits of the image's SHA-256.",
              trimmed, Digest.SHORT));
    }
    String at = matcher.group(2);
    boolean number = Character.isDigit(at.charAt(0));
    return new Coordinate(
        matcher.group(1),
        MarkExpression.parse(number ? "#" + at : at),
        Optional.ofNullable(matcher.group(3)));
  }

  /** Whether the image is told by its contents, and not by the name of a sample. */
  public boolean isHash() {
    return HASH.matcher(image).matches();
  }

  /** Whether an image with {@code sha256} is meant. */
  public boolean means(String sha256) {
    return isHash() && sha256.startsWith(image);
  }

  /** How a coordinate writes a view's title. */
  public static String word(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  @Override
  public String toString() {
    String instant = at.toString().replaceFirst("^#", "");
    return SCHEME + image + "@" + instant + view.map(word -> "#" + word).orElse("");
  }

  private static boolean isWord(String text) {
    return WORD.matcher(text).matches();
  }
}
