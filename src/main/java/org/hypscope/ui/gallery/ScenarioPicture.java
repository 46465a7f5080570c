package org.hypscope.ui.gallery;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/**
 * A scenario as a drawing: the kernel's lane below, HYP's above, an arrow for every hypercall, the
 * handler that answers in its colour, and how each call ends.
 */
final class ScenarioPicture {
  static final double WIDTH = 216;
  static final double HEIGHT = 88;

  private static final double LEFT = 34;
  private static final double HYP = 26;
  private static final double KERNEL = 70;
  private static final double BOX_HEIGHT = 20;

  private final Group group = new Group();

  private ScenarioPicture() {}

  /** The drawing of {@code calls}, always {@link #WIDTH} by {@link #HEIGHT}. */
  static Node of(List<ScenarioCall> calls) {
    ScenarioPicture picture = new ScenarioPicture();
    picture.lanes();
    double step = (WIDTH - LEFT) / calls.size();
    for (int n = 0; n < calls.size(); n++) {
      picture.call(calls.get(n), LEFT + step * (n + 0.5), Math.min(40, step - 10));
    }
    Pane pane = new Pane(picture.group);
    pane.getStyleClass().add("scenario-picture");
    pane.setMinSize(WIDTH, HEIGHT);
    pane.setPrefSize(WIDTH, HEIGHT);
    pane.setMaxSize(WIDTH, HEIGHT);
    return pane;
  }

  private void lanes() {
    text("HYP", 0, HYP, "lane-name");
    text("SVC", 0, KERNEL + 2, "lane-name");
    add(new Line(LEFT, HYP, WIDTH, HYP), "lane-hyp");
    add(new Line(LEFT, KERNEL, WIDTH, KERNEL), "lane-svc");
  }

  private void call(ScenarioCall call, double x, double width) {
    double up = x - width / 4;
    double down = x + width / 4;
    box(call, x, width);
    if (call.fromHyp()) {
      arrow(x - width / 2 - 34, HYP, x - width / 2 - 1, HYP, "call");
      text(call.caller(), x - width / 2 - 34, HYP + 12, "caller");
    } else {
      arrow(up, KERNEL - 2, up, HYP + BOX_HEIGHT / 2 + 1, "call");
      text(call.caller(), up - 7, KERNEL + 14, "caller");
    }
    switch (call.ending()) {
      case RETURNS -> arrow(down, HYP + BOX_HEIGHT / 2 + 1, down, KERNEL - 2, "call");
      case RETURNS_WRONG -> {
        arrow(down, HYP + BOX_HEIGHT / 2 + 1, down, KERNEL - 2, "bad");
        cross(down, (HYP + KERNEL) / 2 + 4);
      }
      case LEAVES -> {
        add(new Line(down, HYP + BOX_HEIGHT / 2 + 1, down, HYP + 24), "good");
        arrow(down, HYP + 24, down + 16, HYP + 24, "good");
      }
      case LOST -> {
        add(new Line(down, HYP - BOX_HEIGHT / 2, down, HYP - 18), "bad");
        add(new Line(down, HYP - 18, down + 10, HYP - 18), "bad");
        cross(down + 15, HYP - 18);
      }
    }
  }

  private void box(ScenarioCall call, double x, double width) {
    Rectangle box = new Rectangle(x - width / 2, HYP - BOX_HEIGHT / 2, width, BOX_HEIGHT);
    box.setArcWidth(6);
    box.setArcHeight(6);
    add(box, "owner-" + call.ownerClass());
    String name = call.handler().isEmpty() ? "?" : call.handler();
    text(name, x - 3.6 * name.length(), HYP, "on-owner-" + call.ownerClass());
  }

  private void arrow(double x1, double y1, double x2, double y2, String styleClass) {
    add(new Line(x1, y1, x2, y2), styleClass);
    double angle = Math.toDegrees(Math.atan2(y2 - y1, x2 - x1));
    Polygon head = new Polygon(0, 0, -6, -3.5, -6, 3.5);
    head.setTranslateX(x2);
    head.setTranslateY(y2);
    head.getTransforms().add(new javafx.scene.transform.Rotate(angle, 0, 0));
    add(head, styleClass);
  }

  private void cross(double x, double y) {
    add(new Polyline(x - 4, y - 4, x + 4, y + 4), "bad");
    add(new Polyline(x - 4, y + 4, x + 4, y - 4), "bad");
  }

  private void text(String words, double x, double y, String styleClass) {
    Text text = new Text(x, y, words);
    text.setTextOrigin(VPos.CENTER);
    add(text, styleClass);
  }

  private void add(Shape shape, String styleClass) {
    shape.getStyleClass().add(styleClass);
    group.getChildren().add(shape);
  }
}
