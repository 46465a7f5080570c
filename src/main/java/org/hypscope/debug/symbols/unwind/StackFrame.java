package org.hypscope.debug.symbols.unwind;

import java.util.OptionalInt;
import org.hypscope.arm.arch.Mode;

/**
 * One call that has not returned.
 *
 * @param number 0 for the innermost
 * @param mode in which its code runs
 * @param pc where it stands, bit 0 clear: the next instruction, or where a call returns to
 * @param thumb whether its code is T32
 * @param returnAddress whether {@code pc} is where a call returns to
 * @param sp its stack pointer there
 * @param cfa the stack pointer when it was entered, once its caller was found
 * @param method by what it was found
 * @param certainty how sure it is
 * @param detail what else is to be said; empty for nothing
 */
public record StackFrame(
    int number,
    Mode mode,
    int pc,
    boolean thumb,
    boolean returnAddress,
    OptionalInt sp,
    OptionalInt cfa,
    Method method,
    Certainty certainty,
    String detail) {
  /**
   * An address inside the code that the frame is in; after a call that ends a function, PC is not.
   */
  public int code() {
    return returnAddress ? pc - 1 : pc;
  }

  /** The same, whose caller was found in the same mode with this SP. */
  StackFrame enteredAt(OptionalInt callersSp) {
    return new StackFrame(
        number, mode, pc, thumb, returnAddress, sp, callersSp, method, certainty, detail);
  }
}
