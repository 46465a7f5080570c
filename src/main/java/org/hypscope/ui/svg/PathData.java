package org.hypscope.ui.svg;

import java.util.List;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.VLineTo;

/** JavaFX's path elements in the letters of SVG's path data, one for one. */
final class PathData {
  private PathData() {}

  /** The data of a path of {@code elements}. */
  static String of(List<PathElement> elements) {
    StringBuilder data = new StringBuilder();
    for (PathElement element : elements) {
      String command = command(element);
      data.append(element.isAbsolute() ? command : Character.toLowerCase(command.charAt(0)));
      data.append(element.isAbsolute() ? "" : command.substring(1));
    }
    return data.toString();
  }

  /** To a point, without a line. */
  static String move(double x, double y) {
    return command('M', x, y);
  }

  /** One command with its numbers. */
  static String command(char letter, double... numbers) {
    StringBuilder text = new StringBuilder().append(letter);
    for (int n = 0; n < numbers.length; n++) {
      text.append(n == 0 ? "" : " ").append(Attributes.number(numbers[n]));
    }
    return text.toString();
  }

  private static String command(PathElement element) {
    if (element instanceof MoveTo to) {
      return move(to.getX(), to.getY());
    } else if (element instanceof LineTo to) {
      return command('L', to.getX(), to.getY());
    } else if (element instanceof HLineTo to) {
      return command('H', to.getX());
    } else if (element instanceof VLineTo to) {
      return command('V', to.getY());
    } else if (element instanceof ClosePath) {
      return "Z";
    }
    return curve(element);
  }

  private static String curve(PathElement element) {
    if (element instanceof QuadCurveTo to) {
      return command('Q', to.getControlX(), to.getControlY(), to.getX(), to.getY());
    } else if (element instanceof CubicCurveTo to) {
      return command(
          'C',
          to.getControlX1(),
          to.getControlY1(),
          to.getControlX2(),
          to.getControlY2(),
          to.getX(),
          to.getY());
    } else if (element instanceof ArcTo to) {
      return command(
          'A',
          to.getRadiusX(),
          to.getRadiusY(),
          to.getXAxisRotation(),
          to.isLargeArcFlag() ? 1 : 0,
          to.isSweepFlag() ? 1 : 0,
          to.getX(),
          to.getY());
    }
    throw new IllegalArgumentException("no SVG for " + element);
  }
}
