package org.hypscope.ui.svg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/** Writes what is made of pixels as a picture inside the document. */
record ImageSvg(SvgWriter svg) {
  /** The part of an image that {@code view} shows, as large as it shows it. */
  void write(ImageView view, Offset at) {
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    Rectangle2D part = view.getViewport();
    Image seen =
        part == null
            ? image
            : new WritableImage(
                image.getPixelReader(),
                (int) part.getMinX(),
                (int) part.getMinY(),
                (int) part.getWidth(),
                (int) part.getHeight());
    write(seen, view.getLayoutBounds(), view.isSmooth(), at);
  }

  /** A node that paints itself, such as a canvas, as it looks now. */
  void write(Node node, Offset at) {
    SnapshotParameters clear = new SnapshotParameters();
    clear.setFill(Color.TRANSPARENT);
    write(node.snapshot(clear, null), node.getLayoutBounds(), true, at);
  }

  private void write(Image image, Bounds place, boolean smooth, Offset at) {
    Attributes attributes =
        Figure.box(place, at)
            .attributes()
            .with("preserveAspectRatio", "none")
            .with("href", "data:image/png;base64," + base64(image));
    if (!smooth) {
      attributes.with("image-rendering", "pixelated");
    }
    svg.leaf("image", attributes);
  }

  private static String base64(Image image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory is not written", e);
    }
    return Base64.getEncoder().encodeToString(png.toByteArray());
  }
}
