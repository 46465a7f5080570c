package org.hypscope.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.hypscope.ui.View;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.theme.ModeStyle;

/**
 * A lane for each mode that occurs, arrows for entries and returns, flags for findings, and a
 * ribbon that says who owns HVBAR.
 */
public final class TimelineView implements View {
  private static final double NAMES = 46;
  private static final double LANE = 20;
  private static final double RIBBON = 16;
  private static final double GAP = 12;
  private static final double LABEL_ROOM = 40;

  private final WorkbenchState state;
  private final TimelineModel model;
  private final Pane canvas = new Pane();
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new StackPane(canvas, empty);
  private final Tooltip tip = new Tooltip();
  private final List<Node> drawn = new ArrayList<>();

  /** A view of {@code model} that follows {@code state}. */
  public TimelineView(WorkbenchState state, TimelineModel model) {
    this.state = state;
    this.model = model;
    canvas.getStyleClass().add("timeline");
    canvas.setMinSize(0, 0);
    canvas.setFocusTraversable(true);
    canvas.setOnMouseMoved(this::tell);
    canvas.setId("timeline");
    empty.getStyleClass().add("empty-sentence");
    model.picture().addListener((Observable o) -> draw());
    canvas.widthProperty().addListener((Observable o) -> draw());
    canvas.heightProperty().addListener((Observable o) -> draw());
    state.snapshot().addListener((Observable o) -> update());
    state.owners().addListener((Observable o) -> update());
    state.findings().addListener((Observable o) -> update());
    state.scale().addListener((Observable o) -> draw());
    update();
    draw();
  }

  @Override
  public String title() {
    return "Timeline";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public String asText() {
    return model.asMarkdown();
  }

  @Override
  public String emptySentence() {
    return "Open an image to see which mode ran when, and who owned HVBAR.";
  }

  /** One tip for all shapes: a tip a shape would cost more than the shapes. */
  private void tell(MouseEvent event) {
    Object words = event.getTarget() instanceof Shape shape ? shape.getUserData() : null;
    tip.setText(words == null ? "" : words.toString());
    if (words == null) {
      Tooltip.uninstall(canvas, tip);
    } else {
      Tooltip.install(canvas, tip);
    }
  }

  private void update() {
    model.show(state.snapshot().get(), state.owners(), state.findings());
  }

  private void draw() {
    TimelineModel.Picture picture = model.picture().get();
    empty.setVisible(picture == null);
    drawn.clear();
    if (picture != null && canvas.getWidth() > NAMES + 10) {
      lanes(picture);
      picture.bars().forEach(bar -> bar(picture, bar));
      jumps(picture);
      ribbon(picture);
      picture.flags().forEach(this::flag);
      now();
    }
    canvas.getChildren().setAll(drawn);
    canvas.setAccessibleText(
        picture == null
            ? ""
            : "Timeline. "
                + picture.lanes().size()
                + " modes, "
                + picture.jumps().size()
                + " entries and returns.");
  }

  private double unit() {
    return state.scale().get();
  }

  private double x(double at) {
    double left = NAMES * unit();
    return left + at * (canvas.getWidth() - left - GAP * unit());
  }

  /** The middle of a lane: the last lane, HYP where it occurs, is on top. */
  private double y(TimelineModel.Picture picture, int lane) {
    return (GAP + LANE / 2 + (picture.lanes().size() - 1 - lane) * LANE) * unit();
  }

  private double ribbonTop(TimelineModel.Picture picture) {
    return (GAP + picture.lanes().size() * LANE + 4) * unit();
  }

  private void lanes(TimelineModel.Picture picture) {
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      text(picture.lanes().get(lane).name(), 8 * unit(), y(picture, lane), "lane-name");
      Line line = new Line(x(0), y(picture, lane), x(1), y(picture, lane));
      add(line, "lane-line", null);
    }
  }

  private void bar(TimelineModel.Picture picture, TimelineModel.Bar bar) {
    double from = x(bar.from());
    double height = 8 * unit();
    Rectangle rectangle =
        new Rectangle(
            from, y(picture, bar.lane()) - height / 2, Math.max(2, x(bar.to()) - from), height);
    add(rectangle, "lane-bar", bar.words());
    ModeStyle.set(rectangle, bar.mode());
  }

  private void jumps(TimelineModel.Picture picture) {
    double labelled = Double.NEGATIVE_INFINITY;
    for (TimelineModel.Jump jump : picture.jumps()) {
      double x = x(jump.at());
      jump(picture, jump, x);
      boolean room = x + LABEL_ROOM * unit() < canvas.getWidth();
      if (!jump.label().isEmpty() && room && x - labelled > LABEL_ROOM * unit()) {
        text(jump.label(), x + 3 * unit(), 7 * unit(), "jump-label");
        labelled = x;
      }
    }
  }

  private void jump(TimelineModel.Picture picture, TimelineModel.Jump jump, double x) {
    if (jump.from() < 0 || jump.to() < 0) {
      return;
    }
    double from = y(picture, jump.from());
    double to = y(picture, jump.to());
    Line line = new Line(x, from, x, to);
    add(line, "jump", jump.words());
    ModeStyle.set(line, jump.mode());
    double head = (to < from ? 5 : -5) * unit();
    Polygon arrow = new Polygon(x, to, x - 3 * unit(), to + head, x + 3 * unit(), to + head);
    add(arrow, "jump-head", jump.words());
    ModeStyle.set(arrow, jump.mode());
  }

  private void ribbon(TimelineModel.Picture picture) {
    double top = ribbonTop(picture);
    text("HVBAR", 8 * unit(), top + RIBBON / 2 * unit(), "lane-name");
    for (TimelineModel.Band band : picture.bands()) {
      double from = x(band.from());
      double width = Math.max(2, x(band.to()) - from);
      Rectangle rectangle = new Rectangle(from, top, width, RIBBON * unit());
      add(rectangle, "owner-" + band.styleClass(), band.words());
      rectangle.getStyleClass().add("ribbon");
      double room = band.label().length() * 7.5 * unit();
      if (width > room + 6) {
        text(
            band.label(),
            from + 4 * unit(),
            top + RIBBON / 2 * unit(),
            "on-owner-" + band.styleClass());
      }
    }
  }

  private void flag(TimelineModel.Flag flag) {
    double x = x(flag.at());
    double size = 5 * unit();
    Polygon diamond = new Polygon(x, 2, x + size, 2 + size, x, 2 + 2 * size, x - size, 2 + size);
    add(diamond, "finding-flag", flag.words());
  }

  private void now() {
    add(new Line(x(1), 2, x(1), canvas.getHeight() - 2), "now-line", "now");
  }

  private void text(String words, double x, double y, String styleClass) {
    Text text = new Text(x, y, words);
    text.setTextOrigin(VPos.CENTER);
    add(text, styleClass, null);
    text.getStyleClass().add("timeline-text");
  }

  private void add(Shape shape, String styleClass, String words) {
    shape.getStyleClass().add(styleClass);
    shape.setUserData(words);
    drawn.add(shape);
  }
}
