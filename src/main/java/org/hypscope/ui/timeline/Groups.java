package org.hypscope.ui.timeline;

import java.util.function.IntToDoubleFunction;

/**
 * Tells which of very many things in the order of time are drawn as one: those in the same cell of
 * a grid. The grid lies still when the picture is moved.
 */
final class Groups {
  private final Stretch stretch;
  private final double cell;

  /** Of one cell for each {@code near} of {@code stretch}. */
  Groups(Stretch stretch, double near) {
    this.stretch = stretch;
    this.cell = Math.max(Double.MIN_NORMAL, near * stretch.length());
  }

  /** Is told of what is drawn as one: {@code first} and those up to {@code after}, exclusive. */
  interface Group {
    /** Draws them. */
    void draw(int first, int after);
  }

  /**
   * Tells {@code group} of all that can be seen of {@code size} things, each at {@code place} in
   * instructions retired, in order.
   */
  void each(int size, IntToDoubleFunction place, Group group) {
    int end = Sorted.first(size, n -> place.applyAsDouble(n) > stretch.to());
    int first = Sorted.first(end, n -> place.applyAsDouble(n) >= stretch.from());
    while (first < end) {
      double edge = (Math.floor(place.applyAsDouble(first) / cell) + 1) * cell;
      int after = Sorted.first(first + 1, end, n -> place.applyAsDouble(n) >= edge);
      group.draw(first, after);
      first = after;
    }
  }
}
