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
import org.hypscope.ui.cell.FilledPane;
import org.hypscope.ui.theme.ModeStyle;

/**
 * A lane for each mode that occurs, arrows for entries and returns, flags for findings, and a
 * ribbon that says who owns HVBAR.
 */
public final class TimelineView implements View {
  private static final double NAMES = 46;
  private static final double HIGHEST_LANE = 40;
  private static final double LOWEST_LANE = 10;
  private static final double RIBBON = 16;
  private static final double MAP = 6;
  private static final double GAP = 12;
  private static final double HIGHEST_BAR = 16;
  private static final double LOWEST_BAR = 8;

  /** A letter of a label beside an arrow, at most. */
  private static final double LETTER = 6.6;

  private final WorkbenchState state;
  private final TimelineModel model;
  private final Pane canvas = new Pane();
  private final Label empty = new Label(emptySentence());
  private final StackPane node = new FilledPane();
  private final Tooltip tip = new Tooltip();
  private final ShapePool pool = new ShapePool();
  private final List<Rectangle> growing = new ArrayList<>();
  private final Rectangle future = new Rectangle();
  private final Line nowLine = new Line();
  private final Rectangle mapNow = new Rectangle();

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
    nowLine.getStyleClass().add("now-line");
    nowLine.setId("now-line");
    nowLine.setMouseTransparent(true);
    future.getStyleClass().add("future");
    future.setId("future");
    future.setMouseTransparent(true);
    mapNow.getStyleClass().add("map-now");
    mapNow.setMouseTransparent(true);
    node.getChildren().addAll(canvas, empty);
    clip();
    new TimelineInput(model, state.time(), canvas, this::fraction, this::isOnMap);
    model.picture().addListener((Observable o) -> draw());
    model.now().addListener((Observable o) -> moveNow());
    model.end().addListener((Observable o) -> moveNow());
    canvas.widthProperty().addListener((Observable o) -> fit());
    canvas.heightProperty().addListener((Observable o) -> draw());
    state.snapshot().addListener((o, was, is) -> model.show(is));
    state.owners().addListener((Observable o) -> updateBeside());
    state.findings().addListener((Observable o) -> updateBeside());
    state.time().bookmarks().addListener((Observable o) -> updateBeside());
    state.revealed().addListener((o, was, is) -> model.reveal(is));
    state.scale().addListener((Observable o) -> fit());
    model.show(state.snapshot().get());
    updateBeside();
    fit();
  }

  /** What is drawn beyond the pane's edge must not be seen over others. */
  private void clip() {
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(canvas.widthProperty());
    edge.heightProperty().bind(canvas.heightProperty());
    canvas.setClip(edge);
  }

  /** Makes what is shown larger (positive) or smaller, around where the run stands. */
  public void zoom(int steps) {
    model.zoomAtNow(steps);
  }

  /** Shows the whole run. */
  public void showWhole() {
    model.showWhole();
  }

  private void fit() {
    model.fit(x(1) - x(0));
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

  private void updateBeside() {
    model.showBeside(state.owners(), state.findings(), state.time().bookmarks());
  }

  private void draw() {
    TimelineModel.Picture picture = model.picture().get();
    empty.setVisible(picture == null);
    pool.begin();
    growing.clear();
    List<Node> nodes = new ArrayList<>();
    if (picture != null && canvas.getWidth() > NAMES + 10) {
      lanes(picture);
      instructions(picture);
      picture.bars().forEach(bar -> bar(picture, bar));
      jumps(picture);
      ribbon(picture);
      nodes.addAll(pool.drawn());
      nodes.add(future);
      int below = pool.drawn().size();
      picture.checkpoints().forEach(tick -> checkpoint(picture, tick));
      forks(picture);
      picture.pins().forEach(pin -> pin(picture, pin));
      picture.flags().forEach(this::flag);
      range();
      map();
      nodes.addAll(pool.drawn().subList(below, pool.drawn().size()));
      nodes.add(nowLine);
      if (model.isZoomed()) {
        nodes.add(mapNow);
      }
      moveNow();
    }
    if (!nodes.equals(canvas.getChildren())) {
      canvas.getChildren().setAll(nodes);
    }
    canvas.setAccessibleText(
        picture == null
            ? ""
            : "Timeline. "
                + picture.lanes().size()
                + " modes, "
                + picture.jumps().size()
                + " entries and returns. "
                + model.words()
                + ".");
  }

  /** Moves what stands at now, and what reaches as far as the run is known. */
  private void moveNow() {
    double x = x(model.now().get());
    nowLine.setStartX(x);
    nowLine.setEndX(x);
    nowLine.setStartY(2);
    nowLine.setEndY(canvas.getHeight() - 2);
    boolean seen = model.now().get() >= 0 && model.now().get() <= 1;
    nowLine.setVisible(seen);
    double end = Math.min(x(1), x(model.end().get()));
    growing.forEach(each -> each.setWidth(Math.max(2, end - each.getX())));
    double from = Math.max(x(0), x);
    future.setX(from);
    future.setY(0);
    future.setWidth(Math.max(0, end - from + 3 * unit()));
    future.setHeight(canvas.getHeight());
    future.setVisible(model.isPast() && end > from);
    mapNow.setX(x(model.nowInWhole()) - 1);
    mapNow.setY(mapTop());
    mapNow.setWidth(2);
    mapNow.setHeight(MAP * unit());
  }

  private double unit() {
    return state.scale().get();
  }

  private double x(double at) {
    double left = NAMES * unit();
    return left + at * (canvas.getWidth() - left - GAP * unit());
  }

  private double fraction(double x) {
    return (x - x(0)) / (x(1) - x(0));
  }

  private double mapTop() {
    return canvas.getHeight() - (MAP + 2) * unit();
  }

  private boolean isOnMap(MouseEvent event) {
    return model.isZoomed() && event.getY() >= mapTop() - 2;
  }

  /** As high as there is room for all. */
  private double lane(TimelineModel.Picture picture) {
    double room = canvas.getHeight() / unit() - GAP - 4 - RIBBON - MAP - 4;
    double share = room / Math.max(1, picture.lanes().size());
    return Math.max(LOWEST_LANE, Math.min(HIGHEST_LANE, share));
  }

  /** The middle of a lane: the last lane, HYP where it occurs, is on top. */
  private double y(TimelineModel.Picture picture, int lane) {
    return (GAP + lane(picture) * (picture.lanes().size() - 0.5 - lane)) * unit();
  }

  private double barHeight(TimelineModel.Picture picture) {
    return Math.max(LOWEST_BAR, Math.min(HIGHEST_BAR, 0.4 * lane(picture))) * unit();
  }

  private double ribbonTop(TimelineModel.Picture picture) {
    return (GAP + picture.lanes().size() * lane(picture) + 4) * unit();
  }

  private void lanes(TimelineModel.Picture picture) {
    for (int lane = 0; lane < picture.lanes().size(); lane++) {
      text(picture.lanes().get(lane).name(), 8 * unit(), y(picture, lane), "lane-name");
      line("lane-line", x(0), y(picture, lane), x(1), y(picture, lane));
    }
  }

  /** A line where each single instruction begins. */
  private void instructions(TimelineModel.Picture picture) {
    double top = (GAP + 2) * unit();
    double bottom = ribbonTop(picture) - 3 * unit();
    for (double at : picture.instructions()) {
      line("instruction-line", x(at), top, x(at), bottom);
    }
  }

  private void bar(TimelineModel.Picture picture, TimelineModel.Bar bar) {
    double height = barHeight(picture);
    double top = y(picture, bar.lane()) - height / 2;
    Rectangle rectangle = rectangle("lane-bar", bar.from(), bar.to(), top, height, bar.last());
    rectangle.setUserData(bar.words());
    ModeStyle.set(rectangle, bar.mode());
  }

  private void jumps(TimelineModel.Picture picture) {
    double labelled = Double.NEGATIVE_INFINITY;
    for (TimelineModel.Jump jump : picture.jumps()) {
      double x = x(jump.at());
      jump(picture, jump, x);
      double end = x + (LETTER * jump.label().length() + 6) * unit();
      if (!jump.label().isEmpty() && x > labelled && end < canvas.getWidth()) {
        text(jump.label(), x + 3 * unit(), 7 * unit(), "jump-label");
        labelled = end;
      }
    }
  }

  private void jump(TimelineModel.Picture picture, TimelineModel.Jump jump, double x) {
    if (jump.from() < 0 || jump.to() < 0) {
      return;
    }
    double from = y(picture, jump.from());
    double to = y(picture, jump.to());
    if (from == to) {
      // Within one mode: the arrow stands on the bar, in which it would not be seen.
      to -= barHeight(picture) / 2;
      from = to - 5 * unit();
    }
    Line line = line("jump", x, from, x, to);
    line.setUserData(jump.spot());
    ModeStyle.set(line, jump.mode());
    double head = (to < from ? 5 : -5) * unit();
    Polygon arrow =
        polygon("jump-head", x, to, x - 3 * unit(), to + head, x + 3 * unit(), to + head);
    arrow.setUserData(jump.spot());
    ModeStyle.set(arrow, jump.mode());
  }

  private void ribbon(TimelineModel.Picture picture) {
    double top = ribbonTop(picture);
    double middle = top + RIBBON / 2 * unit();
    text("HVBAR", 8 * unit(), middle, "lane-name");
    for (TimelineModel.Band band : picture.bands()) {
      Rectangle rectangle =
          rectangle(
              "owner-" + band.styleClass(),
              band.from(),
              band.to(),
              top,
              RIBBON * unit(),
              band.last());
      rectangle.setUserData(band.words());
      if (!rectangle.getStyleClass().contains("ribbon")) {
        rectangle.getStyleClass().add("ribbon");
      }
      double room = band.label().length() * 7.5 * unit();
      if (x(band.to()) - x(band.from()) > room + 6) {
        String styleClass = "on-owner-" + band.styleClass();
        text(band.label(), x(band.from()) + 4 * unit(), middle, styleClass);
      }
    }
  }

  private void flag(TimelineModel.Flag flag) {
    double x = x(flag.at());
    double size = 5 * unit();
    polygon("finding-flag", x, 2.0, x + size, 2 + size, x, 2 + 2 * size, x - size, 2 + size)
        .setUserData(flag.spot());
  }

  /** A ribbon's end, in the words' colour: no lane and no mode has that shape. */
  private void pin(TimelineModel.Picture picture, TimelineModel.Pin pin) {
    double x = x(pin.at());
    double top = ribbonTop(picture) - 5 * unit();
    double w = 4 * unit();
    double h = 12 * unit();
    polygon("bookmark", x - w, top, x + w, top, x + w, top + h, x, top + h - w, x - w, top + h)
        .setUserData(pin.spot());
  }

  /** A small diamond at the ribbon's lower edge, which no other mark has. */
  private void checkpoint(TimelineModel.Picture picture, TimelineModel.Tick tick) {
    double x = x(tick.at());
    double y = ribbonTop(picture) + (RIBBON - 3) * unit();
    double size = 3.5 * unit();
    polygon("checkpoint", x, y - size, x + size, y, x, y + size, x - size, y)
        .setUserData(tick.spot());
  }

  /**
   * Below the ribbon, out of the way of bookmarks: runs are often left where one is. Those that
   * part at the same place stand side by side.
   */
  private void forks(TimelineModel.Picture picture) {
    double size = 5 * unit();
    double y = ribbonTop(picture) + (RIBBON - 1) * unit();
    double[] places = picture.forks().stream().mapToDouble(fork -> x(fork.at())).toArray();
    double[] tips = Spread.apart(places, 2 * size + 1, canvas.getWidth());
    for (int n = 0; n < tips.length; n++) {
      TimelineModel.Spot spot = picture.forks().get(n).spot();
      double tip = tips[n];
      polygon("fork", tip, y, tip + 2 * size, y - size, tip + 2 * size, y + size).setUserData(spot);
      line("fork-line", places[n], 2, places[n], canvas.getHeight() - 2).setUserData(spot);
    }
  }

  /** What is drawn, and of which core, where that is not the whole of the only one. */
  private void range() {
    if (model.isZoomed()) {
      double left = x(1) - (model.words().length() * 6.4 + 10) * unit();
      text(model.words(), left, 7 * unit(), "range-label");
    } else {
      model.core().ifPresent(n -> text("core " + n, 8 * unit(), 7 * unit(), "range-label"));
    }
  }

  /** The whole run as a line, with what is drawn of it. */
  private void map() {
    if (model.isZoomed()) {
      double[] shown = model.inWhole();
      double height = MAP * unit();
      rectangle("map", 0, 1, mapTop(), height, false).setUserData("The whole run");
      rectangle("map-window", shown[0], shown[1], mapTop(), height, false)
          .setUserData("What is drawn above: drag it");
    }
  }

  private Line line(String kind, double fromX, double fromY, double toX, double toY) {
    Line line = pool.add(kind, Line.class, Line::new);
    line.setStartX(fromX);
    line.setStartY(fromY);
    line.setEndX(toX);
    line.setEndY(toY);
    return line;
  }

  private Rectangle rectangle(
      String kind, double from, double to, double top, double height, boolean grows) {
    Rectangle rectangle = pool.add(kind, Rectangle.class, Rectangle::new);
    rectangle.setX(x(from));
    rectangle.setY(top);
    rectangle.setWidth(Math.max(2, x(to) - x(from)));
    rectangle.setHeight(height);
    if (grows) {
      growing.add(rectangle);
    }
    return rectangle;
  }

  private Polygon polygon(String kind, Double... points) {
    Polygon polygon = pool.add(kind, Polygon.class, Polygon::new);
    if (!polygon.getPoints().equals(List.of(points))) {
      polygon.getPoints().setAll(points);
    }
    return polygon;
  }

  private void text(String words, double x, double y, String kind) {
    Text text = pool.add(kind, Text.class, Text::new);
    text.setText(words);
    text.setX(x);
    text.setY(y);
    text.setTextOrigin(VPos.CENTER);
    if (!text.getStyleClass().contains("timeline-text")) {
      text.getStyleClass().add("timeline-text");
    }
  }
}
