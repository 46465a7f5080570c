package org.hypscope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.hypscope.debug.Snapshot;
import org.hypscope.ui.View;
import org.hypscope.ui.Workbench;
import org.hypscope.ui.code.CodeMode;
import org.hypscope.ui.gallery.RecentFiles;
import org.hypscope.ui.gallery.SampleScenarios;
import org.hypscope.ui.kernel.LastKernel;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/**
 * Measures what a step costs the JavaFX thread, from the key to the frame that shows it, beside the
 * goal: {@code mvn -q test -Dtest=StepFrames}. Its name keeps it out of the ordinary test run.
 * {@code -Dsizes=1280x800}, {@code -Dlayouts=Engineer,Student} and {@code -Dfronts=plain,Source}
 * measure fewer windows, {@code -Dslowest=5} also tells which steps cost most.
 */
class StepFrames extends ApplicationTest {
  /** A frame, in milliseconds. */
  private static final double GOAL = 16;

  private static final String PLAIN = "plain";
  private static final String SOURCE = "Source";
  private static final int COLD = 10;
  private static final int WARM_UPS = Integer.getInteger("warmups", 200);
  private static final int STEPS = Integer.getInteger("steps", 100);
  private static final int SLOWEST = Integer.getInteger("slowest", 0);
  private static final int SETTLED_FRAMES = 3;
  private static final KeyCode[] FORTH = {KeyCode.F7};
  private static final KeyCode[] BACK = {KeyCode.SHIFT, KeyCode.F7};
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Workbench workbench;
  private Stage stage;

  /** What one step cost, in milliseconds, and the instant that it led to. */
  private record Step(double cost, Snapshot to) {}

  @Override
  public void start(Stage primary) {
    stage = primary;
    workbench = new Workbench(new SampleScenarios(), RecentFiles.none(), LastKernel.none());
    Scene scene = new Scene(workbench.root(), 1280, 800);
    workbench.attach(scene);
    stage.setScene(scene);
    stage.show();
    workbench.focusFirst();
  }

  @Test
  void run() throws InterruptedException {
    open();
    System.out.printf(
        "JavaFX thread, ms of CPU a step; the goal is %.0f. The first steps, cold: %s%n",
        GOAL,
        steps(COLD, FORTH).stream()
            .map(step -> String.format(Locale.ROOT, "%.0f", step.cost()))
            .collect(Collectors.joining(" ")));
    for (int n = 0; n < WARM_UPS; n += STEPS) {
      steps(STEPS, FORTH);
      steps(STEPS, BACK);
    }
    System.out.printf(
        Locale.ROOT,
        "A key that does nothing, and waiting, are in each figure: median %.1f%n",
        nothing());
    System.out.println("size       layout    in front  step     median    p90    p99    max");
    for (String size : choice("sizes", "1280x800,1920x1080")) {
      resize(size);
      for (String layout : choice("layouts", "Engineer,Speaker,Student")) {
        for (String front : choice("fronts", "plain,Source,Matrix,Devices,Stops")) {
          open();
          arrange(layout, front);
          steps(COLD, FORTH);
          steps(COLD, BACK);
          print(size, layout, front, "forth", steps(STEPS, FORTH));
          print(size, layout, front, "back", steps(STEPS, BACK));
        }
      }
    }
  }

  private static List<String> choice(String property, String all) {
    return List.of(System.getProperty(property, all).split(","));
  }

  private void resize(String size) {
    String[] sides = size.split("x");
    interact(
        () -> {
          stage.setWidth(Integer.parseInt(sides[0]));
          stage.setHeight(Integer.parseInt(sides[1]));
        });
  }

  private void arrange(String layout, String front) {
    push(KeyCode.CONTROL, KeyCode.L);
    write(layout);
    push(KeyCode.ENTER);
    interact(() -> bringToFront(front));
  }

  private void bringToFront(String front) {
    workbench.state().useCodeMode(front.equals(SOURCE) ? CodeMode.SOURCE : CodeMode.DISASSEMBLY);
    workbench.views().stream()
        .filter(view -> isCalled(view, front))
        .findFirst()
        .ifPresent(workbench::show);
    workbench.show(workbench.views().get(0));
  }

  private static boolean isCalled(View view, String front) {
    return !front.equals(PLAIN) && !front.equals(SOURCE) && view.title().contains(front);
  }

  private void open() throws InterruptedException {
    Snapshot last = shown();
    interact(() -> workbench.openScenario("kdump-k2"));
    settle(last);
  }

  private static void print(
      String size, String layout, String front, String way, List<Step> steps) {
    List<Step> sorted = new ArrayList<>(steps);
    sorted.sort(Comparator.comparingDouble(Step::cost));
    int last = sorted.size() - 1;
    System.out.printf(
        Locale.ROOT,
        "%-10s %-9s %-9s %-7s %7.1f%7.1f%7.1f%7.1f%n",
        size,
        layout,
        front,
        way,
        sorted.get(last / 2).cost(),
        sorted.get(last * 9 / 10).cost(),
        sorted.get(last * 99 / 100).cost(),
        sorted.get(last).cost());
    for (int n = 0; n < SLOWEST; n++) {
      Step slow = sorted.get(last - n);
      System.out.printf(
          Locale.ROOT,
          "    %5.1f to %s at %s%n",
          slow.cost(),
          slow.to().mark(),
          slow.to().symbols().describe(slow.to().pc()));
    }
  }

  private List<Step> steps(int count, KeyCode... keys) throws InterruptedException {
    List<Step> taken = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      Snapshot before = shown();
      taken.add(new Step(cost(before, keys), shown()));
    }
    return taken;
  }

  /** What the same costs with a key that no command has. */
  private double nothing() throws InterruptedException {
    double[] costs = new double[STEPS];
    for (int n = 0; n < STEPS; n++) {
      costs[n] = cost(null, KeyCode.F2);
    }
    Arrays.sort(costs);
    return costs[STEPS / 2];
  }

  /** In milliseconds, until something else than {@code before} is shown. */
  private double cost(Snapshot before, KeyCode... keys) throws InterruptedException {
    long start = cpu();
    push(keys);
    settle(before);
    return (cpu() - start) / 1e6;
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
