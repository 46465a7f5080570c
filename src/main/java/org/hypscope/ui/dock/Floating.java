package org.hypscope.ui.dock;

/**
 * A window of its own for some views.
 *
 * @param x of its left edge on the screen
 * @param y of its top edge on the screen
 * @param width from {@link #LEAST} to {@link #MOST} pixels, as is the height
 */
public record Floating(int x, int y, int width, int height, Part part) {
  static final int LEAST = 100;
  static final int MOST = 20_000;

  /** Refuses what no screen has, and a window of nothing. */
  public Floating {
    boolean fits = Math.abs((long) x) <= MOST && Math.abs((long) y) <= MOST;
    if (!fits || Math.min(width, height) < LEAST || Math.max(width, height) > MOST) {
      throw new IllegalArgumentException("no screen has room for such a window");
    }
    if (part.views().isEmpty()) {
      throw new IllegalArgumentException("a window of its own has views");
    }
  }

  /** The same window around {@code other}. */
  Floating around(Part other) {
    return new Floating(x, y, width, height, other);
  }
}
