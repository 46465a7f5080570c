package org.hypscope.abi.tour;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stop of a tour as people write it: {@code tour:kdump-k2} or {@code tour:kdump-k2:4}.
 *
 * @param name the tour's name
 * @param stop the number of the stop, counted from 1
 */
public record TourPlace(String name, int stop) {
  private static final Pattern SYNTAX =
      Pattern.compile("tour:([A-Za-z0-9][A-Za-z0-9_.-]*)(?::([1-9]\\d{0,3}))?");

  /** What {@code text} names; empty where it is not written like a stop of a tour. */
  public static Optional<TourPlace> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text.trim());
    return matcher.matches()
        ? Optional.of(new TourPlace(matcher.group(1), number(matcher.group(2))))
        : Optional.empty();
  }

  private static int number(String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  /**
   * The index of the stop in {@code tour}, counted from 0.
   *
   * @throws IllegalArgumentException with one sentence where it has none of that number
   */
  public int index(Tour tour) {
    if (stop > tour.stops().size()) {
      throw new IllegalArgumentException(
          "The tour " + name + " has " + tour.stops().size() + " stops, not " + stop + ".");
    }
    return stop - 1;
  }

  @Override
  public String toString() {
    return "tour:" + name + (stop == 1 ? "" : ":" + stop);
  }
}
