package org.hypscope.ui.timeline;

import java.util.function.IntPredicate;

/** Looks for places in what is sorted. */
final class Sorted {
  private Sorted() {}

  /**
   * The least index below {@code size} for which {@code holds}, or {@code size}: it must hold for
   * all after one for which it does.
   */
  static int first(int size, IntPredicate holds) {
    return between(0, size, holds);
  }

  /** As {@link #first(int, IntPredicate)}, from {@code from} on: the sooner the nearer it is. */
  static int first(int from, int size, IntPredicate holds) {
    int low = from;
    int high = from;
    for (int step = 1; high < size && !holds.test(high); step *= 2) {
      low = high + 1;
      high = step < size - low ? low + step : size;
    }
    return between(low, high, holds);
  }

  private static int between(int from, int to, IntPredicate holds) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
