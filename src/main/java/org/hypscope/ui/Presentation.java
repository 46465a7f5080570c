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

  /** The register file fits into this width at normal size, with room to spare. */
  private static final double FILE_WIDTH = 960;

  /** Registers, code, a hypercall and the timeline fit into a window of this height likewise. */
  private static final double FILE_HEIGHT = 667;

  private static final double LEAST = 1.15;
  private static final double MOST = 1.8;

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

  /**
   * The scale of presenter mode: as large as leaves the whole register file in sight.
   *
   * @param share of the window's width that the registers have, up to 1
   */
  double presenterScale(double share) {
    double wide = share * root.getWidth() / FILE_WIDTH;
    return Math.max(LEAST, Math.min(MOST, Math.min(wide, root.getHeight() / FILE_HEIGHT)));
  }
}
