package org.hypscope.debug;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Until it is closed, pauses a session when the program is asked to end (Ctrl+C), and holds the end
 * back, for a few seconds at most, so that what the run came to can still be told.
 */
final class PauseOnExit {
  private static final int MOST_SECONDS = 10;

  private final CountDownLatch told = new CountDownLatch(1);
  private final Runnable pause;
  private final Thread hook = new Thread(this::exit, "hypscope-exit");

  PauseOnExit(Runnable pause) {
    this.pause = pause;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void exit() {
    pause.run();
    try {
      told.await(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the program end. */
  void close() {
    told.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      hook.interrupt();
    }
  }
}
