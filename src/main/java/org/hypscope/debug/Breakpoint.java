package org.hypscope.debug;

import java.util.OptionalLong;
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

  /**
   * After an instruction, or an exception's entry, has changed {@code place}.
   *
   * @param becomes the value that it must have then, as {@link Place} holds it; empty for any
   * @param skip how many times each run, in either direction, is to go on
   * @param log whether to say so and go on every time
   */
  record Write(Place place, OptionalLong becomes, int skip, boolean log) implements Breakpoint {
    boolean isMetBy(long value) {
      return becomes.isEmpty() || becomes.getAsLong() == value;
    }

    @Override
    public String toString() {
      String value = becomes.isEmpty() ? "" : "=" + WatchNames.value(place, becomes.getAsLong());
      return place + value + (skip == 0 ? "" : ",skip=" + skip) + (log ? ",log" : "");
    }
  }
}
