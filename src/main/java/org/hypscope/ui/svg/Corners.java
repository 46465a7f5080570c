package org.hypscope.ui.svg;

import javafx.scene.layout.CornerRadii;

/**
 * The corners of a box as JavaFX rounds them: where two radii do not fit along an edge, all shrink
 * alike. CSS here never gives a corner two radii, so one number a corner is enough.
 */
record Corners(Box box, double topLeft, double topRight, double bottomRight, double bottomLeft) {
  Corners(CornerRadii radii, Box box, double less) {
    this(
        box,
        radius(
            radii.getTopLeftHorizontalRadius(),
            radii.isTopLeftHorizontalRadiusAsPercentage(),
            box,
            less),
        radius(
            radii.getTopRightHorizontalRadius(),
            radii.isTopRightHorizontalRadiusAsPercentage(),
            box,
            less),
        radius(
            radii.getBottomRightHorizontalRadius(),
            radii.isBottomRightHorizontalRadiusAsPercentage(),
            box,
            less),
        radius(
            radii.getBottomLeftHorizontalRadius(),
            radii.isBottomLeftHorizontalRadiusAsPercentage(),
            box,
            less));
  }

  private static double radius(double radius, boolean isShare, Box box, double less) {
    double pixels = isShare ? radius * box.width() : radius;
    return Math.max(0, Math.min(pixels - less, Math.min(box.width(), box.height()) / 2));
  }

  /** The outline, clockwise from the upper left. */
  String path() {
    double right = box.x() + box.width();
    double bottom = box.y() + box.height();
    return PathData.move(box.x() + topLeft, box.y())
        + PathData.command('H', right - topRight)
        + round(topRight, right, box.y() + topRight)
        + PathData.command('V', bottom - bottomRight)
        + round(bottomRight, right - bottomRight, bottom)
        + PathData.command('H', box.x() + bottomLeft)
        + round(bottomLeft, box.x(), bottom - bottomLeft)
        + PathData.command('V', box.y() + topLeft)
        + round(topLeft, box.x() + topLeft, box.y())
        + "Z";
  }

  private static String round(double radius, double x, double y) {
    return radius == 0 ? "" : PathData.command('A', radius, radius, 0, 0, 1, x, y);
  }
}
