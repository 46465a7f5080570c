package org.hypscope.machine.load;

/**
 * A piece of an image in memory.
 *
 * @param address physical address of its first byte
 * @param virtualAddress the address it was linked to run at
 * @param bytes the contents that the file gives; must not be changed
 * @param size bytes in memory, zero-filled beyond {@code bytes}
 * @param executable whether code may run in it
 * @param writable whether it may be written
 */
public record Segment(
    long address,
    long virtualAddress,
    byte[] bytes,
    long size,
    boolean executable,
    boolean writable) {
  /** The physical address after its last byte. */
  public long end() {
    return address + size;
  }

  /** The same contents, {@code offset} bytes farther on in physical memory. */
  Segment movedBy(long offset) {
    return new Segment(address + offset, virtualAddress, bytes, size, executable, writable);
  }

  /** Whether physical {@code at} is inside. */
  public boolean contains(long at) {
    return at >= address && at < end();
  }
}
