package org.hypscope.ui.dock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** The picture of an {@link Arrangement} in the main window and in windows of their own. */
public final class Dock {
  private static final double LEAST_WIDTH = 480;
  private static final double LEAST_HEIGHT = 320;

  private final Map<String, PaneFrame> frames;
  private final DockSurface main = new DockSurface();
  private final List<DockWindow> windows = new ArrayList<>();
  private final DockDrag drag;
  private final DockMenu menu;
  private final Arrangement home;
  private final Runnable moved;
  private boolean moving;
  private boolean held;
  private List<Floating> wanted = List.of();
  private Consumer<Scene> opened = scene -> {};
  private Consumer<Scene> closed = scene -> {};

  /**
   * A dock that shows {@code home}.
   *
   * @param frames each view by its word, in the order in which menus list them
   * @param home where views stand at first, which says where one goes that was closed
   * @param moved called when panes have moved, which takes the keyboard from them
   */
  public Dock(Map<String, PaneFrame> frames, Arrangement home, Runnable moved) {
    this.frames = frames;
    this.home = home;
    this.moved = moved;
    drag = new DockDrag(this);
    menu = new DockMenu(this);
    main.setId("panes");
    drag.install(main);
    menu.install(main);
    main.sceneProperty().addListener((o, was, is) -> showWindows(is != null));
    rebuild(home);
  }

  /**
   * Tells of the scenes of windows of their own.
   *
   * @param opened given each before it is shown
   * @param closed given each when it is no longer
   */
  public void onWindows(Consumer<Scene> opened, Consumer<Scene> closed) {
    this.opened = opened;
    this.closed = closed;
  }

  /** What the main window shows; windows of their own are seen while it has a scene. */
  public Node node() {
    return main;
  }

  /** Where every view stands now, as a person has shared the room. */
  public Arrangement arrangement() {
    List<Floating> floating =
        windows.isEmpty() ? wanted : windows.stream().map(DockWindow::floating).toList();
    return new Arrangement(main.part(), floating);
  }

  /** Puts every view where {@code next} says. */
  public void apply(Arrangement next) {
    if (next.isShapedLike(arrangement())) {
      // What a pane needs at least may have changed, and would stop a divider.
      surfaces().forEach(Dock::layOut);
      main.adjust(next.main());
      for (int n = 0; n < windows.size(); n++) {
        windows.get(n).surface().adjust(next.floating().get(n).part());
        place(n, next.floating().get(n));
      }
      wanted = next.floating();
    } else {
      rebuild(next);
    }
    moved.run();
  }

  /** Has nothing be dragged, or closed by the mouse, while one pane has the room of all. */
  public void hold(boolean hold) {
    held = hold;
  }

  boolean isHeld() {
    return held;
  }

  /** Whether panes are being moved: who has the keyboard meanwhile says nothing. */
  public boolean isMoving() {
    return moving;
  }

  private void rebuild(Arrangement next) {
    moving = true;
    surfaces().forEach(DockSurface::release);
    main.show(next.main(), frames);
    wanted = next.floating();
    showWindows(main.getScene() != null);
    surfaces().forEach(Dock::layOut);
    moving = false;
  }

  /** A split pane has its parts only once it is styled and laid out; before, none has a place. */
  private static void layOut(DockSurface surface) {
    if (surface.getScene() != null) {
      surface.applyCss();
      surface.layout();
    }
  }

  /** Windows of their own need the main one, which is not there before it is shown. */
  private void showWindows(boolean seen) {
    if (!seen && !windows.isEmpty()) {
      wanted = windows.stream().map(DockWindow::floating).toList();
    }
    int count = seen ? wanted.size() : 0;
    while (windows.size() > count) {
      close(windows.remove(windows.size() - 1));
    }
    for (int n = 0; n < count; n++) {
      boolean isNew = n == windows.size();
      if (isNew) {
        windows.add(open(main.getScene().getWindow()));
      }
      windows.get(n).surface().release();
      windows.get(n).surface().show(wanted.get(n).part(), frames);
      place(n, wanted.get(n));
      if (isNew) {
        windows.get(n).show();
      }
    }
  }

  private void place(int n, Floating window) {
    windows.get(n).place(window, window.part().views().stream().map(frames::get).toList());
  }

  private DockWindow open(Window owner) {
    DockWindow[] window = new DockWindow[1];
    window[0] = new DockWindow(owner, () -> dockAll(window[0]));
    drag.install(window[0].surface());
    menu.install(window[0].surface());
    opened.accept(window[0].scene());
    return window[0];
  }

  private void close(DockWindow window) {
    window.surface().release();
    window.hide();
    closed.accept(window.scene());
  }

  private void dockAll(DockWindow window) {
    Arrangement next = arrangement();
    for (String view : window.surface().part().views()) {
      next = next.docked(view, home);
    }
    apply(next);
  }

  /** Brings {@code view} to the front of its group, and its window to the front if it has one. */
  public void bringToFront(String view) {
    surfaces()
        .flatMap(DockSurface::groups)
        .filter(group -> group.group().views().contains(view))
        .forEach(group -> group.select(view));
    windows.stream()
        .filter(window -> window.surface().part().views().contains(view))
        .forEach(DockWindow::toFront);
  }

  /** Puts {@code view}, which is closed or in a window of its own, into the main window. */
  public void dock(String view) {
    apply(arrangement().docked(view, home));
  }

  /** Takes {@code view} away; {@link #dock} brings it back. */
  public void close(String view) {
    apply(arrangement().close(view));
  }

  /** Gives {@code view} a window of its own, near the corner of the main one. */
  public void detach(String view) {
    Window window = main.getScene().getWindow();
    floatAt(view, window.getX() + 80, window.getY() + 80);
  }

  /** Gives {@code view} a window of its own whose upper left corner is there on the screen. */
  void floatAt(String view, double x, double y) {
    PaneFrame frame = frames.get(view);
    int width = (int) Math.max(LEAST_WIDTH, frame.getWidth());
    int height = (int) Math.max(LEAST_HEIGHT, frame.getHeight());
    apply(arrangement().floated(view, (int) x, (int) y, width, height));
  }

  /** Where {@code view} can be moved to, in words of a menu. */
  public List<Move> moves(String view) {
    return Move.of(this, view);
  }

  /** The views that stand nowhere. */
  public List<String> closedViews() {
    Arrangement now = arrangement();
    return frames.keySet().stream().filter(view -> !now.holds(view)).toList();
  }

  /** The title of {@code view}. */
  public String title(String view) {
    return frames.get(view).view().title();
  }

  /** The surface of the main window. */
  DockSurface main() {
    return main;
  }

  /** All surfaces, those of windows that are likely in front of others first. */
  Stream<DockSurface> surfaces() {
    return Stream.concat(
        IntStream.range(0, windows.size())
            .mapToObj(n -> windows.get(windows.size() - 1 - n).surface()),
        Stream.of(main));
  }

  /** The bounds of {@code surface}'s window on the screen. */
  static Optional<Bounds> onScreen(DockSurface surface) {
    return Optional.ofNullable(surface.getScene())
        .map(scene -> scene.getRoot().localToScreen(scene.getRoot().getLayoutBounds()));
  }
}
