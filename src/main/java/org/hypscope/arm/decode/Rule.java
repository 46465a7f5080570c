package org.hypscope.arm.decode;

/**
 * A case in which the manual makes an encoding UNPREDICTABLE, as data.
 *
 * @param condition when
 * @param undefined whether this core, as QEMU does, then takes an Undefined Instruction exception;
 *     otherwise it goes on in the plain reading of the pseudocode
 */
public record Rule(Condition condition, boolean undefined) {
  /** Whether {@code word} (of a T32 encoding: its image) is such a case under {@code it}. */
  boolean holds(int word, int it) {
    return condition.holds(word, it);
  }
}
