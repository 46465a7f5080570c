package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The header of a compressed Linux kernel for 32-bit ARM (Documentation/arm/booting, 5). */
final class ZImage {
  private static final int MAGIC_AT = 0x24;
  private static final int START_AT = 0x28;
  private static final int END_AT = 0x2c;
  private static final int ORDER_AT = 0x30;
  private static final int HEADER = 0x34;
  private static final int MAGIC = 0x016f2818;
  private static final int LITTLE_ENDIAN = 0x04030201;

  private ZImage() {}

  static boolean hasMagic(byte[] contents) {
    return contents.length >= MAGIC_AT + 4
        && (word(contents, MAGIC_AT) == MAGIC
            || Integer.reverseBytes(word(contents, MAGIC_AT)) == MAGIC);
  }

  /** Whether it is a kernel for 64-bit ARM, whose {@code Image} does have a magic number. */
  static boolean isFor64Bit(byte[] contents) {
    return contents.length >= 0x3c && word(contents, 0x38) == 0x644d5241;
  }

  /**
   * Refuses what is cut or big-endian. Xen and old kernels have the header without its byte order;
   * the end that Xen gives is behind memory which the file leaves out.
   */
  static void check(String name, byte[] contents) throws ImageException {
    if (contents.length < HEADER) {
      throw new ImageException(name + " is truncated: its zImage header is cut; copy it again.");
    }
    int order = word(contents, ORDER_AT);
    if (word(contents, MAGIC_AT) != MAGIC || Integer.reverseBytes(order) == LITTLE_ENDIAN) {
      throw new ImageException(name + " is a big-endian zImage: give a little-endian kernel.");
    }
    if (order != LITTLE_ENDIAN) {
      return;
    }
    long length =
        Integer.toUnsignedLong(word(contents, END_AT))
            - Integer.toUnsignedLong(word(contents, START_AT));
    if (length > contents.length) {
      throw new ImageException(
          String.format(
              "%s is truncated: its header says %d bytes, but there are %d; copy it again.",
              name, length, contents.length));
    }
  }

  /** The kernel that it unpacks; empty where it is compressed in a way that is not known here. */
  static Optional<byte[]> unpacked(byte[] contents) {
    return Unpacking.first(contents);
  }

  private static int word(byte[] contents, int at) {
    return ByteBuffer.wrap(contents).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }
}
