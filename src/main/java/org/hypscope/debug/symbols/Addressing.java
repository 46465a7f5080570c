package org.hypscope.debug.symbols;

import java.util.OptionalInt;

/** What stands behind addresses: one translation regime as it is, and memory. */
public interface Addressing {
  /** What {@link #physical} answers where nothing is mapped. */
  long NONE = -1;

  /** The physical address that {@code address} stands for, or {@link #NONE}. */
  long physical(int address);

  /** The word in memory at {@code physical}, a multiple of 4; empty where there is none. */
  OptionalInt word(long physical);
}
