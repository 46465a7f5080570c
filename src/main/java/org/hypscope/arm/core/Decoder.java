package org.hypscope.arm.core;

/** Turns words into instructions. The core is given one, so that it need not know the rows. */
public interface Decoder {
  /**
   * The A32 instruction that {@code word} encodes; never null: a word that no row matches decodes
   * to an undefined instruction.
   */
  Decoded a32(int word);
}
