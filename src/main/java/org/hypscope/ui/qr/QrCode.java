package org.hypscope.ui.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.hypscope.ui.svg.SvgPicture;

/** Text as a QR code, for cameras that look at a projector. */
public final class QrCode {
  private static final int QUIET = 4;

  private QrCode() {}

  /**
   * A picture of {@code text}, black on white in every theme, with the quiet zone that the standard
   * asks for.
   *
   * @param size about how many pixels wide; a whole number of them for each module
   */
  public static WritableImage picture(String text, int size) {
    BitMatrix modules = modules(text);
    int scale = Math.max(1, size / modules.getWidth());
    int side = scale * modules.getWidth();
    WritableImage image = new WritableImage(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean black = modules.get(x / scale, y / scale);
        image.getPixelWriter().setColor(x, y, black ? Color.BLACK : Color.WHITE);
      }
    }
    return image;
  }

  /**
   * The same as an SVG document, which stays sharp at any size.
   *
   * @param size how many pixels wide it is at first
   */
  public static String drawing(String text, int size) {
    BitMatrix modules = modules(text);
    return SvgPicture.ofModules(modules.getWidth(), modules::get, size, "QR code of " + text);
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.Q,
                  EncodeHintType.MARGIN,
                  QUIET));
    } catch (WriterException e) {
      throw new IllegalArgumentException("'" + text + "' is too long for a QR code.", e);
    }
  }
}
