package org.hypscope.ui;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.command.Command;
import org.hypscope.ui.command.KeyDispatcher;
import org.hypscope.ui.theme.Theme;
import org.hypscope.ui.tour.SpeakerView;
import org.hypscope.ui.tour.TourModel;

/**
 * The speaker's window beside the one that is projected. Keys do there what they do in the other;
 * it closes with it.
 */
final class SpeakerWindow {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 560;

  private final Workbench window;
  private final Stage stage = new Stage();
  private final SpeakerView view;
  private final ReadOnlyStringWrapper coordinate = new ReadOnlyStringWrapper("");
  private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> tick()));
  private final ChangeListener<Snapshot> snapshots = (o, was, is) -> showCoordinate();
  private final ChangeListener<Theme> themes;

  SpeakerWindow(Workbench window, TourModel model) {
    this.window = window;
    view = new SpeakerView(model, coordinate.getReadOnlyProperty(), actions());
    Scene scene = new Scene(view.node(), WIDTH, HEIGHT);
    KeyDispatcher.install(scene, window::available, window::perform);
    window.state().theme().get().applyTo(scene);
    themes = (o, was, is) -> is.applyTo(scene);
    stage.setTitle("HypScope: speaker");
    stage.setScene(scene);
    clock.setCycleCount(Timeline.INDEFINITE);
    model.place().addListener((o, was, is) -> tick());
    stage.setOnShown(event -> listen());
    stage.setOnHidden(event -> rest());
    Window projected = window.root().getScene().getWindow();
    projected.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> stage.hide());
  }

  /** Shows it, or brings it to the front. */
  void show() {
    stage.show();
    stage.toFront();
    FxBridge.later(this::size);
  }

  /** Some window managers open a window at 200 x 200 unless its size is set once it is shown. */
  private void size() {
    if (stage.getWidth() < WIDTH / 2) {
      stage.setWidth(WIDTH);
      stage.setHeight(HEIGHT);
    }
  }

  /** Whether it is shown. */
  boolean isShowing() {
    return stage.isShowing();
  }

  /** What it shows, for a test. */
  Scene scene() {
    return stage.getScene();
  }

  private SpeakerView.Actions actions() {
    return new SpeakerView.Actions() {
      @Override
      public void back() {
        window.perform(Command.TOUR_PREVIOUS);
      }

      @Override
      public void on() {
        window.perform(Command.TOUR_NEXT);
      }

      @Override
      public void export() {
        window.tour().export(stage);
      }
    };
  }

  private void listen() {
    window.state().theme().addListener(themes);
    window.state().snapshot().addListener(snapshots);
    showCoordinate();
    tick();
    clock.play();
  }

  private void rest() {
    window.state().theme().removeListener(themes);
    window.state().snapshot().removeListener(snapshots);
    clock.stop();
  }

  private void showCoordinate() {
    boolean open = window.state().snapshot().get() != null;
    coordinate.set(open ? window.sessions().coordinate().toString() : "");
  }

  private void tick() {
    view.tick(System.nanoTime());
  }
}
