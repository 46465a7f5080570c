package org.hypscope.debug;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.hypscope.time.Mark;

/** What log points have said, in the order of the run, each thing once: the newest 10,000. */
final class WatchLog {
  private static final int MOST = 10_000;

  private final TreeSet<Logged> all =
      new TreeSet<>(Comparator.comparing(Logged::at).thenComparing(Logged::text));
  private List<Logged> frozen = List.of();

  void add(Mark at, String text) {
    if (all.add(new Logged(at, text))) {
      frozen = null;
      if (all.size() > MOST) {
        all.pollFirst();
      }
    }
  }

  /** Forgets what was said after {@code now}. */
  void cut(Mark now) {
    if (all.removeIf(each -> each.at().compareTo(now) > 0)) {
      frozen = null;
    }
  }

  /** For any thread. */
  List<Logged> freeze() {
    if (frozen == null) {
      frozen = List.copyOf(all);
    }
    return frozen;
  }
}
