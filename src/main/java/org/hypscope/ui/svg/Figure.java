package org.hypscope.ui.svg;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.QuadCurve;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;

/**
 * The outline of a shape as an SVG element, not yet painted.
 *
 * @param element the element's name
 * @param attributes where it lies
 */
record Figure(String element, Attributes attributes) {
  /** The outline of {@code shape}; of a kind that SVG has no word for, the box around it. */
  static Figure of(Shape shape, Offset at) {
    if (shape instanceof Rectangle r) {
      return rectangle(r, at);
    } else if (shape instanceof Line l) {
      return line(l, at);
    } else if (shape instanceof Circle c) {
      return ellipse(c.getCenterX(), c.getCenterY(), c.getRadius(), c.getRadius(), at);
    } else if (shape instanceof Ellipse e) {
      return ellipse(e.getCenterX(), e.getCenterY(), e.getRadiusX(), e.getRadiusY(), at);
    } else if (shape instanceof Polygon p) {
      return points("polygon", p.getPoints(), at);
    } else if (shape instanceof Polyline p) {
      return points("polyline", p.getPoints(), at);
    } else if (shape instanceof Path p) {
      return path(PathData.of(p.getElements()), p.getFillRule(), at);
    } else if (shape instanceof SVGPath p) {
      return path(p.getContent(), p.getFillRule(), at);
    }
    return curve(shape, at);
  }

  private static Figure curve(Shape shape, Offset at) {
    if (shape instanceof Arc a) {
      return path(arc(a), FillRule.NON_ZERO, at);
    } else if (shape instanceof QuadCurve c) {
      return path(
          PathData.move(c.getStartX(), c.getStartY())
              + PathData.command('Q', c.getControlX(), c.getControlY(), c.getEndX(), c.getEndY()),
          FillRule.NON_ZERO,
          at);
    } else if (shape instanceof CubicCurve c) {
      return path(
          PathData.move(c.getStartX(), c.getStartY())
              + PathData.command(
                  'C',
                  c.getControlX1(),
                  c.getControlY1(),
                  c.getControlX2(),
                  c.getControlY2(),
                  c.getEndX(),
                  c.getEndY()),
          FillRule.NON_ZERO,
          at);
    }
    return box(shape.getLayoutBounds(), at);
  }

  /** {@code bounds} as a rectangle. */
  static Figure box(Bounds bounds, Offset at) {
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight())
        .figure(at);
  }

  private static Figure rectangle(Rectangle r, Offset at) {
    double outwards = outwards(r);
    Box box =
        new Box(r.getX(), r.getY(), r.getWidth(), r.getHeight())
            .inset(-outwards, -outwards, -outwards, -outwards);
    Figure figure = box.figure(at);
    if (r.getArcWidth() > 0 && r.getArcHeight() > 0) {
      figure.attributes.with("rx", Math.min(r.getArcWidth(), r.getWidth()) / 2);
      figure.attributes.with("ry", Math.min(r.getArcHeight(), r.getHeight()) / 2);
    }
    return figure;
  }

  /** How far the middle of the stroke lies outside the edge. */
  private static double outwards(Shape shape) {
    if (shape.getStroke() == null || shape.getStrokeType() == StrokeType.CENTERED) {
      return 0;
    }
    double half = shape.getStrokeWidth() / 2;
    return shape.getStrokeType() == StrokeType.OUTSIDE ? half : -half;
  }

  private static Figure line(Line l, Offset at) {
    return new Figure(
        "line",
        new Attributes()
            .with("x1", l.getStartX() + at.x())
            .with("y1", l.getStartY() + at.y())
            .with("x2", l.getEndX() + at.x())
            .with("y2", l.getEndY() + at.y()));
  }

  private static Figure ellipse(double x, double y, double rx, double ry, Offset at) {
    return new Figure(
        "ellipse",
        new Attributes()
            .with("cx", x + at.x())
            .with("cy", y + at.y())
            .with("rx", rx)
            .with("ry", ry));
  }

  /** Corners, each as two numbers, joined as {@code element} says. */
  static Figure points(String element, List<Double> points, Offset at) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n + 1 < points.size(); n += 2) {
      text.append(text.isEmpty() ? "" : " ")
          .append(Attributes.number(points.get(n) + at.x()))
          .append(',')
          .append(Attributes.number(points.get(n + 1) + at.y()));
    }
    return new Figure(element, new Attributes().with("points", text.toString()));
  }

  static Figure path(String data, FillRule rule, Offset at) {
    Attributes attributes = at.on(new Attributes().with("d", data));
    if (rule == FillRule.EVEN_ODD) {
      attributes.with("fill-rule", "evenodd");
    }
    return new Figure("path", attributes);
  }

  /**
   * From the angle where it starts, counted against the clock, along at most a half turn a part.
   */
  private static String arc(Arc a) {
    double parts = Math.max(1, Math.ceil(Math.abs(a.getLength()) / 180));
    StringBuilder data = new StringBuilder(PathData.move(x(a, 0), y(a, 0)));
    for (int n = 1; n <= parts; n++) {
      data.append(
          PathData.command(
              'A',
              a.getRadiusX(),
              a.getRadiusY(),
              0,
              0,
              a.getLength() > 0 ? 0 : 1,
              x(a, n / parts),
              y(a, n / parts)));
    }
    if (a.getType() == ArcType.ROUND) {
      data.append(PathData.command('L', a.getCenterX(), a.getCenterY()));
    }
    return a.getType() == ArcType.OPEN ? data.toString() : data.append('Z').toString();
  }

  private static double x(Arc a, double share) {
    return a.getCenterX() + a.getRadiusX() * Math.cos(angle(a, share));
  }

  private static double y(Arc a, double share) {
    return a.getCenterY() - a.getRadiusY() * Math.sin(angle(a, share));
  }

  private static double angle(Arc a, double share) {
    return Math.toRadians(a.getStartAngle() + a.getLength() * share);
  }

  /** Paints the outline as {@code shape} is painted. */
  Figure paintedAs(Shape shape) {
    attributes.paint("fill", shape.getFill());
    if (!shape.isSmooth()) {
      attributes.with("shape-rendering", "crispEdges");
    }
    if (Attributes.isClear(shape.getStroke()) || shape.getStrokeWidth() == 0) {
      return this;
    }
    attributes
        .paint("stroke", shape.getStroke())
        .unless(1, "stroke-width", shape.getStrokeWidth())
        .with("stroke-linecap", shape.getStrokeLineCap().name().toLowerCase(Locale.ROOT))
        .with("stroke-linejoin", shape.getStrokeLineJoin().name().toLowerCase(Locale.ROOT))
        .unless(4, "stroke-miterlimit", shape.getStrokeMiterLimit());
    if (!shape.getStrokeDashArray().isEmpty()) {
      attributes
          .with("stroke-dasharray", dashes(shape.getStrokeDashArray()))
          .unless(0, "stroke-dashoffset", shape.getStrokeDashOffset());
    }
    return this;
  }

  /** Lengths of dashes and gaps, as SVG wants them. */
  static String dashes(List<Double> lengths) {
    return lengths.stream().map(Attributes::number).collect(Collectors.joining(" "));
  }
}
