package org.hypscope.arm.decode;

/**
 * A case in which the manual makes an encoding UNPREDICTABLE, as data.
 *
 * @param condition when
 * @param undefined whether this core, as QEMU does, then takes an Undefined Instruction exception;
 *     otherwise it goes on in the plain reading of the pseudocode
 */
public record Rule(Condition condition, boolean undefined) {
  /** Whether {@code word} is such a case. */
  public boolean holds(int word) {
    return condition.holds(word);
  }
}
