package org.hypscope.debug;

import java.util.OptionalInt;
import org.hypscope.debug.symbols.Addressing;

/** The addresses of one regime at one instant. */
record FrozenAddressing(MemoryView regime, MemoryView memory) implements Addressing {
  @Override
  public long physical(int address) {
    return regime.physical(address).orElse(NONE);
  }

  @Override
  public OptionalInt word(long physical) {
    return memory.word((int) physical);
  }
}
