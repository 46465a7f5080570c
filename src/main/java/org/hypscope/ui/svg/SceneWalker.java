package org.hypscope.ui.svg;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.transform.Transform;

/**
 * Goes through what a scene graph shows, in the order in which it is painted, and writes each node.
 * A node of which nothing is seen leaves no trace: one that is invisible, or that lies outside all
 * that a clip above it lets through.
 */
final class SceneWalker {
  private final SvgWriter svg;
  private final RegionSvg regions;
  private final TextSvg texts;
  private final ImageSvg images;

  SceneWalker(SvgWriter svg) {
    this.svg = svg;
    regions = new RegionSvg(svg);
    texts = new TextSvg(svg);
    images = new ImageSvg(svg);
  }

  /** Writes {@code node}, whose upper left corner is put so far from that of the document. */
  void writeRoot(Node node, double margin) {
    Bounds own = node.getLayoutBounds();
    clipped(
        node, new Offset(margin - own.getMinX(), margin - own.getMinY()), node.localToScene(own));
  }

  private void write(Node node, Offset parent, Bounds seen) {
    if (!node.isVisible()
        || node.getOpacity() == 0
        || !seen.intersects(node.localToScene(node.getBoundsInLocal()))) {
      return;
    }
    Transform placed = node.getLocalToParentTransform();
    boolean moved =
        placed.getMxx() == 1
            && placed.getMyy() == 1
            && placed.getMxy() == 0
            && placed.getMyx() == 0;
    Attributes group = new Attributes().unless(1, "opacity", node.getOpacity());
    Offset at = parent.plus(placed.getTx(), placed.getTy());
    boolean grouped = node.getOpacity() != 1;
    if (!moved) {
      group.with(
          "transform",
          matrix(
              placed.getMxx(), placed.getMyx(), placed.getMxy(), placed.getMyy(), at.x(), at.y()));
      grouped = true;
      at = Offset.NONE;
    }
    boolean told = node instanceof Parent && isTold(node);
    if (grouped || told) {
      svg.open("g", group);
      if (told) {
        svg.text("title", new Attributes(), node.getAccessibleText());
      }
      clipped(node, at, seen);
      svg.close();
    } else {
      clipped(node, at, seen);
    }
  }

  private static boolean isTold(Node node) {
    return node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
  }

  private void clipped(Node node, Offset at, Bounds seen) {
    if (node.getClip() == null) {
      contents(node, at, seen);
      return;
    }
    String id = svg.nextId();
    svg.open("clipPath", new Attributes().with("id", id));
    clip(node.getClip(), at);
    svg.close();
    svg.open("g", new Attributes().with("clip-path", "url(#" + id + ")"));
    Bounds through = node.localToScene(node.getClip().getBoundsInParent());
    contents(node, at, intersection(seen, through));
    svg.close();
  }

  private void clip(Node clip, Offset at) {
    Transform placed = clip.getLocalToParentTransform();
    Offset own = at.plus(placed.getTx(), placed.getTy());
    Figure figure =
        clip instanceof Shape shape
            ? Figure.of(shape, own)
            : Figure.box(clip.getLayoutBounds(), own);
    svg.leaf(figure.element(), figure.attributes());
  }

  private static Bounds intersection(Bounds a, Bounds b) {
    double left = Math.max(a.getMinX(), b.getMinX());
    double top = Math.max(a.getMinY(), b.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.min(a.getMaxX(), b.getMaxX()) - left,
        Math.min(a.getMaxY(), b.getMaxY()) - top);
  }

  private void contents(Node node, Offset at, Bounds seen) {
    if (node instanceof Text text) {
      texts.write(text, at, seen);
    } else if (node instanceof Shape shape) {
      Figure figure = Figure.of(shape, at).paintedAs(shape);
      svg.leaf(figure.element(), figure.attributes());
    } else if (node instanceof ImageView view) {
      images.write(view, at);
    } else if (node instanceof Parent parent) {
      if (parent instanceof Region region) {
        regions.write(region, at);
      }
      painted(parent).forEach(child -> write(child, at, seen));
    } else {
      images.write(node, at);
    }
  }

  /** The children as they are painted; sorting is stable, so that equals keep their order. */
  private static List<Node> painted(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .sorted(Comparator.comparingDouble(Node::getViewOrder).reversed())
        .toList();
  }

  /** The six numbers of a transform in the plane. */
  static String matrix(double... numbers) {
    StringBuilder text = new StringBuilder("matrix(");
    for (int n = 0; n < numbers.length; n++) {
      text.append(n == 0 ? "" : " ").append(Attributes.number(numbers[n], 5));
    }
    return text.append(')').toString();
  }
}
