package org.hypscope.abi.infer;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * When an inference must come to its end: after so many seconds of computing, or where others keep
 * the processor, after three times as long.
 */
final class Deadline {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int PATIENCE = 3;
  private static final double NANOS = 1e9;

  private final long start = System.nanoTime();
  private final long startOfWork = work();
  private final double seconds;

  /** From now on, in the thread that asks. */
  Deadline(double seconds) {
    this.seconds = seconds;
  }

  private static long work() {
    return THREADS.isCurrentThreadCpuTimeSupported()
        ? THREADS.getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  /** Whether {@code share} of the time, at most 1, is over. */
  boolean isOver(double share) {
    double limit = seconds * share;
    boolean waited = (System.nanoTime() - start) / NANOS > limit * PATIENCE;
    return waited || elapsed() > limit;
  }

  /** Seconds of computing since it was made. */
  double elapsed() {
    return (work() - startOfWork) / NANOS;
  }
}
