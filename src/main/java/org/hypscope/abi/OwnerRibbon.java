package org.hypscope.abi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.hypscope.debug.TimelineView.HvbarChange;
import org.hypscope.machine.Log;
import org.hypscope.time.Mark;

/**
 * Who owned the HVBAR of one core when. It grows with the core's history: only what was added since
 * it was asked last is gone through, unless somebody looked at an instant long past.
 */
final class OwnerRibbon {
  /** More than a history keeps, whoever has looked in between. */
  private static final int LIMIT = 1 << 20;

  private final IntFunction<NavigableMap<Mark, HvbarOwner>> sightings;
  private final Log<OwnerSpan> spans = new Log<>(LIMIT);
  private final Map<Integer, Mark> first = new HashMap<>();
  private final Set<Integer> unseen = new HashSet<>();
  private List<HvbarChange> changes = List.of();
  private Mark oldest;
  private int known;
  private int joined;
  private long settled;

  /** {@code sightings}: who was seen to answer at a value of HVBAR, and when. */
  OwnerRibbon(IntFunction<NavigableMap<Mark, HvbarOwner>> sightings) {
    this.sightings = sightings;
  }

  /**
   * The history has {@code all} now: what it had, more at the end, and the oldest dropped maybe.
   */
  void follow(List<HvbarChange> all) {
    Mark start = all.isEmpty() ? null : all.get(0).at();
    if (start == null || !start.equals(oldest) || all.size() < known) {
      begin(start);
    }
    changes = all;
    while (known < all.size()) {
      HvbarChange change = all.get(known++);
      if (first.putIfAbsent(change.value(), change.at()) == null && !isSeen(change)) {
        unseen.add(change.value());
      }
    }
  }

  private boolean isSeen(HvbarChange change) {
    return sightings.apply(change.value()).floorEntry(change.at()) != null;
  }

  private void begin(Mark start) {
    oldest = start;
    known = 0;
    first.clear();
    unseen.clear();
    restart();
  }

  private void restart() {
    joined = 0;
    settled = 0;
    spans.cut(0);
  }

  /** Somebody looked at {@code at} who answers at {@code hvbar}. */
  void saw(Mark at, int hvbar) {
    Mark had = first.get(hvbar);
    if (had != null && at.compareTo(had) <= 0) {
      unseen.remove(hvbar);
    }
    if (joined > 0 && isSettled(at, hvbar)) {
      restart();
    }
  }

  /** Whether a span that is not the last one may depend on it: a span's end belongs to it. */
  private boolean isSettled(Mark at, int hvbar) {
    int next = joined;
    while (next > 0 && at.equals(changes.get(next).at())) {
      next--;
      if (changes.get(next).value() == hvbar) {
        return true;
      }
    }
    return at.compareTo(changes.get(next).at()) < 0;
  }

  /** The values that HVBAR has had at {@code now} and that nobody saw when it had them first. */
  Stream<Integer> unseenAt(Mark now) {
    return unseen.stream().filter(value -> first.get(value).compareTo(now) <= 0);
  }

  /** When HVBAR was {@code hvbar} first. */
  Optional<Mark> firstAt(int hvbar) {
    return Optional.ofNullable(first.get(hvbar));
  }

  /** Spans without gaps as far as owners are known, up to {@code end}; the list does not change. */
  List<OwnerSpan> spans(Mark end) {
    spans.cut(settled);
    while (joined + 1 < changes.size()) {
      join(changes.get(joined), changes.get(joined + 1).at());
      joined++;
    }
    settled = spans.end();
    if (joined < changes.size()) {
      join(changes.get(joined), end);
    }
    return spans.freeze();
  }

  private void join(HvbarChange change, Mark to) {
    NavigableMap<Mark, HvbarOwner> seen = sightings.apply(change.value());
    Mark from = change.at();
    HvbarOwner owner = null;
    if (from.compareTo(to) <= 0) {
      for (Entry<Mark, HvbarOwner> each : seen.subMap(from, true, to, true).entrySet()) {
        if (owner != null && !owner.label().equals(each.getValue().label())) {
          spans.add(new OwnerSpan(change.value(), owner, from, each.getKey()));
          from = each.getKey();
        }
        owner = each.getValue();
      }
    }
    Entry<Mark, HvbarOwner> last = owner == null ? seen.floorEntry(to) : null;
    if (last != null) {
      owner = last.getValue();
    }
    if (owner != null) {
      spans.add(new OwnerSpan(change.value(), owner, from, to));
    }
  }
}
