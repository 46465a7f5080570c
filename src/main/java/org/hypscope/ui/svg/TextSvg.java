package org.hypscope.ui.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.hypscope.ui.theme.Fonts;

/**
 * Writes text as text: each line where JavaFX has put it and as wide as it is there, so that a
 * reader with other fonts keeps every column. What stands after a wide gap is placed anew, as
 * readers do not agree about spaces in a row.
 */
final class TextSvg {
  private static final Pattern PART = Pattern.compile("\\S+(?: \\S+)*");

  private final SvgWriter svg;
  private final Map<Font, Double> ascents = new HashMap<>();

  TextSvg(SvgWriter svg) {
    this.svg = svg;
  }

  /** Some characters of a text, and the box that they take in the text's own coordinates. */
  private record Piece(int from, int to, Bounds box) {}

  /** Writes those lines of {@code text} of which something is in {@code seen}, in the scene. */
  void write(Text text, Offset at, Bounds seen) {
    if (text.getText().isBlank() || Attributes.isClear(text.getFill())) {
      return;
    }
    double ascent = ascent(text);
    for (Piece line : lines(text)) {
      for (Piece part : parts(text, line)) {
        if (seen.intersects(text.localToScene(part.box))) {
          write(text, part, ascent, at);
        }
      }
    }
  }

  private void write(Text text, Piece part, double ascent, Offset at) {
    String words = text.getText().substring(part.from, part.to);
    Attributes attributes =
        font(text.getFont())
            .with("x", part.box.getMinX() + at.x())
            .with("y", part.box.getMinY() + ascent + at.y())
            .paint("fill", text.getFill());
    if (words.codePointCount(0, words.length()) > 1) {
      attributes.with("textLength", part.box.getWidth()).with("lengthAdjust", "spacingAndGlyphs");
    }
    String decoration =
        ((text.isUnderline() ? "underline " : "") + (text.isStrikethrough() ? "line-through" : ""))
            .trim();
    if (!decoration.isEmpty()) {
      attributes.with("text-decoration", decoration);
    }
    svg.text("text", attributes, words);
  }

  /** The family with what to take in its place, the size, and what is not usual about the face. */
  private static Attributes font(Font font) {
    Attributes attributes =
        new Attributes()
            .with("font-family", family(font.getFamily()))
            .with("font-size", font.getSize());
    String style = font.getStyle();
    if (style.contains("Bold")) {
      attributes.with("font-weight", "bold");
    }
    if (style.contains("Italic") || style.contains("Oblique")) {
      attributes.with("font-style", "italic");
    }
    return attributes;
  }

  /** The names that mean "whatever the system has" are other ones in JavaFX. */
  private static String family(String family) {
    return switch (family) {
      case Fonts.MONO -> "'" + Fonts.MONO + "', monospace";
      case "System" -> "system-ui, sans-serif";
      case "SansSerif" -> "sans-serif";
      case "Serif" -> "serif";
      case "Monospaced" -> "monospace";
      default -> "'" + family + "', sans-serif";
    };
  }

  private static List<Piece> lines(Text text) {
    String words = text.getText();
    List<Piece> lines = new ArrayList<>();
    int from = 0;
    while (from < words.length()) {
      Bounds first = box(text, from, from + 1);
      int to = from + 1;
      while (to < words.length() && words.charAt(to - 1) != '\n' && follows(text, to, first)) {
        to++;
      }
      int end = words.charAt(to - 1) == '\n' ? to - 1 : to;
      if (end > from) {
        lines.add(piece(text, from, end));
      }
      from = to;
    }
    return lines;
  }

  /** Whether the character at {@code n} stands on the line of {@code first}. */
  private static boolean follows(Text text, int n, Bounds first) {
    if (isOneLine(text) || text.getText().charAt(n) == '\n') {
      return true;
    }
    return Math.abs(box(text, n, n + 1).getMinY() - first.getMinY()) < 1;
  }

  private static boolean isOneLine(Text text) {
    return text.getWrappingWidth() == 0 && !(text.getParent() instanceof TextFlow);
  }

  /** A line in parts that no wide gap goes through. */
  private static List<Piece> parts(Text text, Piece line) {
    String words = text.getText().substring(line.from, line.to);
    List<Piece> parts = new ArrayList<>();
    Matcher matcher = PART.matcher(words);
    while (matcher.find()) {
      parts.add(piece(text, line.from + matcher.start(), line.from + matcher.end()));
    }
    return parts;
  }

  private static Piece piece(Text text, int from, int to) {
    return new Piece(from, to, box(text, from, to));
  }

  /** The box of some characters on one line, in the text's own coordinates. */
  private static Bounds box(Text text, int from, int to) {
    if (text.getParent() instanceof TextFlow flow) {
      int before = before(flow, text);
      Bounds whole = around(flow.rangeShape(before, before + text.getText().length()));
      Bounds box = around(flow.rangeShape(before + from, before + to));
      Bounds own = text.getLayoutBounds();
      return new BoundingBox(
          own.getMinX() + box.getMinX() - whole.getMinX(),
          own.getMinY() + box.getMinY() - whole.getMinY(),
          box.getWidth(),
          box.getHeight());
    }
    return around(text.rangeShape(from, to));
  }

  /** How many characters of a flow stand before {@code text}; what is no text counts as one. */
  private static int before(TextFlow flow, Text text) {
    int count = 0;
    for (Node node : flow.getChildrenUnmodifiable()) {
      if (node == text) {
        return count;
      }
      if (node.isManaged()) {
        count += node instanceof Text other ? other.getText().length() : 1;
      }
    }
    return count;
  }

  private static Bounds around(PathElement[] outline) {
    Path path = new Path(outline);
    path.setStroke(null);
    path.setFill(Color.BLACK);
    return path.getLayoutBounds();
  }

  /** From the top of a line to where its letters stand; the largest of those that share it. */
  private double ascent(Text text) {
    if (text.getParent() instanceof TextFlow flow) {
      return flow.getChildrenUnmodifiable().stream()
          .filter(Text.class::isInstance)
          .mapToDouble(each -> ascent(((Text) each).getFont()))
          .max()
          .orElse(0);
    }
    return ascent(text.getFont());
  }

  private double ascent(Font font) {
    return ascents.computeIfAbsent(font, TextSvg::measureAscent);
  }

  private static double measureAscent(Font font) {
    Text measured = new Text("x");
    measured.setFont(font);
    return -measured.getLayoutBounds().getMinY();
  }
}
