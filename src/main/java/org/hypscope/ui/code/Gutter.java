package org.hypscope.ui.code;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
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

  /** How wide and high the breakpoint and the arrow are, in pixels. */
  private static final double MARK = 8;

  private static final double WIDER_THAN_ANY_LINE = 8000;

  private final Region stripe = new Region();

  /** Made once they are needed: most lines never have a mark, and each node has to be styled. */
  private Region ground;

  private Circle breakpoint;
  private Polygon arrow;

  Gutter() {
    getStyleClass().add("gutter");
    stripe.getStyleClass().add("stripe");
    getChildren().add(stripe);
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
    showBreakpoint(stop);
    showArrow(mode != null);
    ModeStyle.set(stripe, mode);
    showGround(mode != null, mode == null && lookedAt);
  }

  private void showBreakpoint(boolean shown) {
    if (shown && breakpoint == null) {
      breakpoint = mark(new Circle(MARK / 2), "breakpoint");
    }
    if (breakpoint != null) {
      breakpoint.setVisible(shown);
    }
  }

  private void showArrow(boolean shown) {
    if (shown && arrow == null) {
      arrow = mark(new Polygon(0, 0, MARK, MARK / 2, 0, MARK), "pc");
    }
    if (arrow != null) {
      arrow.setVisible(shown);
    }
  }

  private void showGround(boolean pc, boolean lookedAt) {
    if (ground == null && (pc || lookedAt)) {
      ground = mark(new Region(), "line-ground");
      ground.setMouseTransparent(true);
      ground.toBack();
    }
    if (ground != null) {
      ground.pseudoClassStateChanged(PC_LINE, pc);
      ground.pseudoClassStateChanged(LOOKED_AT, lookedAt);
    }
  }

  /** Its room is kept for it, whether it is there or not. */
  private <T extends Node> T mark(T made, String styleClass) {
    made.getStyleClass().add(styleClass);
    made.setManaged(false);
    getChildren().add(made);
    return made;
  }

  @Override
  protected double computeMinWidth(double height) {
    return super.computeMinWidth(height) + roomForMarks();
  }

  @Override
  protected double computePrefWidth(double height) {
    return super.computePrefWidth(height) + roomForMarks();
  }

  private double roomForMarks() {
    return 2 * (getSpacing() + MARK);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double first = stripe.getBoundsInParent().getMaxX() + getSpacing();
    place(breakpoint, first);
    place(arrow, first + MARK + getSpacing());
    if (ground != null) {
      ground.resizeRelocate(0, 0, WIDER_THAN_ANY_LINE, getHeight());
    }
  }

  private void place(Shape mark, double x) {
    if (mark != null) {
      mark.relocate(snapPositionX(x), snapPositionY((getHeight() - MARK) / 2));
    }
  }
}
