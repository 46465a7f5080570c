package org.hypscope.time;

import java.util.ArrayList;
import java.util.List;

/**
 * The checkpoints of one run, in the order of their instants. The first is never dropped; where the
 * others take more memory than they may, the distance between them is doubled.
 */
final class Checkpoints {
  /** What part of the budget may be left taken where it was exceeded. */
  private static final double ENOUGH = 0.8;

  private final long budget;
  private final List<Kept> all = new ArrayList<>();
  private long spacing;
  private long bytes;
  private List<Mark> marks;

  /** With the bytes that it keeps beside what its predecessor does. */
  private record Kept(Checkpoint checkpoint, long bytes) {}

  /** At least {@code spacing} steps apart, of {@code budget} bytes together. */
  Checkpoints(long spacing, long budget) {
    this.spacing = spacing;
    this.budget = budget;
  }

  /** The same checkpoints, for a copy of the machine. */
  Checkpoints(Checkpoints from) {
    this(from.spacing, from.budget);
    all.addAll(from.all);
    bytes = from.bytes;
  }

  /** The steps at which the next one is due, in a run that goes on after the last one. */
  long due() {
    return all.isEmpty() ? 0 : last().steps() + spacing;
  }

  int count() {
    return all.size();
  }

  /** About how many bytes they keep, what they share counted once. */
  long bytes() {
    return bytes;
  }

  /** The instants of all, an immutable list: the same one until there are others. */
  List<Mark> marks() {
    if (marks == null) {
      marks = all.stream().map(each -> each.checkpoint.mark()).toList();
    }
    return marks;
  }

  Checkpoint last() {
    return all.get(all.size() - 1).checkpoint;
  }

  /** Checkpoint {@code index}, in the order of instants. */
  Checkpoint get(int index) {
    return all.get(index).checkpoint;
  }

  /** Adds {@code checkpoint} in its place; one at the same instant is kept instead. */
  void add(Checkpoint checkpoint) {
    int before = indexAtOrBefore(checkpoint.steps());
    if (before >= 0 && get(before).steps() == checkpoint.steps()) {
      return;
    }
    insert(before + 1, checkpoint);
    if (bytes > budget) {
      makeRoom();
    }
  }

  private void makeRoom() {
    thin();
    while (bytes > ENOUGH * budget && all.size() > 2) {
      spacing *= 2;
      thin();
    }
  }

  /** The index of the last one that is not after {@code steps}, or -1. */
  int indexAtOrBefore(long steps) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle).steps() <= steps) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Drops those after {@code steps}, and those there that have met more of the journal. */
  void cut(long steps, int delivered) {
    while (last().steps() > steps || last().delivered() > delivered) {
      bytes -= all.remove(all.size() - 1).bytes;
      marks = null;
    }
  }

  private void insert(int index, Checkpoint checkpoint) {
    Kept kept = kept(checkpoint, index == 0 ? null : get(index - 1));
    all.add(index, kept);
    marks = null;
    bytes += kept.bytes;
    if (index + 1 < all.size()) {
      Kept next = all.get(index + 1);
      Kept again = kept(next.checkpoint, checkpoint);
      all.set(index + 1, again);
      bytes += again.bytes - next.bytes;
    }
  }

  private static Kept kept(Checkpoint checkpoint, Checkpoint before) {
    long own = checkpoint.image().bytesBeyond(before == null ? null : before.image());
    return new Kept(checkpoint, own);
  }

  /** Drops those that are closer together than they need be. */
  private void thin() {
    List<Kept> old = List.copyOf(all);
    all.clear();
    bytes = 0;
    for (Kept each : old) {
      if (all.isEmpty() || each.checkpoint.steps() >= due()) {
        insert(all.size(), each.checkpoint);
      }
    }
  }
}
