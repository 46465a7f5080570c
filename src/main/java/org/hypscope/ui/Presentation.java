package org.hypscope.ui;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** How large a window shows everything, and what presenter mode makes of it. */
record Presentation(Region root) {
  private static final PseudoClass PRESENTER = PseudoClass.getPseudoClass("presenter");
  private static final double FONT_SIZE = 12;

  /** A window narrower than this gives the registers more room in presenter mode. */
  private static final double WIDE = 1600;

  /** A window of this width is presented at normal size. */
  private static final double PRESENTED_WIDTH = 1370;

  /** Shows everything {@code scale} times as large as at first. */
  void rescale(double scale) {
    root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", FONT_SIZE * scale));
  }

  /** Styles the window for a projector, or no longer. */
  void present(boolean on) {
    root.pseudoClassStateChanged(PRESENTER, on);
  }

  /** Whether the window is too narrow to present all panes side by side. */
  boolean isNarrow() {
    return root.getWidth() < WIDE;
  }

  /** The scale of presenter mode: as large as leaves the whole register file in sight. */
  double presenterScale() {
    return Math.max(1.15, Math.min(1.5, root.getWidth() / PRESENTED_WIDTH));
  }
}
