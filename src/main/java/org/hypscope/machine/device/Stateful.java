package org.hypscope.machine.device;

/** A part of a machine with state of its own, which a fork takes over. */
@FunctionalInterface
public interface Stateful {
  /**
   * Names every value that it keeps to {@code state}, which may replace it; always in one order.
   */
  void exchange(State state);
}
