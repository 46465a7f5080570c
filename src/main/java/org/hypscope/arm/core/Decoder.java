package org.hypscope.arm.core;

/** Turns words into instructions. The core is given one, so that it need not know the rows. */
public interface Decoder {
  /**
   * The A32 instruction that {@code word} encodes; never null: a word that no row matches decodes
   * to an undefined instruction.
   */
  Decoded a32(int word);

  /**
   * The T32 instruction that starts with the halfword {@code hw1}; never null, likewise.
   *
   * @param hw2 the halfword after it, which counts only if the instruction is wide
   */
  Decoded t32(int hw1, int hw2);
}
