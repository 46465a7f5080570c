package org.hypscope.ui.qr;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A coordinate as a QR code, large enough for the back row of a room. */
public final class QrSheet {
  private static final int PIXELS = 480;

  private final VBox box;
  private final Button close = new Button("Close");

  /**
   * The sheet.
   *
   * @param text what the code says, written below it too
   * @param untold a sentence about what it does not say; may be empty
   * @param export asks where the code is to be kept as a picture
   * @param leave takes the sheet away
   */
  public QrSheet(String text, String untold, Runnable export, Runnable leave) {
    ImageView code = new ImageView(QrCode.picture(text, PIXELS));
    code.setAccessibleText("QR code of " + text);
    Label words = new Label(text);
    words.setId("qr-text");
    words.getStyleClass().addAll("large", "mono");
    words.setWrapText(true);
    Label remark = new Label(untold.trim());
    remark.getStyleClass().add("muted");
    remark.setWrapText(true);
    remark.setMaxWidth(PIXELS);
    remark.setManaged(!untold.isEmpty());
    remark.setMinHeight(Region.USE_PREF_SIZE);
    Button keep = new Button("Export as a picture...");
    keep.setId("qr-export");
    keep.setOnAction(event -> export.run());
    close.setId("qr-close");
    close.setOnAction(event -> leave.run());
    HBox buttons = new HBox(8, keep, close);
    buttons.setAlignment(Pos.CENTER);
    box = new VBox(12, code, words, remark, buttons);
    box.setId("qr-sheet");
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("cheat-sheet");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /** The sheet. */
  public Region node() {
    return box;
  }

  /** Puts the keyboard on the button that closes it. */
  public void focus() {
    close.requestFocus();
  }
}
