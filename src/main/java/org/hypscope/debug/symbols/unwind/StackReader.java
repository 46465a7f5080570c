package org.hypscope.debug.symbols.unwind;

import java.util.OptionalInt;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;

/** The core and its memory at one instant, as an {@link Unwinder} reads them: without effects. */
public interface StackReader {
  /** A physical register; PC is the address of the next instruction. */
  int register(Bank bank);

  /**
   * The little-endian word at {@code address} (a multiple of 4) as code in {@code mode} addresses
   * it; empty where nothing is mapped or there is no memory.
   */
  OptionalInt word(Mode mode, int address);

  /** Where the vector table of the exceptions that are taken to {@code mode} lies. */
  int vectors(Mode mode);
}
