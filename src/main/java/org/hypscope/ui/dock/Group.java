package org.hypscope.ui.dock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Views behind each other, as tabs where they are several.
 *
 * @param views their words, each once
 * @param front the index of the one that is seen; 0 where there is none
 */
public record Group(List<String> views, int front) implements Part {
  /** Copies the views. */
  public Group {
    views = List.copyOf(views);
    if (new HashSet<>(views).size() < views.size()) {
      throw new IllegalArgumentException("a view stands in one place only");
    }
    if (front < 0 || front >= Math.max(1, views.size())) {
      throw new IllegalArgumentException("there is no view " + front + " in front");
    }
  }

  /** {@code views} with the first in front. */
  public static Group of(String... views) {
    return new Group(List.of(views), 0);
  }

  /** The view that is seen. */
  public Optional<String> seen() {
    return views.isEmpty() ? Optional.empty() : Optional.of(views.get(front));
  }

  @Override
  public Optional<Group> groupOf(String view) {
    return views.contains(view) ? Optional.of(this) : Optional.empty();
  }

  @Override
  public Optional<Part> without(String view) {
    int index = views.indexOf(view);
    List<String> rest = new ArrayList<>(views);
    rest.remove(view);
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    // Behind one that goes, its neighbour on the left comes to the front.
    boolean moves = index >= 0 && index <= front && front > 0;
    return Optional.of(new Group(rest, moves ? front - 1 : front));
  }

  @Override
  public Part with(Group added, Side side, String anchor) {
    if (!views.contains(anchor)) {
      return this;
    }
    return Split.of(
        side.isDown(),
        side.isFirst() ? List.of(added, this) : List.of(this, added),
        List.of(Split.WHOLE / 2, Split.WHOLE / 2));
  }

  @Override
  public Part with(String view, int index, String anchor) {
    if (!views.contains(anchor)) {
      return this;
    }
    List<String> more = new ArrayList<>(views);
    int at = Math.min(index, more.size());
    more.add(at, view);
    return new Group(more, at);
  }

  @Override
  public Part inFront(String view) {
    return views.contains(view) ? new Group(views, views.indexOf(view)) : this;
  }

  @Override
  public boolean isShapedLike(Part other) {
    return other instanceof Group group && group.views.equals(views);
  }

  @Override
  public double width(String view) {
    return 1;
  }

  @Override
  public Part widened(String view, double share) {
    return this;
  }
}
