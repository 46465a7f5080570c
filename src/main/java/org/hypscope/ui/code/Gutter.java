package org.hypscope.ui.code;

import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import org.hypscope.arm.arch.Mode;
import org.hypscope.ui.theme.ModeStyle;

/**
 * What stands before a line of code: the stripe of the mode, a breakpoint, PC's arrow. It also
 * draws the ground that marks the whole line, because a paragraph that changes its style is made
 * anew, which costs a step more than all else.
 */
final class Gutter extends HBox {
  private static final PseudoClass PC_LINE = PseudoClass.getPseudoClass("pc-line");
  private static final PseudoClass LOOKED_AT = PseudoClass.getPseudoClass("looked-at");
  private static final double WIDER_THAN_ANY_LINE = 8000;

  private final Region ground = new Region();
  private final Region stripe = new Region();
  private final Circle breakpoint = new Circle(4);
  private final Polygon arrow = new Polygon(0, 0, 8, 4, 0, 8);

  Gutter() {
    getStyleClass().add("gutter");
    ground.getStyleClass().add("line-ground");
    ground.setManaged(false);
    ground.setMouseTransparent(true);
    stripe.getStyleClass().add("stripe");
    breakpoint.getStyleClass().add("breakpoint");
    arrow.getStyleClass().add("pc");
    getChildren().addAll(ground, stripe, breakpoint, arrow);
    setViewOrder(1);
  }

  /**
   * Shows the marks of one line.
   *
   * @param stop whether a run stops here
   * @param mode the mode, on the line at PC; null on any other
   * @param lookedAt whether the line was gone to
   */
  void show(boolean stop, Mode mode, boolean lookedAt) {
    breakpoint.setVisible(stop);
    arrow.setVisible(mode != null);
    ModeStyle.set(stripe, mode);
    ground.pseudoClassStateChanged(PC_LINE, mode != null);
    ground.pseudoClassStateChanged(LOOKED_AT, mode == null && lookedAt);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    ground.resizeRelocate(0, 0, WIDER_THAN_ANY_LINE, getHeight());
  }
}
