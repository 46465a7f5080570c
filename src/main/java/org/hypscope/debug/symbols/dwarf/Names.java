package org.hypscope.debug.symbols.dwarf;

/** The numbers of tags and attributes that are looked at (DWARF 5, 7.5). */
final class Names {
  static final int TAG_ARRAY = 0x01;
  static final int TAG_CLASS = 0x02;
  static final int TAG_ENUMERATION = 0x04;
  static final int TAG_FORMAL_PARAMETER = 0x05;
  static final int TAG_POINTER = 0x0f;
  static final int TAG_REFERENCE = 0x10;
  static final int TAG_STRUCTURE = 0x13;
  static final int TAG_SUBROUTINE_TYPE = 0x15;
  static final int TAG_UNION = 0x17;
  static final int TAG_UNSPECIFIED_PARAMETERS = 0x18;
  static final int TAG_INLINED_SUBROUTINE = 0x1d;
  static final int TAG_SUBPROGRAM = 0x2e;
  static final int TAG_CONST = 0x26;
  static final int TAG_VOLATILE = 0x35;
  static final int TAG_RESTRICT = 0x37;

  static final int LOCATION = 0x02;
  static final int NAME = 0x03;
  static final int BYTE_SIZE = 0x0b;
  static final int STMT_LIST = 0x10;
  static final int LOW_PC = 0x11;
  static final int HIGH_PC = 0x12;
  static final int LANGUAGE = 0x13;
  static final int COMP_DIR = 0x1b;
  static final int ABSTRACT_ORIGIN = 0x31;
  static final int FRAME_BASE = 0x40;
  static final int SPECIFICATION = 0x47;
  static final int TYPE = 0x49;
  static final int RANGES = 0x55;
  static final int STR_OFFSETS_BASE = 0x72;
  static final int ADDR_BASE = 0x73;
  static final int RNGLISTS_BASE = 0x74;
  static final int DWO_NAME = 0x76;
  static final int LOCLISTS_BASE = 0x8c;
  static final int GNU_DWO_NAME = 0x2130;

  private static final java.util.Set<Integer> READ =
      java.util.Set.of(
          LOCATION,
          NAME,
          BYTE_SIZE,
          STMT_LIST,
          LOW_PC,
          HIGH_PC,
          LANGUAGE,
          COMP_DIR,
          ABSTRACT_ORIGIN,
          FRAME_BASE,
          SPECIFICATION,
          TYPE,
          RANGES,
          STR_OFFSETS_BASE,
          ADDR_BASE,
          RNGLISTS_BASE,
          DWO_NAME,
          LOCLISTS_BASE,
          GNU_DWO_NAME);

  private Names() {}

  /** Whether the values of the attribute {@code name} are kept. */
  static boolean isRead(long name) {
    return READ.contains((int) name);
  }
}
