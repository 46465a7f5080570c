package org.hypscope.ui.dock;

import java.util.List;
import java.util.Optional;

/** A part of a window: a group of views of which one is in front, or parts beside each other. */
public sealed interface Part permits Group, Split {
  /** The views in it, from left to right and from top to bottom. */
  List<String> views();

  /** The group that holds {@code view}. */
  Optional<Group> groupOf(String view);

  /** The same without {@code view}; empty where nothing is left. */
  Optional<Part> without(String view);

  /** The same with {@code added} at {@code side} of the group that holds {@code anchor}. */
  Part with(Group added, Side side, String anchor);

  /**
   * The same with {@code view} in the group that holds {@code anchor}, in front.
   *
   * @param index at which it stands there; past the end is the end
   */
  Part with(String view, int index, String anchor);

  /** The same with {@code view}, where it holds it, in front of its group. */
  Part inFront(String view);

  /** Whether {@code other} differs in shares and in what is in front only. */
  boolean isShapedLike(Part other);

  /** What share of the width {@code view} has, which this holds: above 0, up to 1. */
  double width(String view);

  /** The same with {@code view} as wide as {@code share} of the width at least, in its row. */
  Part widened(String view, double share);
}
