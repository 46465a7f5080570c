package org.hypscope.debug.symbols.unwind;

/** How {@code .eh_frame} writes an address: the DW_EH_PE values (Linux Standard Base, 10.5). */
final class Encoding {
  /** The bits that say how many bytes, and not what they are relative to. */
  static final int FORMAT = 0x0f;

  /** A plain address. */
  static final int ABSOLUTE = 0;

  private static final int RELATIVE = 0x70;
  private static final int TO_ITSELF = 0x10;
  private static final int INDIRECT = 0x80;

  private Encoding() {}

  /**
   * Reads an address.
   *
   * @param section where the section of {@code from} lies in memory
   */
  static int read(ByteReader from, int encoding, int section) {
    int place = section + from.at();
    int value = value(from, encoding & FORMAT);
    boolean toItself = (encoding & RELATIVE) == TO_ITSELF;
    if ((encoding & INDIRECT) != 0 || !toItself && (encoding & RELATIVE) != 0) {
      throw new BadTableException(String.format("pointer encoding 0x%02x", encoding));
    }
    return toItself ? place + value : value;
  }

  private static int value(ByteReader from, int format) {
    return switch (format) {
      case 0x00, 0x03, 0x0b -> from.u32();
      case 0x01 -> (int) from.uleb();
      case 0x02 -> from.u16();
      case 0x09 -> (int) from.sleb();
      case 0x0a -> (short) from.u16();
      default -> throw new BadTableException(String.format("pointer encoding 0x%02x", format));
    };
  }
}
