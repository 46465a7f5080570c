package org.hypscope.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * The only way from other threads to the JavaFX thread. What arrives faster than frames is not
 * queued: each kind of news has one slot, and a frame shows the newest.
 */
public final class FxBridge {
  private FxBridge() {}

  /** Runs {@code task} on the JavaFX thread, soon. */
  public static void later(Runnable task) {
    Platform.runLater(task);
  }

  /** Runs {@code then} on the JavaFX thread with the one sentence that a failed command left. */
  public static void onFailure(CompletableFuture<?> future, Consumer<String> then) {
    future.whenComplete(
        (value, failure) -> {
          if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            later(() -> then.accept(cause.getMessage()));
          }
        });
  }

  /** As {@link #onFailure}, and {@code done} is given the result where there is one. */
  public static <T> void onResult(
      CompletableFuture<T> future, Consumer<T> done, Consumer<String> failed) {
    future.thenAccept(value -> later(() -> done.accept(value)));
    onFailure(future, failed);
  }

  /**
   * Does {@code work} away from the JavaFX thread, and hands over there what came of it.
   *
   * @param then given the result
   * @param failed given the sentence of the exception in its place
   */
  public static <T> void inBackground(Callable<T> work, Consumer<T> then, Consumer<String> failed) {
    CompletableFuture<T> result = new CompletableFuture<>();
    result.thenAccept(value -> later(() -> then.accept(value)));
    onFailure(result, failed);
    result.completeAsync(() -> call(work));
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /**
   * A slot for news of one kind.
   *
   * @param show given the newest once a frame, on the JavaFX thread
   * @return where news is put, from any thread
   */
  public static <T> Consumer<T> newest(Consumer<T> show) {
    return new Slot<>(show)::put;
  }

  private static final class Slot<T> {
    private final AtomicReference<T> waiting = new AtomicReference<>();
    private final Consumer<T> show;
    private final AnimationTimer nextFrame =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            stop();
            take();
          }
        };

    Slot(Consumer<T> show) {
      this.show = show;
    }

    void put(T news) {
      if (waiting.getAndSet(news) == null) {
        later(nextFrame::start);
      }
    }

    private void take() {
      T news = waiting.getAndSet(null);
      if (news != null) {
        show.accept(news);
      }
    }
  }
}
