package org.hypscope.arm.isa;

import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.core.Decoder;

/** Decodes both instruction sets by their rows. Immutable. */
public final class IsaDecoder implements Decoder {
  private static final IsaDecoder INSTANCE = new IsaDecoder();

  private IsaDecoder() {}

  /** The decoder for a core. */
  public static Decoder instance() {
    return INSTANCE;
  }

  @Override
  public Decoded a32(int word) {
    return A32.decode(word);
  }

  @Override
  public Decoded t32(int hw1, int hw2) {
    return T32.decode(hw1, hw2);
  }
}
