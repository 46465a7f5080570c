package org.hypscope.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Work away from the JavaFX thread that tells how far it is and can be stopped. All but the work
 * itself belongs to the JavaFX thread.
 */
public final class BackgroundRun {
  private final IntConsumer progress;
  private volatile Object current = new Object();

  /** Work whose progress is shown by {@code progress}, on the JavaFX thread, once a frame. */
  public BackgroundRun(IntConsumer progress) {
    this.progress = progress;
  }

  /**
   * Does {@code work} in place of what is under way.
   *
   * @param work given where it counts its steps, which stops it once it is not wanted any more
   * @param then given the result, unless it was stopped
   * @param failed given the sentence of the exception in its place, unless it was stopped
   */
  public <T> void start(Work<T> work, Consumer<T> then, Consumer<String> failed) {
    Object mine = new Object();
    current = mine;
    Consumer<Integer> shown =
        FxBridge.newest(count -> ifCurrent(mine, () -> progress.accept(count)));
    IntConsumer counter =
        count -> {
          if (current != mine) {
            throw new CancellationException("stopped");
          }
          shown.accept(count);
        };
    Callable<T> all = () -> work.run(counter);
    FxBridge.inBackground(
        all,
        result -> ifCurrent(mine, () -> over(() -> then.accept(result))),
        sentence -> ifCurrent(mine, () -> over(() -> failed.accept(sentence))));
  }

  /** Progress that is still on its way is not to be shown after the end. */
  private void over(Runnable then) {
    stop();
    then.run();
  }

  /** Stops what is under way; nothing more is heard of it. */
  public void stop() {
    current = new Object();
  }

  private void ifCurrent(Object mine, Runnable then) {
    if (current == mine) {
      then.run();
    }
  }

  /** Work that counts its steps. */
  public interface Work<T> {
    /** Does it. */
    T run(IntConsumer counter) throws Exception;
  }
}
