package org.hypscope.ui.svg;

/**
 * How far a node's own coordinates lie from those of the group that is being written, in pixels.
 */
record Offset(double x, double y) {
  static final Offset NONE = new Offset(0, 0);

  Offset plus(double dx, double dy) {
    return new Offset(x + dx, y + dy);
  }

  /** As a {@code transform}, for elements that have no place of their own. */
  Attributes on(Attributes attributes) {
    return x == 0 && y == 0
        ? attributes
        : attributes.with(
            "transform", "translate(" + Attributes.number(x) + " " + Attributes.number(y) + ")");
  }
}
