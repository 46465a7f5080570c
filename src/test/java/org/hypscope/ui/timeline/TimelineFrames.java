package org.hypscope.ui.timeline;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.hypscope.debug.TimelineView;
import org.hypscope.time.Mark;
import org.hypscope.ui.WorkbenchState;
import org.hypscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/**
 * Measures what a frame of the timeline costs the JavaFX thread, in a run of a billion
 * instructions: {@code mvn -q test -Dtest=TimelineFrames}. Its name keeps it out of the ordinary
 * test run.
 */
class TimelineFrames extends ApplicationTest {
  private static final long LENGTH = 1_000_000_000;
  private static final int FRAMES = Integer.getInteger("frames", 150);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final TimelineModel model = new TimelineModel();

  @Override
  public void start(Stage stage) {
    Scene scene = new Scene(new javafx.scene.layout.StackPane(view()), 1280, 180);
    Theme.LIGHT.applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  private javafx.scene.Node view() {
    return new org.hypscope.ui.timeline.TimelineView(new WorkbenchState(), model).node();
  }

  @Test
  void run() throws InterruptedException {
    for (int events : new int[] {100_000, 1_000_000}) {
      TimelineView run = LongRuns.run(LENGTH, events);
      interact(() -> show(run));
      for (int round = 0; round < 2; round++) {
        String of = String.format("%,d events%s", events, round == 0 ? ", cold" : "");
        measure(of + ", scrubbing the whole run", n -> show(LongRuns.run(LENGTH, events, at(n))));
        measure(of + ", zooming in and out", n -> model.zoom(n % 60 < 30 ? 1 : -1, 0.37));
        interact(() -> model.zoom(18, 0.37));
        measure(of + ", moving", n -> model.pan(0.01));
        interact(model::showWhole);
        measure(
            of + ", running", n -> show(LongRuns.run(LENGTH + n * (LENGTH / events), events + n)));
        interact(() -> show(run));
      }
    }
  }

  private static Mark at(int n) {
    return new Mark(LENGTH / FRAMES * n, 0);
  }

  private void show(TimelineView run) {
    model.show(new TimelineModel.Run("long", 1, 0, List.of(), run));
  }

  private void measure(String what, IntConsumer change) throws InterruptedException {
    long[] cost = new long[FRAMES];
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> new Frames(cost, change, done).start());
    done.await();
    Arrays.sort(cost);
    System.out.printf(
        "JavaFX thread, %s, ms of CPU a frame: median %.1f, p99 %.1f, worst %.1f%n",
        what, cost[FRAMES / 2] / 1e6, cost[FRAMES * 99 / 100] / 1e6, cost[FRAMES - 1] / 1e6);
  }

  /** From one frame's beginning to the next one's, with a change in it. */
  private static final class Frames extends AnimationTimer {
    private final long[] cost;
    private final IntConsumer change;
    private final CountDownLatch done;
    private int frames;
    private long before;

    Frames(long[] cost, IntConsumer change, CountDownLatch done) {
      this.cost = cost;
      this.change = change;
      this.done = done;
    }

    @Override
    public void handle(long now) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      if (frames > 0) {
        cost[frames - 1] = cpu - before;
      }
      before = cpu;
      if (frames == cost.length) {
        stop();
        done.countDown();
        return;
      }
      change.accept(frames);
      frames++;
    }
  }
}
