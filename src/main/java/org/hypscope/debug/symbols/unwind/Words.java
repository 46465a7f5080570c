package org.hypscope.debug.symbols.unwind;

import java.util.OptionalInt;
import org.hypscope.arm.arch.Mode;

/** Reads of memory that a table asks for. */
final class Words {
  private Words() {}

  /** The word at {@code address}, which must be one. */
  static int word(StackReader reader, Mode mode, int address) {
    OptionalInt word = (address & 3) != 0 ? OptionalInt.empty() : reader.word(mode, address);
    return word.orElseThrow(
        () ->
            new BadTableException(
                String.format("nothing can be read at 0x%08x, where it looks", address)));
  }

  /** The halfword at {@code address}, or -1. */
  static int half(StackReader reader, Mode mode, int address) {
    OptionalInt word = reader.word(mode, address & ~3);
    return word.isEmpty() ? -1 : word.getAsInt() >>> (address & 2) * 8 & 0xffff;
  }
}
