package org.hypscope.ui.svg;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;

/** Writes what style sheets paint behind and around a region. */
record RegionSvg(SvgWriter svg) {
  /** The fills of {@code region}'s background, lowest first, and its border's strokes. */
  void write(Region region, Offset at) {
    if (region.getBackground() != null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        if (!Attributes.isClear(fill.getFill())) {
          fill(region, fill, at);
        }
      }
    }
    if (region.getBorder() != null && region.getShape() == null) {
      region.getBorder().getStrokes().forEach(stroke -> stroke(region, stroke, at));
    }
  }

  private void fill(Region region, BackgroundFill fill, Offset at) {
    Box box = whole(region, fill.getInsets());
    // A shape that is not scaled is seen even where the region has no room.
    if (box.isEmpty() && (region.getShape() == null || region.isScaleShape())) {
      return;
    }
    Figure figure =
        region.getShape() == null ? box.figure(fill.getRadii(), 0, at) : shaped(region, box, at);
    figure.attributes().paint("fill", fill.getFill());
    svg.leaf(figure.element(), figure.attributes());
  }

  /** The region's own shape, scaled into {@code box} or put into its middle, as its style says. */
  private static Figure shaped(Region region, Box box, Offset at) {
    Shape shape = region.getShape();
    Bounds bounds = shape.getLayoutBounds();
    boolean scaled = region.isScaleShape() && bounds.getWidth() > 0 && bounds.getHeight() > 0;
    double sx = scaled ? box.width() / bounds.getWidth() : 1;
    double sy = scaled ? box.height() / bounds.getHeight() : 1;
    double dx = box.x() - bounds.getMinX() * sx;
    double dy = box.y() - bounds.getMinY() * sy;
    if (!scaled && region.isCenterShape()) {
      dx += (box.width() - bounds.getWidth()) / 2;
      dy += (box.height() - bounds.getHeight()) / 2;
    }
    Figure figure = Figure.of(shape, Offset.NONE);
    figure
        .attributes()
        .with("transform", SceneWalker.matrix(sx, 0, 0, sy, at.x() + dx, at.y() + dy));
    return figure;
  }

  private static Box whole(Region region, Insets insets) {
    return new Box(0, 0, region.getWidth(), region.getHeight())
        .inset(insets.getTop(), insets.getRight(), insets.getBottom(), insets.getLeft());
  }

  private void stroke(Region region, BorderStroke stroke, Offset at) {
    Box box = whole(region, stroke.getInsets());
    if (box.isEmpty()) {
      return;
    }
    if (isUniform(stroke)) {
      around(stroke, box, at);
      return;
    }
    List<Side> sides = sides(stroke);
    List<Point2D> edge = box.corners();
    List<Point2D> within = inside(box, stroke.getWidths()).corners();
    for (int n = 0; n < sides.size(); n++) {
      int next = (n + 1) % sides.size();
      if (sides.get(n).isSeen()) {
        side(
            sides.get(n).paint,
            at,
            List.of(edge.get(n), edge.get(next), within.get(next), within.get(n)));
      }
    }
  }

  private record Side(double width, Paint paint, BorderStrokeStyle style) {
    boolean isSeen() {
      return width > 0 && style != BorderStrokeStyle.NONE && !Attributes.isClear(paint);
    }
  }

  /** Clockwise from the top, as the corners of a box are. */
  private static List<Side> sides(BorderStroke stroke) {
    BorderWidths widths = stroke.getWidths();
    return List.of(
        new Side(widths.getTop(), stroke.getTopStroke(), stroke.getTopStyle()),
        new Side(widths.getRight(), stroke.getRightStroke(), stroke.getRightStyle()),
        new Side(widths.getBottom(), stroke.getBottomStroke(), stroke.getBottomStyle()),
        new Side(widths.getLeft(), stroke.getLeftStroke(), stroke.getLeftStyle()));
  }

  private static Box inside(Box box, BorderWidths widths) {
    return box.inset(widths.getTop(), widths.getRight(), widths.getBottom(), widths.getLeft());
  }

  private static boolean isUniform(BorderStroke stroke) {
    return sides(stroke).stream().distinct().count() == 1;
  }

  private void around(BorderStroke stroke, Box box, Offset at) {
    Side side = sides(stroke).get(0);
    if (!side.isSeen()) {
      return;
    }
    double width = side.width;
    BorderStrokeStyle style = side.style;
    double half = width / 2;
    Figure figure = box.inset(half, half, half, half).figure(stroke.getRadii(), half, at);
    figure
        .attributes()
        .with("fill", "none")
        .paint("stroke", side.paint)
        .unless(1, "stroke-width", width);
    if (!style.getDashArray().isEmpty()) {
      figure.attributes().with("stroke-dasharray", Figure.dashes(style.getDashArray()));
    }
    svg.leaf(figure.element(), figure.attributes());
  }

  /** One side alone: the four corners of what it covers. */
  private void side(Paint paint, Offset at, List<Point2D> corners) {
    List<Double> points = corners.stream().flatMap(c -> Stream.of(c.getX(), c.getY())).toList();
    Figure figure = Figure.points("polygon", points, at);
    svg.leaf("polygon", figure.attributes().paint("fill", paint));
  }
}
