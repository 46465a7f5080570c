package org.hypscope.ui.dock;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A window of its own for some views; it closes with the main window. */
final class DockWindow {
  private final Stage stage = new Stage();
  private final DockSurface surface = new DockSurface();
  private final Scene scene = new Scene(new StackPane(surface));

  /**
   * A window beside {@code owner}, not shown yet.
   *
   * @param dock called when a person closes the window, whose views are to go back
   */
  DockWindow(Window owner, Runnable dock) {
    stage.initOwner(owner);
    stage.setScene(scene);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          dock.run();
        });
  }

  DockSurface surface() {
    return surface;
  }

  Scene scene() {
    return scene;
  }

  /** Moves the window to where {@code window} says, or onto a screen if there is none there. */
  void place(Floating window, List<PaneFrame> frames) {
    stage.setTitle(
        frames.stream().map(each -> each.view().title()).collect(Collectors.joining(", "))
            + " - HypScope");
    boolean seen =
        !Screen.getScreensForRectangle(window.x(), window.y(), window.width(), 1).isEmpty();
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage.setX(seen ? window.x() : screen.getMinX());
    stage.setY(seen ? window.y() : screen.getMinY());
    stage.setWidth(window.width());
    stage.setHeight(window.height());
  }

  /** Where the window is, and what it shows. */
  Floating floating() {
    return new Floating(
        whole(stage.getX(), -Floating.MOST),
        whole(stage.getY(), -Floating.MOST),
        whole(stage.getWidth(), Floating.LEAST),
        whole(stage.getHeight(), Floating.LEAST),
        surface.part());
  }

  private static int whole(double size, int least) {
    return (int) Math.max(least, Math.min(Floating.MOST, Math.round(size)));
  }

  void show() {
    stage.show();
  }

  void hide() {
    stage.hide();
  }

  void toFront() {
    stage.toFront();
    stage.requestFocus();
  }
}
