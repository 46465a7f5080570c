package org.hypscope.abi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hypscope.debug.CoreView;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TimelineView;
import org.hypscope.debug.TimelineView.HvbarChange;
import org.hypscope.time.Mark;

/**
 * Who owned HVBAR when: joins the values that HVBAR had with the instants at which somebody looked
 * who answers there.
 */
final class OwnerHistory {
  private final TreeMap<Mark, Sighting> sightings = new TreeMap<>();

  private record Sighting(int hvbar, HvbarOwner owner) {}

  /** At {@code at}, {@code owner} answered at {@code hvbar}. */
  void saw(Mark at, int hvbar, HvbarOwner owner) {
    sightings.put(at, new Sighting(hvbar, owner));
  }

  /** Forgets everything after {@code now}: it was another run's. */
  void forgetAfter(Mark now) {
    sightings.tailMap(now, false).clear();
  }

  /**
   * The values of HVBAR, in the timeline and on the other cores of {@code now}, at which nobody has
   * looked yet.
   */
  List<Integer> unseen(Snapshot now) {
    Stream<Integer> had =
        now.timeline().hvbarChanges().stream()
            .filter(change -> change.at().compareTo(now.mark()) <= 0)
            .map(HvbarChange::value);
    return Stream.concat(had, now.cores().stream().map(CoreView::hvbar))
        .distinct()
        .filter(value -> lookup(value, now.mark()).isEmpty())
        .toList();
  }

  /** Who answers at {@code hvbar}, as it was last seen before {@code before}. */
  Optional<HvbarOwner> lookup(int hvbar, Mark before) {
    return sightings.headMap(before, true).descendingMap().values().stream()
        .filter(sighting -> sighting.hvbar() == hvbar)
        .findFirst()
        .map(Sighting::owner);
  }

  /** The ribbon: spans without gaps as far as owners are known. */
  List<OwnerSpan> spans(TimelineView timeline) {
    List<OwnerSpan> spans = new ArrayList<>();
    List<HvbarChange> changes = timeline.hvbarChanges();
    for (int i = 0; i < changes.size(); i++) {
      Mark to = i + 1 < changes.size() ? changes.get(i + 1).at() : timeline.end();
      addSpans(spans, changes.get(i), to);
    }
    return spans;
  }

  private void addSpans(List<OwnerSpan> spans, HvbarChange change, Mark to) {
    Mark from = change.at();
    HvbarOwner owner = null;
    if (from.compareTo(to) <= 0) {
      for (var entry : sightings.subMap(from, true, to, true).entrySet()) {
        Sighting sighting = entry.getValue();
        if (sighting.hvbar() != change.value()) {
          continue;
        }
        if (owner != null && !owner.label().equals(sighting.owner().label())) {
          spans.add(new OwnerSpan(change.value(), owner, from, entry.getKey()));
          from = entry.getKey();
        }
        owner = sighting.owner();
      }
    }
    HvbarOwner known = owner != null ? owner : lookup(change.value(), to).orElse(null);
    if (known != null) {
      spans.add(new OwnerSpan(change.value(), known, from, to));
    }
  }
}
