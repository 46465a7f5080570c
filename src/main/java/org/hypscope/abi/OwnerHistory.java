package org.hypscope.abi;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hypscope.debug.CoreView;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TimelineView;
import org.hypscope.time.Mark;

/**
 * Who owned HVBAR when: joins the values that HVBAR had with the instants at which somebody looked
 * who answers there. Asked at every step: what a step takes does not depend on how often HVBAR was
 * written before.
 */
final class OwnerHistory {
  private final Map<Integer, NavigableMap<Mark, HvbarOwner>> sightings = new HashMap<>();
  private final Map<Integer, OwnerRibbon> ribbons = new HashMap<>();

  /** At {@code at}, {@code owner} answered at {@code hvbar}. */
  void saw(Mark at, int hvbar, HvbarOwner owner) {
    sightings.computeIfAbsent(hvbar, value -> new TreeMap<>()).put(at, owner);
    ribbons.values().forEach(ribbon -> ribbon.saw(at, hvbar));
  }

  /** Forgets everything after {@code now}: it was another run's. */
  void forgetAfter(Mark now) {
    sightings.values().forEach(seen -> seen.tailMap(now, false).clear());
    ribbons.clear();
  }

  /**
   * The values of HVBAR, in the timeline and on the other cores of {@code now}, at which nobody has
   * looked yet.
   */
  List<Integer> unseen(Snapshot now) {
    Stream<Integer> had = follow(now.timeline()).unseenAt(now.mark());
    return Stream.concat(had, now.cores().stream().map(CoreView::hvbar))
        .distinct()
        .filter(value -> lookup(value, now.mark()).isEmpty())
        .toList();
  }

  /** When {@code timeline} has HVBAR first be {@code hvbar}. */
  Optional<Mark> firstAt(TimelineView timeline, int hvbar) {
    return follow(timeline).firstAt(hvbar);
  }

  /** Who answers at {@code hvbar}, as it was last seen before {@code before}. */
  Optional<HvbarOwner> lookup(int hvbar, Mark before) {
    return Optional.ofNullable(seenAt(hvbar).floorEntry(before)).map(Entry::getValue);
  }

  /** The ribbon: spans without gaps as far as owners are known. */
  List<OwnerSpan> spans(TimelineView timeline) {
    return follow(timeline).spans(timeline.end());
  }

  private OwnerRibbon follow(TimelineView timeline) {
    OwnerRibbon ribbon =
        ribbons.computeIfAbsent(timeline.core(), core -> new OwnerRibbon(this::seenAt));
    ribbon.follow(timeline.hvbarChanges());
    return ribbon;
  }

  private NavigableMap<Mark, HvbarOwner> seenAt(int hvbar) {
    return sightings.getOrDefault(hvbar, Collections.emptyNavigableMap());
  }
}
