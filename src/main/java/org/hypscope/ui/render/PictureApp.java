package org.hypscope.ui.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.hypscope.debug.MarkExpression;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.View;
import org.hypscope.ui.Workbench;
import org.hypscope.ui.gallery.RecentFiles;
import org.hypscope.ui.gallery.SampleScenarios;
import org.hypscope.ui.kernel.LastKernel;

/** The window that is drawn: opened, waited for until it shows what it should, and closed. */
public final class PictureApp extends Application {
  private static final AtomicReference<Order> ORDER = new AtomicReference<>();
  private static final int SETTLED_FRAMES = 12;

  private Workbench workbench;
  private Order order;

  private record Order(WindowPicture.Subject subject, Path file, CompletableFuture<Void> done) {}

  /** Hands the next window its order; JavaFX makes the application itself and passes only text. */
  static CompletableFuture<Void> prepare(WindowPicture.Subject subject, Path file) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    ORDER.set(new Order(subject, file, done));
    return done;
  }

  @Override
  public void start(Stage stage) {
    order = ORDER.getAndSet(null);
    WindowPicture.Subject subject = order.subject();
    workbench = new Workbench(new SampleScenarios(), RecentFiles.none(), LastKernel.none());
    workbench.state().useTheme(subject.theme());
    Scene scene = new Scene(workbench.root(), subject.width(), subject.height());
    workbench.attach(scene);
    stage.setScene(scene);
    stage.show();
    workbench.focusFirst();
    subject.sample().ifPresent(what -> open(what, subject.at()));
    new Settling().start();
  }

  private void open(String what, Optional<MarkExpression> at) {
    if (WindowPicture.isSession(what)) {
      workbench.open(what, Optional.empty());
    } else {
      workbench.openScenario(what, at);
    }
  }

  @Override
  public void stop() {
    workbench.close();
  }

  /** Takes the picture once everything has been shown for some frames. */
  private final class Settling extends AnimationTimer {
    private int settled;

    @Override
    public void handle(long now) {
      settled = isComplete() ? settled + 1 : 0;
      if (settled == 1) {
        giveRoom();
      }
      if (workbench.failure().isPresent()) {
        stop();
        fail(workbench.failure().get());
      } else if (settled >= SETTLED_FRAMES) {
        stop();
        finish();
      }
    }
  }

  /** One view alone is drawn as large as the picture allows. */
  private void giveRoom() {
    try {
      order.subject().view().map(this::view).ifPresent(workbench::enlarge);
    } catch (IllegalArgumentException e) {
      fail(e.getMessage());
    }
  }

  private boolean isComplete() {
    if (order.subject().sample().isEmpty()) {
      return true;
    }
    Snapshot snapshot = workbench.state().snapshot().get();
    return snapshot != null
        && !workbench.isBusy()
        && workbench.views().stream().noneMatch(View::isFilling)
        && (!snapshot.atHvc() || workbench.state().abiView().get() != null);
  }

  private void finish() {
    Snapshot snapshot = workbench.state().snapshot().get();
    Optional<MarkExpression> missed =
        order.subject().at().filter(at -> snapshot != null && !at.isMetBy(snapshot));
    if (missed.isPresent()) {
      fail("The run never comes to " + missed.get() + ", and ends at " + snapshot.end() + ".");
    } else {
      take();
    }
  }

  private void take() {
    try {
      workbench.pictures().write(order.subject().view().map(this::view), order.file());
      order.done().complete(null);
      Platform.exit();
    } catch (IOException e) {
      fail(
          "The picture cannot be written to "
              + order.file()
              + ": name a file in a folder that exists.");
    } catch (IllegalArgumentException e) {
      fail(e.getMessage());
    }
  }

  private View view(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return workbench.views().stream()
        .filter(view -> view.title().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no view '" + name + "': choose one of " + titles() + "."));
  }

  private String titles() {
    return String.join(", ", workbench.views().stream().map(View::title).toList());
  }

  private void fail(String sentence) {
    order.done().completeExceptionally(new IllegalArgumentException(sentence));
    Platform.exit();
  }
}
