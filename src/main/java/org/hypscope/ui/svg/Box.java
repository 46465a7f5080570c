package org.hypscope.ui.svg;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.CornerRadii;
import javafx.scene.shape.FillRule;

/** A rectangle, the stuff that regions are made of, in pixels. */
record Box(double x, double y, double width, double height) {
  /** What is left when the edges move inwards; a negative number moves one outwards. */
  Box inset(double top, double right, double bottom, double left) {
    return new Box(x + left, y + top, width - left - right, height - top - bottom);
  }

  /** Clockwise from the upper left. */
  List<Point2D> corners() {
    return List.of(
        new Point2D(x, y),
        new Point2D(x + width, y),
        new Point2D(x + width, y + height),
        new Point2D(x, y + height));
  }

  /** Whether there is nothing to paint. */
  boolean isEmpty() {
    return !(width > 0 && height > 0);
  }

  /** Square at its corners. */
  Figure figure(Offset at) {
    return new Figure(
        "rect",
        new Attributes()
            .with("x", x + at.x())
            .with("y", y + at.y())
            .with("width", width)
            .with("height", height));
  }

  /** Rounded by {@code radii}, each made {@code less} smaller, as far as there is room. */
  Figure figure(CornerRadii radii, double less, Offset at) {
    if (!radii.isUniform()) {
      return Figure.path(new Corners(radii, this, less).path(), FillRule.NON_ZERO, at);
    }
    Figure figure = figure(at);
    double radius = new Corners(radii, this, less).topLeft();
    figure.attributes().unless(0, "rx", radius);
    return figure;
  }
}
