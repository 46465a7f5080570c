package org.hypscope.cli;

import org.hypscope.debug.symbols.Symbols;

/** A range of memory to print: {@code length} bytes from {@code address}. */
record MemoryRequest(int address, int length) {
  private static final int LARGEST = 1 << 20;

  /** Reads {@code A:LEN}; A may be a symbol. */
  static MemoryRequest parse(String text, Symbols symbols) {
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      throw new UsageException("'" + text + "' is no range: write ADDRESS:LENGTH.");
    }
    long length = Numbers.size(text.substring(colon + 1));
    if (length < 1 || length > LARGEST) {
      throw new UsageException("The length in '" + text + "' must be 1 to 1M bytes.");
    }
    return new MemoryRequest(Numbers.address(text.substring(0, colon), symbols), (int) length);
  }
}
