package org.hypscope.machine.board;

/**
 * A range of physical addresses.
 *
 * @param start the first address
 * @param size the number of bytes, a multiple of 4096
 */
public record Range(long start, long size) {
  /** Whether {@code address} is inside. */
  public boolean contains(long address) {
    return address >= start && address - start < size;
  }

  /** The first address after it. */
  public long end() {
    return start + size;
  }
}
