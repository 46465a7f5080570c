package org.hypscope.debug;

import java.util.OptionalLong;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;

/** Where a run stops by itself. Written as {@link StopNames} reads it. */
public sealed interface Breakpoint {
  /** Before the instruction at {@code address}. */
  record Address(int address) implements Breakpoint {
    @Override
    public String toString() {
      return Bits.hex(address);
    }
  }

  /**
   * After an exception has entered the vector {@code offset} (0x00 to 0x1c, a multiple of 4) of a
   * table.
   */
  record Vector(VectorBase base, int offset) implements Breakpoint {
    @Override
    public String toString() {
      return String.format("%s+0x%02x", base.register(), offset);
    }
  }

  /** After {@code mode} has been entered from another. */
  record EnterMode(Mode mode) implements Breakpoint {
    @Override
    public String toString() {
      return "mode=" + mode;
    }
  }

  /**
   * After an instruction, or an exception's entry, has changed {@code place}.
   *
   * @param becomes the value that it must have then, as {@link Place} holds it; empty for any
   * @param same whether writing the value that it has already counts too
   */
  record Write(Place place, OptionalLong becomes, boolean same) implements Breakpoint {
    /** Refuses PC, which every instruction changes. */
    public Write {
      if (place instanceof Place.Register at && at.isPc()) {
        throw new IllegalArgumentException(
            "PC is written by every instruction: set a breakpoint at an address instead.");
      }
    }

    boolean isMetBy(long value) {
      return becomes.isEmpty() || becomes.getAsLong() == value;
    }

    @Override
    public String toString() {
      String value = becomes.isEmpty() ? "" : "=" + FieldValues.value(place, becomes.getAsLong());
      return place + value + (same ? ",written" : "");
    }
  }
}
