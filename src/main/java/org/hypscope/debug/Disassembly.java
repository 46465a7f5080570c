package org.hypscope.debug;

import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.isa.A32;
import org.hypscope.arm.isa.T32;
import org.hypscope.machine.load.MappingSymbol.Content;

/** Disassembles words, for views and commands. */
public final class Disassembly {
  private Disassembly() {}

  /**
   * Whether the code at {@code address} is T32: as the core's state says at PC, as the image's
   * mapping symbols say elsewhere, and where they say nothing as the core's state again.
   */
  public static boolean isThumb(Snapshot snapshot, int address) {
    boolean now = (snapshot.cpsr() & Psr.T) != 0;
    if (address == snapshot.pc()) {
      return now;
    }
    return snapshot.symbols().content(address).map(c -> c == Content.T32).orElse(now);
  }

  /** The A32 instruction {@code word} at {@code address}; never null. */
  public static DisassembledInsn a32(int word, int address) {
    return A32.disassembler().a32(word, address);
  }

  /**
   * The T32 instruction of one or two halfwords at {@code address}; never null.
   *
   * @param hw1 the halfword there
   * @param hw2 the next one, which counts only if the instruction is wide
   * @param it the ITSTATE that it is read under, 0 outside an IT block
   */
  public static DisassembledInsn t32(int hw1, int hw2, int address, int it) {
    return T32.disassembler().t32(hw1, hw2, address, it);
  }
}
