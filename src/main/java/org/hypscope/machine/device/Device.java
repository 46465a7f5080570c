package org.hypscope.machine.device;

/** A memory-mapped device. Offsets are from its base, naturally aligned for the size. */
public interface Device {
  /** Reads {@code size} (1, 2 or 4) bytes at {@code offset}, zero-extended. */
  int read(int offset, int size);

  /** Writes the low {@code size} (1, 2 or 4) bytes of {@code value} at {@code offset}. */
  void write(int offset, int size, int value);

  /** The number of bytes that it answers for. */
  int length();
}
