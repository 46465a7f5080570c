package org.hypscope.ui.timeline;

import java.util.Arrays;

/** Ascending whole numbers: new ones come at the end, old ones go at the front. */
final class Ints {
  private int[] items = new int[16];
  private int start;
  private int end;

  int size() {
    return end - start;
  }

  int get(int index) {
    return items[start + index];
  }

  void add(int item) {
    if (end == items.length) {
      items = Arrays.copyOfRange(items, start, start + Math.max(16, 2 * size()));
      end -= start;
      start = 0;
    }
    items[end++] = item;
  }

  void removeFirst(int count) {
    start += count;
  }

  /** Takes away how ever many are less than {@code least}, and says how many those are. */
  int dropBelow(int least) {
    int before = start;
    while (start < end && items[start] < least) {
      start++;
    }
    return start - before;
  }
}
