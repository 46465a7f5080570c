package org.hypscope.ui.timeline;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Shape;
import org.hypscope.ui.TimeState;
import org.hypscope.ui.timeline.TimelineModel.Spot;

/**
 * What mouse and keys do on the timeline: a press or a drag goes to the instant under the pointer,
 * with Shift or another button it moves what is shown; a click on a shape goes to its instant; the
 * wheel moves, with Ctrl it zooms.
 */
final class TimelineInput {
  private static final double WHEEL = 40;
  private static final double PAN = 0.1;

  private final TimelineModel model;
  private final TimeState time;
  private final Pane canvas;
  private final DoubleUnaryOperator fraction;
  private final Predicate<MouseEvent> onMap;
  private Drag drag = Drag.NONE;
  private double lastX;

  private enum Drag {
    NONE,
    SCRUB,
    PAN,
    MAP
  }

  /**
   * Listens to {@code canvas} from now on.
   *
   * @param fraction of the pictured stretch at an x
   * @param onMap whether an event is on the map of the whole run
   */
  TimelineInput(
      TimelineModel model,
      TimeState time,
      Pane canvas,
      DoubleUnaryOperator fraction,
      Predicate<MouseEvent> onMap) {
    this.model = model;
    this.time = time;
    this.canvas = canvas;
    this.fraction = fraction;
    this.onMap = onMap;
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseDragged(this::dragged);
    canvas.setOnMouseReleased(event -> drag = Drag.NONE);
    canvas.setOnScroll(this::scrolled);
    canvas.setOnKeyPressed(this::key);
  }

  private void pressed(MouseEvent event) {
    canvas.requestFocus();
    lastX = event.getX();
    Object under = event.getTarget() instanceof Shape shape ? shape.getUserData() : null;
    boolean plain = event.getButton() == MouseButton.PRIMARY && !event.isShiftDown();
    if (onMap.test(event)) {
      drag = Drag.MAP;
      model.revealOfWhole(fraction.applyAsDouble(event.getX()));
    } else if (!plain) {
      drag = Drag.PAN;
    } else if (under instanceof Spot spot) {
      drag = Drag.NONE;
      go(spot);
    } else {
      drag = Drag.SCRUB;
      scrub(event.getX());
    }
  }

  private void go(Spot spot) {
    if (spot.branch() != 0) {
      time.leaveFor(spot.branch());
    } else if (spot.at() != null) {
      time.visit(spot.at());
    }
  }

  private void dragged(MouseEvent event) {
    switch (drag) {
      case SCRUB -> scrub(event.getX());
      case PAN -> {
        double by = fraction.applyAsDouble(lastX) - fraction.applyAsDouble(event.getX());
        model.pan(by);
      }
      case MAP -> model.revealOfWhole(fraction.applyAsDouble(event.getX()));
      case NONE -> {
        return;
      }
    }
    lastX = event.getX();
  }

  private void scrub(double x) {
    double at = Math.max(0, Math.min(1, fraction.applyAsDouble(x)));
    model.markAt(at).ifPresent(time::visit);
  }

  private void scrolled(ScrollEvent event) {
    double turned = event.getDeltaY() + event.getDeltaX();
    if (event.isControlDown()) {
      model.zoom(turned / WHEEL, fraction.applyAsDouble(event.getX()));
    } else {
      model.pan(-turned / WHEEL * PAN);
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    boolean later;
    switch (event.getCode()) {
      case LEFT -> later = false;
      case RIGHT -> later = true;
      default -> {
        return;
      }
    }
    event.consume();
    if (event.isShiftDown()) {
      model.pan(later ? PAN : -PAN);
    } else {
      model.nextEvent(later).ifPresent(time::visit);
    }
  }
}
