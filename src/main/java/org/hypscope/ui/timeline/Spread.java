package org.hypscope.ui.timeline;

/** Moves marks beside each other that would hide each other. */
final class Spread {
  private Spread() {}

  /**
   * Where marks begin that belong to {@code places}, which ascend: there, or as near as leaves each
   * of them {@code width} below {@code end}.
   */
  static double[] apart(double[] places, double width, double end) {
    double[] starts = places.clone();
    for (int n = 1; n < starts.length; n++) {
      starts[n] = Math.max(starts[n], starts[n - 1] + width);
    }
    double edge = end;
    for (int n = starts.length - 1; n >= 0; n--) {
      starts[n] = Math.min(starts[n], edge - width);
      edge = starts[n];
    }
    return starts;
  }
}
