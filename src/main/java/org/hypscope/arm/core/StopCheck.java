package org.hypscope.arm.core;

/** Asked before every instruction of a run that has stop conditions. */
@FunctionalInterface
public interface StopCheck {
  /** The bit of {@code written} that stands for the floating-point registers. */
  int FLOATING = 1 << 16;

  /** Whether the run ends before the instruction at {@code core.pc()}. */
  boolean stopBefore(Core core);

  /**
   * Whether the run might end before one of the instructions in the {@code bytes} from {@code
   * core.pc()}, the first one included. Where it cannot, they may be executed without {@link
   * #stopBefore} being asked, as fast as in a run without conditions. Asked only of instructions
   * that write nothing but registers, flags, ITSTATE and memory: none of them calls, returns from
   * an exception or changes the mode, unless it faults.
   *
   * @param written which registers of the current mode some of them may write: bit n stands for Rn,
   *     0 to 14, bit 16 for any of the floating-point registers
   */
  default boolean mayStopWithin(Core core, int bytes, int written) {
    return true;
  }
}
