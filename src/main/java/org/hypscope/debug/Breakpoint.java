package org.hypscope.debug;

import org.hypscope.arm.arch.Mode;

/** Where a run stops by itself. */
public sealed interface Breakpoint {
  /** Before the instruction at {@code address}. */
  record Address(int address) implements Breakpoint {}

  /**
   * After an exception has entered the vector {@code offset} (0x00 to 0x1c, a multiple of 4) of a
   * table.
   */
  record Vector(VectorBase base, int offset) implements Breakpoint {}

  /** After {@code mode} has been entered from another. */
  record EnterMode(Mode mode) implements Breakpoint {}
}
