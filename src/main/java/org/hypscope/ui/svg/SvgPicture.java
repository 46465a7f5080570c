package org.hypscope.ui.svg;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** What a node shows as an SVG document: text stays text, and nothing is fetched or run. */
public final class SvgPicture {
  private SvgPicture() {}

  /**
   * {@code node} as it is laid out now, as large as it is; the same text for the same picture.
   * Effects, such as shadows, are left out. To be called on the JavaFX thread.
   *
   * @param paper what lies behind the node
   * @param margin how much of the paper is seen around it, in pixels
   * @param title what the picture shows, in words
   */
  public static String of(Node node, Paint paper, double margin, String title) {
    Bounds bounds = node.getLayoutBounds();
    SvgWriter svg =
        new SvgWriter(bounds.getWidth() + 2 * margin, bounds.getHeight() + 2 * margin, title);
    svg.leaf("rect", whole(paper));
    new SceneWalker(svg).writeRoot(node, margin);
    return svg.end();
  }

  /** Says which squares of a code are black. */
  public interface Modules {
    /** Whether the square is black that is the {@code x}th of the {@code y}th row. */
    boolean isBlack(int x, int y);
  }

  /**
   * Black squares on white.
   *
   * @param count squares in a row, and rows
   * @param modules which are black
   * @param size how many pixels wide the picture is at first
   * @param title what the picture shows, in words
   */
  public static String ofModules(int count, Modules modules, int size, String title) {
    StringBuilder data = new StringBuilder();
    for (int y = 0; y < count; y++) {
      for (int x = 0; x < count; x++) {
        if (modules.isBlack(x, y)) {
          data.append(PathData.move(x, y)).append("h1v1h-1Z");
        }
      }
    }
    SvgWriter svg = new SvgWriter(size, size, title);
    svg.leaf("rect", whole(Color.WHITE));
    Attributes squares =
        new Attributes()
            .with("d", data.toString())
            .with("fill", "#000000")
            .with("shape-rendering", "crispEdges")
            .with("transform", "scale(" + (double) size / count + ")");
    svg.leaf("path", squares);
    return svg.end();
  }

  private static Attributes whole(Paint paint) {
    return new Attributes().with("width", "100%").with("height", "100%").paint("fill", paint);
  }
}
