package org.hypscope.debug;

import org.hypscope.machine.Machine;

/** A bounded experiment on a copy of the machine. */
@FunctionalInterface
public interface Probe<T> {
  /** Works on {@code fork}, which belongs to the probe alone. Runs on a worker thread. */
  T run(Machine fork);
}
