package org.hypscope.arm.bus;

/**
 * Physical memory as the core reaches it. Addresses are physical, up to 40 bits; values are
 * little-endian; accesses are naturally aligned.
 */
public interface Bus {
  /**
   * The page that holds {@code address} for reading and fetching, or null where there is a device
   * or nothing. Valid until the next write to it or the next {@code fork} or snapshot.
   */
  Page readable(long address);

  /**
   * As {@link #readable}, but a page that may be written in place (copied first if shared); null
   * where there is a device, read-only memory or nothing.
   */
  Page writable(long address);

  /**
   * Reads {@code size} (1, 2 or 4) bytes, zero-extended.
   *
   * @throws BusFault where nothing answers: an external abort
   */
  int read(long address, int size) throws BusFault;

  /**
   * Writes the low {@code size} (1, 2 or 4) bytes of {@code value}.
   *
   * @throws BusFault where nothing answers: an external abort
   */
  void write(long address, int size, int value) throws BusFault;
}
