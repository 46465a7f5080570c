package org.hypscope.debug;

import java.util.List;
import org.hypscope.time.Mark;

/** Where instants lie among events, which are in the order in which they happened. */
final class EventOrder {
  private EventOrder() {}

  /**
   * How many of {@code events} have happened at {@code now}: their instruction has retired, or, of
   * exception entries in place of one, as many as the instant counts.
   */
  static int countBefore(List<TraceEvent> events, Mark now) {
    int count = firstAtOrAfter(events, now.retired());
    int entered = 0;
    while (entered < now.exceptions()
        && count < events.size()
        && events.get(count).at() == now.retired()) {
      count++;
      entered++;
    }
    return count;
  }

  private static int firstAtOrAfter(List<TraceEvent> events, long retired) {
    int low = 0;
    int high = events.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).at() < retired) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
