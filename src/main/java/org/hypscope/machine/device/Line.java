package org.hypscope.machine.device;

/** An interrupt line out of a device. */
@FunctionalInterface
public interface Line {
  /** Asserts the line, or takes it back. */
  void drive(boolean asserted);
}
