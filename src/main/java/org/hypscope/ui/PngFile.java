package org.hypscope.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Pictures on disk. */
public final class PngFile {
  private PngFile() {}

  /**
   * Writes {@code image} to {@code file} as PNG, in place of what is there.
   *
   * @throws IOException where the file cannot be written
   */
  public static void write(Image image, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (!ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", out)) {
        throw new IOException("no PNG writer");
      }
    }
  }
}
