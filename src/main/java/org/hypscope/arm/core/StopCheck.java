package org.hypscope.arm.core;

/** Asked before every instruction of a run that has stop conditions. */
@FunctionalInterface
public interface StopCheck {
  /** Whether the run ends before the instruction at {@code core.pc()}. */
  boolean stopBefore(Core core);
}
