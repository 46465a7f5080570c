package org.hypscope.ui.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Parts beside each other, or one below the other.
 *
 * @param down whether they stand one below the other
 * @param parts two or more, none of them split the same way
 * @param shares what each has of the room, above 0; they add up to {@link #WHOLE}
 */
public record Split(boolean down, List<Part> parts, List<Integer> shares) implements Part {
  /** What the shares add up to. */
  public static final int WHOLE = 10_000;

  /** Scales {@code shares} so that they add up to {@link #WHOLE}. */
  public Split {
    parts = List.copyOf(parts);
    shares = whole(shares);
    if (parts.size() < 2 || parts.size() != shares.size()) {
      throw new IllegalArgumentException("a split has two parts or more, and a share for each");
    }
    for (Part part : parts) {
      if (part.views().isEmpty() || part instanceof Split split && split.down == down) {
        throw new IllegalArgumentException("a part of a split has views and is split otherwise");
      }
    }
  }

  /** {@code parts} with what is split the same way made part of the whole; one is no split. */
  static Part of(boolean down, List<Part> parts, List<Integer> shares) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    List<Part> flat = new ArrayList<>();
    List<Integer> flatShares = new ArrayList<>();
    for (int n = 0; n < parts.size(); n++) {
      if (parts.get(n) instanceof Split inner && inner.down == down) {
        flat.addAll(inner.parts);
        int outer = shares.get(n);
        inner.shares.forEach(share -> flatShares.add(Math.max(1, outer * share / WHOLE)));
      } else {
        flat.add(parts.get(n));
        flatShares.add(shares.get(n));
      }
    }
    return new Split(down, flat, flatShares);
  }

  /** Where the dividers between the parts stand, each from 0 to 1. */
  double[] dividers() {
    double[] at = new double[parts.size() - 1];
    double sum = 0;
    for (int n = 0; n < at.length; n++) {
      sum += shares.get(n);
      at[n] = sum / WHOLE;
    }
    return at;
  }

  /** The shares that parts have between dividers at {@code at}. */
  static List<Integer> shares(double[] at) {
    List<Integer> shares = new ArrayList<>();
    double before = 0;
    for (int n = 0; n <= at.length; n++) {
      double next = n < at.length ? Math.max(before, Math.min(1, at[n])) : 1;
      shares.add(Math.max(1, (int) Math.round((next - before) * WHOLE)));
      before = next;
    }
    return whole(shares);
  }

  private static List<Integer> whole(List<Integer> shares) {
    long sum = 0;
    for (int share : shares) {
      if (share < 1 || share > WHOLE) {
        throw new IllegalArgumentException("a share is a number from 1 to " + WHOLE);
      }
      sum += share;
    }
    List<Integer> scaled = new ArrayList<>();
    int given = 0;
    int largest = 0;
    for (int share : shares) {
      int part = Math.max(1, (int) (share * (long) WHOLE / sum));
      given += part;
      scaled.add(part);
      largest = part > scaled.get(largest) ? scaled.size() - 1 : largest;
    }
    if (!scaled.isEmpty()) {
      scaled.set(largest, scaled.get(largest) + WHOLE - given);
    }
    return List.copyOf(scaled);
  }

  @Override
  public List<String> views() {
    return parts.stream().flatMap(part -> part.views().stream()).toList();
  }

  @Override
  public Optional<Group> groupOf(String view) {
    return parts.stream().flatMap(part -> part.groupOf(view).stream()).findFirst();
  }

  @Override
  public Optional<Part> without(String view) {
    List<Part> rest = new ArrayList<>();
    List<Integer> restShares = new ArrayList<>();
    for (int n = 0; n < parts.size(); n++) {
      Optional<Part> left = parts.get(n).without(view);
      if (left.isPresent()) {
        rest.add(left.get());
        restShares.add(shares.get(n));
      }
    }
    return rest.isEmpty() ? Optional.empty() : Optional.of(of(down, rest, restShares));
  }

  @Override
  public Part with(Group added, Side side, String anchor) {
    return each(part -> part.with(added, side, anchor));
  }

  @Override
  public Part with(String view, int index, String anchor) {
    return each(part -> part.with(view, index, anchor));
  }

  @Override
  public Part inFront(String view) {
    return each(part -> part.inFront(view));
  }

  private Part each(UnaryOperator<Part> change) {
    return of(down, parts.stream().map(change).toList(), shares);
  }

  @Override
  public boolean isShapedLike(Part other) {
    if (!(other instanceof Split split) || split.down != down || split.size() != size()) {
      return false;
    }
    for (int n = 0; n < size(); n++) {
      if (!parts.get(n).isShapedLike(split.parts.get(n))) {
        return false;
      }
    }
    return true;
  }

  private int size() {
    return parts.size();
  }

  private int indexOf(String view) {
    int index = 0;
    while (!parts.get(index).views().contains(view)) {
      index++;
    }
    return index;
  }

  @Override
  public double width(String view) {
    int index = indexOf(view);
    double share = down ? 1 : shares.get(index) / (double) WHOLE;
    return share * parts.get(index).width(view);
  }

  @Override
  public Part widened(String view, double share) {
    if (!views().contains(view) || width(view) >= share) {
      return this;
    }
    int index = indexOf(view);
    if (down) {
      List<Part> changed = new ArrayList<>(parts);
      changed.set(index, parts.get(index).widened(view, share));
      return new Split(true, changed, shares);
    }
    int wanted = (int) (share * WHOLE);
    int others = WHOLE - shares.get(index);
    List<Integer> changed = new ArrayList<>();
    for (int n = 0; n < size(); n++) {
      int other = Math.max(1, shares.get(n) * (WHOLE - wanted) / Math.max(1, others));
      changed.add(n == index ? wanted : other);
    }
    return new Split(false, parts, changed);
  }
}
