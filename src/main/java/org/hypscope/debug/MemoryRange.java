package org.hypscope.debug;

/**
 * Bytes next to each other.
 *
 * @param address the first
 * @param length how many
 */
public record MemoryRange(int address, int length) {
  /** Whether {@code at} is one of them. */
  public boolean contains(int at) {
    return at - address >= 0 && at - address < length;
  }
}
