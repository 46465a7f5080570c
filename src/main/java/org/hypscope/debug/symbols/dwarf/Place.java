package org.hypscope.debug.symbols.dwarf;

/** Where a parameter is, as far as its description can be told without running anything. */
public sealed interface Place {
  /** In a register. */
  record Register(int number) implements Place {}

  /** In memory, {@code offset} bytes from what a register holds. */
  record Memory(int base, long offset) implements Place {}

  /** In memory, {@code offset} bytes from the frame's canonical address: SP in the caller. */
  record Frame(long offset) implements Place {}

  /** In memory at a fixed address. */
  record Fixed(int address) implements Place {}

  /** Nowhere: its value is known. */
  record Constant(long value) implements Place {}

  /** Not to be had: {@code why} is a phrase. */
  record Unavailable(String why) implements Place {}
}
