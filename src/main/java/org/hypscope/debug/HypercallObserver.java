package org.hypscope.debug;

import org.hypscope.machine.Machine;

/**
 * Told of every hypercall of a session, on its owner thread. May fork the machine, must not change
 * it.
 */
public interface HypercallObserver {
  /**
   * Whether to be told of the hypercall that is about to be taken, and of its return: a run waits
   * for both.
   */
  default boolean wantsNext() {
    return true;
  }

  /** An HVC is about to be taken: nothing has been changed yet, {@code at} stands at it. */
  default void beforeCall(Machine at, TraceEvent call) {}

  /** The call has returned to its caller: {@code at} stands at the instruction after the HVC. */
  default void afterReturn(Machine at, TraceEvent call) {}
}
