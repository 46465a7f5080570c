package org.hypscope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.Workbench;
import org.hypscope.ui.gallery.RecentFiles;
import org.hypscope.ui.gallery.SampleScenarios;
import org.hypscope.ui.kernel.LastKernel;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/**
 * Measures what a step costs the JavaFX thread, from the key to the frame that shows it: {@code mvn
 * -q test -Dtest=StepFrames}. Its name keeps it out of the ordinary test run. {@code -Dwidth} and
 * {@code -Dheight} give the window's size, {@code -Dfront} the key that brings a view to the front,
 * such as {@code A} for the matrix and {@code S} for source.
 */
class StepFrames extends ApplicationTest {
  private static final int WARM_UPS = Integer.getInteger("warmups", 150);
  private static final int STEPS = Integer.getInteger("steps", 150);
  private static final int SETTLED_FRAMES = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Workbench workbench;

  @Override
  public void start(Stage stage) {
    workbench = new Workbench(new SampleScenarios(), RecentFiles.none(), LastKernel.none());
    Scene scene =
        new Scene(
            workbench.root(), Integer.getInteger("width", 1280), Integer.getInteger("height", 800));
    workbench.attach(scene);
    stage.setScene(scene);
    stage.show();
    workbench.focusFirst();
  }

  @Test
  void run() throws InterruptedException {
    interact(() -> workbench.openScenario("kdump-k2"));
    settle(null);
    for (int n = 0; n < WARM_UPS; n++) {
      step(KeyCode.F7);
    }
    Snapshot last = shown();
    interact(() -> workbench.openScenario("kdump-k2"));
    settle(last);
    String front = System.getProperty("front", "");
    if (!front.isEmpty()) {
      push(KeyCode.valueOf(front));
      interact(() -> workbench.focusFirst());
    }
    measure("a step", KeyCode.F7);
    measure("a step back", KeyCode.SHIFT, KeyCode.F7);
  }

  private void measure(String what, KeyCode... keys) throws InterruptedException {
    long[] cost = new long[STEPS];
    for (int n = 0; n < STEPS; n++) {
      cost[n] = step(keys);
    }
    Arrays.sort(cost);
    System.out.printf(
        "JavaFX thread %s, ms of CPU: median %.1f, p90 %.1f, worst %.1f%n",
        what, millis(cost[STEPS / 2]), millis(cost[STEPS * 9 / 10]), millis(cost[STEPS - 1]));
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private long step(KeyCode... keys) throws InterruptedException {
    Snapshot before = shown();
    long start = cpu();
    push(keys);
    settle(before);
    return cpu() - start;
  }

  private Snapshot shown() {
    return workbench.state().snapshot().get();
  }

  private long cpu() throws InterruptedException {
    long[] time = new long[1];
    interact(() -> time[0] = THREADS.getCurrentThreadCpuTime());
    return time[0];
  }

  /** Waits until something else than {@code before} has been shown for some frames. */
  private void settle(Snapshot before) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> new Settling(before, done).start());
    if (!done.await(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the window shows no step after a minute");
    }
  }

  private final class Settling extends AnimationTimer {
    private final Snapshot before;
    private final CountDownLatch done;
    private int frames;

    Settling(Snapshot before, CountDownLatch done) {
      this.before = before;
      this.done = done;
    }

    @Override
    public void handle(long now) {
      frames = shown() == before || workbench.isBusy() ? 0 : frames + 1;
      if (frames > SETTLED_FRAMES) {
        stop();
        done.countDown();
      }
    }
  }
}
