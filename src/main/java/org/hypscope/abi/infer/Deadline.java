package org.hypscope.abi.infer;

/** When an inference must come to its end. */
final class Deadline {
  private final long start = System.nanoTime();
  private final long nanoseconds;

  Deadline(double seconds) {
    this.nanoseconds = (long) (seconds * 1e9);
  }

  /** Whether {@code share} of the time, at most 1, is over. */
  boolean isOver(double share) {
    return System.nanoTime() - start > nanoseconds * share;
  }

  double elapsed() {
    return (System.nanoTime() - start) / 1e9;
  }
}
