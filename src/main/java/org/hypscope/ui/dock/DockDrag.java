package org.hypscope.ui.dock;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * Moves a view whose title or tab is dragged: to other tabs, to a side of a group or of the window,
 * or out of all windows into one of its own. Escape leaves it where it was.
 */
final class DockDrag {
  /** Pixels that the mouse moves before it drags: a click may tremble. */
  private static final double TREMBLE = 8;

  /** Pixels at the edge of the main window that stand for a side of all views. */
  private static final double EDGE = 14;

  /** The share of a group at each of its edges that stands for that side of it. */
  private static final double SIDE = 0.28;

  private final Dock dock;
  private String view;
  private Point2D start;
  private boolean moving;

  /** Where the view would go, with a mark on {@code surface} at {@code place}. */
  private record Drop(DockSurface surface, Bounds place, String words, Arrangement result) {}

  DockDrag(Dock dock) {
    this.dock = dock;
  }

  /** Has what is dragged from {@code surface} moved. */
  void install(DockSurface surface) {
    surface.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(surface, event));
    surface.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    surface.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    surface.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void pressed(DockSurface surface, MouseEvent event) {
    view = null;
    if (event.getButton() == MouseButton.PRIMARY && !dock.isHeld()) {
      view = surface.handle(event.getTarget()).orElse(null);
      start = new Point2D(event.getScreenX(), event.getScreenY());
    }
  }

  private void dragged(MouseEvent event) {
    Point2D at = new Point2D(event.getScreenX(), event.getScreenY());
    if (view == null || !moving && at.distance(start) < TREMBLE) {
      return;
    }
    moving = true;
    event.consume();
    unmark();
    Optional<Drop> drop = drop(at);
    drop.ifPresent(each -> each.surface().mark(each.place(), each.words()));
    if (drop.isEmpty() && isOutside(at)) {
      dock.main().markOutside(dock.title(view) + ": to a window of its own");
    }
  }

  private void released(MouseEvent event) {
    if (moving) {
      Point2D at = new Point2D(event.getScreenX(), event.getScreenY());
      String moved = view;
      stop();
      event.consume();
      Optional<Drop> drop = drop(at, moved);
      drop.ifPresent(each -> dock.apply(each.result()));
      if (drop.isEmpty() && isOutside(at)) {
        dock.floatAt(moved, at.getX(), at.getY());
      }
    }
    view = null;
  }

  private void key(KeyEvent event) {
    if (moving && event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      stop();
    }
  }

  private void stop() {
    moving = false;
    view = null;
    unmark();
  }

  private void unmark() {
    dock.surfaces().forEach(DockSurface::unmark);
  }

  private boolean isOutside(Point2D at) {
    return dock.surfaces()
        .flatMap(surface -> Dock.onScreen(surface).stream())
        .noneMatch(bounds -> bounds.contains(at));
  }

  private Optional<Drop> drop(Point2D at) {
    return drop(at, view);
  }

  private Optional<Drop> drop(Point2D at, String moved) {
    Optional<DockSurface> under =
        dock.surfaces()
            .filter(each -> Dock.onScreen(each).filter(bounds -> bounds.contains(at)).isPresent())
            .findFirst();
    Arrangement now = dock.arrangement();
    return under
        .flatMap(surface -> drop(surface, surface.screenToLocal(at), at, moved, now))
        .filter(drop -> !drop.result().equals(now));
  }

  private Optional<Drop> drop(
      DockSurface surface, Point2D local, Point2D at, String moved, Arrangement now) {
    if (!surface.getLayoutBounds().contains(local)) {
      return Optional.empty();
    }
    Optional<Side> edge =
        surface == dock.main() && !now.main().views().isEmpty()
            ? side(surface.getLayoutBounds(), local, EDGE, EDGE)
            : Optional.empty();
    if (edge.isPresent()) {
      return edge.map(
          side ->
              new Drop(
                  surface,
                  share(surface.getLayoutBounds(), side, 0.25),
                  words(moved, side.words() + " all others"),
                  now.besideAll(moved, side)));
    }
    return surface
        .groups()
        .filter(group -> surface.place(group).contains(local))
        .findFirst()
        .map(group -> drop(surface, group, local, at, moved, now));
  }

  private Drop drop(
      DockSurface surface,
      GroupPane group,
      Point2D local,
      Point2D at,
      String moved,
      Arrangement now) {
    Bounds place = surface.place(group);
    Optional<String> seen = group.group().seen();
    if (seen.isEmpty()) {
      return new Drop(surface, place, words(moved, "here"), now.besideAll(moved, Side.LEFT));
    }
    String title = dock.title(seen.get());
    double header = group.headerHeight();
    Optional<Side> side =
        local.getY() < place.getMinY() + header
            ? Optional.empty()
            : side(place, local, SIDE * place.getWidth(), SIDE * place.getHeight());
    if (side.isPresent()) {
      return new Drop(
          surface,
          share(place, side.get(), 0.5),
          words(moved, side.get().words() + " " + title),
          now.beside(moved, side.get(), seen.get()));
    }
    boolean inHeader = local.getY() < place.getMinY() + header;
    Arrangement into = now;
    if (inHeader) {
      into = now.into(moved, group.tabsBefore(at.getX(), moved), seen.get());
    } else if (!group.group().views().contains(moved)) {
      into = now.into(moved, seen.get());
    }
    return new Drop(surface, place, words(moved, "into the tabs of " + title), into);
  }

  private String words(String moved, String place) {
    return dock.title(moved) + ": " + place;
  }

  /** The nearest side, if {@code at} is nearer to it than that. */
  private static Optional<Side> side(Bounds in, Point2D at, double nearX, double nearY) {
    double left = (at.getX() - in.getMinX()) / nearX;
    double right = (in.getMaxX() - at.getX()) / nearX;
    double top = (at.getY() - in.getMinY()) / nearY;
    double bottom = (in.getMaxY() - at.getY()) / nearY;
    double nearest = Math.min(Math.min(left, right), Math.min(top, bottom));
    if (nearest >= 1) {
      return Optional.empty();
    }
    if (nearest == left) {
      return Optional.of(Side.LEFT);
    }
    if (nearest == right) {
      return Optional.of(Side.RIGHT);
    }
    return Optional.of(nearest == top ? Side.ABOVE : Side.BELOW);
  }

  /** The part of {@code of} at {@code side}. */
  private static Bounds share(Bounds of, Side side, double share) {
    double width = side.isDown() ? of.getWidth() : share * of.getWidth();
    double height = side.isDown() ? share * of.getHeight() : of.getHeight();
    double x = side == Side.RIGHT ? of.getMaxX() - width : of.getMinX();
    double y = side == Side.BELOW ? of.getMaxY() - height : of.getMinY();
    return new BoundingBox(x, y, width, height);
  }
}
