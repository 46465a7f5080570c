package org.hypscope.ui.svg;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.hypscope.oracle.Tools;

/**
 * An SVG document as another program draws it, compared with what JavaFX draws. Letters are never
 * drawn alike to the pixel, so that squares of eight by eight pixels are compared by their mean.
 */
public final class Rasterised {
  /** The program, of Debian's librsvg2-bin. */
  public static final String PROGRAM = "rsvg-convert";

  private static final int SIDE = 8;

  /** Letters that are drawn otherwise come to 46 of 255 at most; what is missing, to more. */
  private static final int ALIKE = 48;

  private Rasterised() {}

  /** The share of squares of {@code png} that {@code svg} does not show alike. */
  public static double difference(Path png, Path svg) {
    try {
      Path drawn = svg.resolveSibling(svg.getFileName() + ".png");
      Path fonts = svg.resolveSibling("fonts.conf");
      Files.writeString(fonts, fonts(svg.getParent()));
      Tools.run(
          List.of(
              "env", "FONTCONFIG_FILE=" + fonts, PROGRAM, svg.toString(), "-o", drawn.toString()));
      return difference(ImageIO.read(png.toFile()), ImageIO.read(drawn.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The system's fonts and the bundled one. */
  private static String fonts(Path cache) {
    return "<fontconfig><include>/etc/fonts/fonts.conf</include><dir>"
        + Path.of("assets/fonts").toAbsolutePath()
        + "</dir><cachedir>"
        + cache
        + "</cachedir></fontconfig>";
  }

  private static double difference(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return 1;
    }
    int squares = 0;
    int unlike = 0;
    for (int y = 0; y + SIDE <= one.getHeight(); y += SIDE) {
      for (int x = 0; x + SIDE <= one.getWidth(); x += SIDE) {
        squares++;
        unlike += isAlike(one, other, x, y) ? 0 : 1;
      }
    }
    return (double) unlike / squares;
  }

  private static boolean isAlike(BufferedImage one, BufferedImage other, int x, int y) {
    for (int shift = 0; shift < 24; shift += 8) {
      if (Math.abs(mean(one, x, y, shift) - mean(other, x, y, shift)) > ALIKE) {
        return false;
      }
    }
    return true;
  }

  private static int mean(BufferedImage image, int left, int top, int shift) {
    int sum = 0;
    for (int y = top; y < top + SIDE; y++) {
      for (int x = left; x < left + SIDE; x++) {
        sum += image.getRGB(x, y) >> shift & 0xff;
      }
    }
    return sum / (SIDE * SIDE);
  }
}
