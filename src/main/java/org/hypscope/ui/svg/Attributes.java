package org.hypscope.ui.svg;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.RadialGradient;

/** The attributes of one SVG element, told in the order of their names. */
final class Attributes {
  private final Map<String, String> values = new TreeMap<>();

  /** {@code value} as it is. */
  Attributes with(String name, String value) {
    values.put(name, value);
    return this;
  }

  /** {@code value} in pixels, as {@link #number} writes it. */
  Attributes with(String name, double value) {
    return with(name, number(value));
  }

  /** {@code value}, unless it is {@code usual}, which need not be said. */
  Attributes unless(double usual, String name, double value) {
    return value == usual ? this : with(name, value);
  }

  /**
   * {@code paint} as the {@code fill} or {@code stroke} that {@code name} says; a gradient, of
   * which the themes have none, as its first colour.
   */
  Attributes paint(String name, Paint paint) {
    Color color = color(paint);
    if (color.getOpacity() == 0) {
      return with(name, "none");
    }
    return with(name, hex(color)).unless(1, name + "-opacity", color.getOpacity());
  }

  /** Gives {@code each} every name with its value. */
  void forEach(BiConsumer<String, String> each) {
    values.forEach(each);
  }

  /** Whether nothing is seen of {@code paint}; null is no paint. */
  static boolean isClear(Paint paint) {
    return color(paint).getOpacity() == 0;
  }

  /** At most two decimals, and none where they are zero. */
  static String number(double value) {
    return number(value, 2);
  }

  /** At most so many decimals, and none where they are zero. */
  static String number(double value, int decimals) {
    String text =
        String.format(Locale.ROOT, "%." + decimals + "f", value).replaceFirst("\\.?0+$", "");
    return text.equals("-0") ? "0" : text;
  }

  private static Color color(Paint paint) {
    if (paint instanceof Color color) {
      return color;
    }
    if (paint instanceof LinearGradient gradient) {
      return gradient.getStops().get(0).getColor();
    }
    return paint instanceof RadialGradient gradient
        ? gradient.getStops().get(0).getColor()
        : Color.TRANSPARENT;
  }

  private static String hex(Color color) {
    return String.format(
        "#%02x%02x%02x", byteOf(color.getRed()), byteOf(color.getGreen()), byteOf(color.getBlue()));
  }

  private static int byteOf(double share) {
    return (int) Math.round(share * 255);
  }
}
