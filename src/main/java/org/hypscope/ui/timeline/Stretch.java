package org.hypscope.ui.timeline;

import java.util.stream.LongStream;
import org.hypscope.time.Mark;

/**
 * The part of a run that is drawn: from {@code from} to {@code to}, in instructions retired, of an
 * axis from 0 to {@code axis}.
 */
record Stretch(double from, double to, double axis) {
  /** As many instructions at least are drawn. */
  static final double SHORTEST = 16;

  /** Lines at single instructions are so many times farther apart than the narrowest bar. */
  private static final int LINE_ROOM = 5;

  /** The whole run. */
  static Stretch whole(double axis) {
    return new Stretch(0, axis, axis);
  }

  /**
   * Where {@code mark} is on the axis: exception entries before the same instruction follow each
   * other, and all come before half the way to the next.
   */
  static double place(Mark mark) {
    return mark.retired() + mark.exceptions() / (2.0 * (mark.exceptions() + 1));
  }

  /** The whole instructions to rule lines at, no nearer than {@code near} of the stretch. */
  double[] units(double near) {
    if (near * length() * LINE_ROOM > 1) {
      return new double[0];
    }
    return LongStream.rangeClosed((long) Math.ceil(from), (long) Math.floor(to))
        .mapToDouble(this::fraction)
        .toArray();
  }

  boolean isWhole() {
    return from <= 0 && to >= axis;
  }

  double length() {
    return to - from;
  }

  /** Where {@code retired} is drawn: 0 at the left, 1 at the right, or outside. */
  double fraction(double retired) {
    return (retired - from) / length();
  }

  /** What is drawn at {@code fraction}. */
  double retired(double fraction) {
    return from + fraction * length();
  }

  /** {@code factor} times as long, with {@code retired} drawn where it is now. */
  Stretch zoomed(double factor, double retired) {
    double longer = Math.min(axis, Math.max(Math.min(SHORTEST, axis), length() * factor));
    double at = Math.max(0, Math.min(1, fraction(retired)));
    return within(retired - at * longer, longer);
  }

  /** As long, {@code by} instructions later. */
  Stretch moved(double by) {
    return within(from + by, length());
  }

  /** As long, with {@code retired} in the middle unless it is drawn already. */
  Stretch showing(double retired) {
    return retired >= from && retired <= to ? this : around(retired);
  }

  /** As long, with {@code retired} in the middle. */
  Stretch around(double retired) {
    return within(retired - length() / 2, length());
  }

  /** The same part of a run that has become longer, or shorter; of the whole, the whole. */
  Stretch on(double newAxis) {
    return isWhole() || newAxis <= length()
        ? whole(newAxis)
        : new Stretch(0, length(), newAxis).moved(from);
  }

  private Stretch within(double start, double length) {
    double first = Math.max(0, Math.min(axis - length, start));
    return new Stretch(first, first + length, axis);
  }
}
