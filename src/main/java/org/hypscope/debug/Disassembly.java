package org.hypscope.debug;

import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.isa.A32;

/** Disassembles words, for views and commands. */
public final class Disassembly {
  private Disassembly() {}

  /** The A32 instruction {@code word} at {@code address}; never null. */
  public static DisassembledInsn a32(int word, int address) {
    return A32.disassembler().a32(word, address);
  }
}
