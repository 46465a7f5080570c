package org.hypscope.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.hypscope.ui.svg.SvgPicture;

/** One window, or a view in it, as a picture. Everything here belongs to the JavaFX thread. */
public final class Pictures {
  /** So that nothing of a view that stands alone touches the edge, in pixels. */
  private static final double MARGIN = 8;

  private final Region root;
  private final WorkbenchLayout layout;

  Pictures(Region root, WorkbenchLayout layout) {
    this.root = root;
    this.layout = layout;
  }

  /**
   * Writes {@code view}, its tab brought to the front if it has one, or the whole window.
   *
   * @param view what is wanted; empty for the whole window
   * @param file whose name ends as one of {@link ExportFormat#PICTURES}
   * @throws IllegalArgumentException with one sentence where the name ends otherwise
   * @throws IOException where the file cannot be written
   */
  public void write(Optional<View> view, Path file) throws IOException {
    if (ExportFormat.of(file, ExportFormat.PICTURES) == ExportFormat.SVG) {
      Files.writeString(file, drawing(view));
    } else {
      PngFile.write(pixels(view), file);
    }
  }

  /** As {@link #write} tells a PNG file. */
  WritableImage pixels(Optional<View> view) {
    Node shown = shown(view);
    SnapshotParameters onPaper = new SnapshotParameters();
    onPaper.setFill(paper(shown));
    Bounds bounds = shown.getBoundsInParent();
    double margin = margin(view);
    onPaper.setViewport(
        new Rectangle2D(
            bounds.getMinX() - margin,
            bounds.getMinY() - margin,
            bounds.getWidth() + 2 * margin,
            bounds.getHeight() + 2 * margin));
    return shown.snapshot(onPaper, null);
  }

  /** As {@link #write} tells an SVG file. */
  String drawing(Optional<View> view) {
    Node shown = shown(view);
    return SvgPicture.of(
        shown, paper(shown), margin(view), view.map(View::title).orElse("HypScope"));
  }

  private static double margin(Optional<View> view) {
    return view.isPresent() ? MARGIN : 0;
  }

  private Node shown(Optional<View> view) {
    view.ifPresent(layout::reveal);
    Node shown = view.map(View::node).orElse(root);
    settle(shown);
    return shown;
  }

  /**
   * Styles and lays out the window that {@code shown} is in: a view that slept in a hidden tab
   * needs it twice.
   */
  static void settle(Node shown) {
    Parent all = shown.getScene().getRoot();
    for (int pass = 0; pass < 2; pass++) {
      all.applyCss();
      all.layout();
    }
  }

  /** What {@code node} stands on, as most views leave their ground to the pane around them. */
  private static Paint paper(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Region region && hasGround(region)) {
        return region.getBackground().getFills().get(0).getFill();
      }
    }
    return Color.WHITE;
  }

  private static boolean hasGround(Region region) {
    return region.getBackground() != null
        && region.getBackground().getFills().stream()
            .limit(1)
            .anyMatch(fill -> !fill.getFill().equals(Color.TRANSPARENT));
  }
}
