package org.hypscope.debug.symbols.dwarf;

/**
 * The value of an attribute (DWARF 5, 7.5.5), not followed yet.
 *
 * @param form how it is written
 * @param number itself, an offset, an index, or the length of a block
 * @param at where in {@code .debug_info} a string or block begins
 */
record Value(int form, long number, int at) {
  static final int ADDR = 0x01;
  static final int STRING = 0x08;
  static final int DATA4 = 0x06;
  static final int DATA8 = 0x07;
  static final int STRP = 0x0e;
  static final int REF_ADDR = 0x10;
  static final int SEC_OFFSET = 0x17;
  static final int EXPRLOC = 0x18;
  static final int STRX = 0x1a;
  static final int ADDRX = 0x1b;
  static final int LINE_STRP = 0x1f;
  static final int LOCLISTX = 0x22;
  static final int RNGLISTX = 0x23;
  private static final int STRX1 = 0x25;
  private static final int ADDRX1 = 0x29;
  private static final int GNU_ADDR_INDEX = 0x1f01;
  private static final int GNU_STR_INDEX = 0x1f02;
  private static final int INDIRECT = 0x16;

  /** Reads the value at {@code from}. */
  static Value read(Cursor from, int form, long constant, Unit unit) {
    int at = from.offset();
    return switch (form) {
      case ADDR -> new Value(form, from.unsigned(unit.addressSize()), at);
      case 0x0b, 0x0c, 0x11, STRX1, ADDRX1 -> new Value(form, from.u8(), at);
      case 0x05, 0x12, 0x26, 0x2a -> new Value(form, from.u16(), at);
      case 0x27, 0x2b -> new Value(form, from.u24(), at);
      case DATA4, 0x13, 0x1c, 0x28, 0x2c -> new Value(form, from.u32(), at);
      case DATA8, 0x14, 0x20, 0x24 -> new Value(form, from.u64(), at);
      case 0x0d -> new Value(form, from.sleb(), at);
      case 0x0f, 0x15, STRX, ADDRX, LOCLISTX, RNGLISTX, GNU_ADDR_INDEX, GNU_STR_INDEX ->
          new Value(form, from.uleb(), at);
      case STRP, SEC_OFFSET, 0x1d, LINE_STRP, 0x1f20, 0x1f21 ->
          new Value(form, from.sectionOffset(), at);
      case REF_ADDR ->
          new Value(
              form,
              unit.version() == 2 ? from.unsigned(unit.addressSize()) : from.sectionOffset(),
              at);
      case 0x19 -> new Value(form, 1, at);
      case 0x21 -> new Value(form, constant, at);
      case STRING -> {
        from.skipString();
        yield new Value(form, from.offset() - at, at);
      }
      case 0x0a -> block(form, from, from.u8());
      case 0x03 -> block(form, from, from.u16());
      case 0x04 -> block(form, from, from.u32());
      case 0x09, EXPRLOC -> block(form, from, from.uleb());
      case 0x1e -> block(form, from, 16);
      case INDIRECT -> indirect(from, unit);
      default -> throw new DwarfException("a value has the unknown form " + form);
    };
  }

  private static Value indirect(Cursor from, Unit unit) {
    int form = (int) from.uleb();
    if (form == INDIRECT) {
      throw new DwarfException("a value is indirect twice");
    }
    return read(from, form, 0, unit);
  }

  private static Value block(int form, Cursor from, long length) {
    int at = from.offset();
    from.skip(length);
    return new Value(form, length, at);
  }

  boolean isBlock() {
    return form == EXPRLOC || form == 0x0a || form == 0x03 || form == 0x04 || form == 0x09;
  }

  boolean isAddress() {
    return form == ADDR || isAddressIndex();
  }

  boolean isAddressIndex() {
    return form == ADDRX || form >= ADDRX1 && form <= 0x2c || form == GNU_ADDR_INDEX;
  }

  boolean isStringIndex() {
    return form == STRX || form >= STRX1 && form <= 0x28 || form == GNU_STR_INDEX;
  }

  /** Whether it is an offset from the start of its unit. */
  boolean isUnitReference() {
    return form >= 0x11 && form <= 0x15;
  }

  /** Whether it is an offset into another section: written as plain data up to DWARF 3. */
  boolean isSectionOffset() {
    return form == SEC_OFFSET || form == DATA4 || form == DATA8;
  }
}
