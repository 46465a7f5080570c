package org.hypscope.abi;

import java.util.OptionalInt;

/** The HVC instruction (ARM ARM B9.3.4, encodings A1 and T1). */
final class Hvc {
  private Hvc() {}

  /** The immediate of the HVC at which a machine stands; 0 where it stands at none. */
  static int immediateAt(Sight sight) {
    OptionalInt word = sight.wordAtPc();
    boolean there = word.isPresent() && is(word.getAsInt(), sight.thumb());
    return there ? immediate(word.getAsInt(), sight.thumb()) : 0;
  }

  /**
   * Whether {@code word} is HVC; of a T32 instruction the first halfword is the upper one.
   *
   * @param thumb whether in T32 state
   */
  static boolean is(int word, boolean thumb) {
    return thumb
        ? (word & 0xfff0_f000) == 0xf7e0_8000
        : (word & 0x0ff0_00f0) == 0x0140_0070 && word >>> 28 != 0xf;
  }

  private static int immediate(int word, boolean thumb) {
    return thumb ? (word >>> 4 & 0xf000) | (word & 0xfff) : (word >>> 4 & 0xfff0) | (word & 0xf);
  }
}
