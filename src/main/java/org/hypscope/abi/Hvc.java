package org.hypscope.abi;

import java.util.OptionalInt;

/** The HVC instruction (ARM ARM B9.3.4, encoding A1). */
final class Hvc {
  private Hvc() {}

  /** The immediate of the HVC at which a machine stands; 0 where it stands at none. */
  static int immediateAt(Sight sight) {
    OptionalInt word = sight.wordAtPc();
    return word.isPresent() && is(word.getAsInt()) ? immediate(word.getAsInt()) : 0;
  }

  /** Whether {@code word} is HVC in A32. */
  static boolean is(int word) {
    return (word & 0x0ff0_00f0) == 0x0140_0070;
  }

  private static int immediate(int word) {
    return (word >>> 4 & 0xfff0) | (word & 0xf);
  }
}
