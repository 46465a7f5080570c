package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes a small valid ELF file whose fields a test can then spoil. */
final class TestElf {
  /** Offsets of fields in the file. */
  static final int CLASS = 4;

  static final int DATA = 5;
  static final int TYPE = 16;
  static final int MACHINE = 18;
  static final int ENTRY = 24;
  static final int PROGRAM_COUNT = 44;
  static final int FIRST_SEGMENT = 52;
  static final int SECOND_SEGMENT = 84;
  static final int SEGMENT_TYPE = 0;
  static final int SEGMENT_OFFSET = 4;
  static final int SEGMENT_PHYSICAL = 12;
  static final int SEGMENT_FILE_SIZE = 16;
  static final int SEGMENT_MEMORY_SIZE = 20;

  static final int TEXT_SECTION = 0x160 + 40;

  private static final int TEXT = 0x80;
  private static final int DATA_AT = 0xa0;
  private static final int SYMBOLS = 0xb0;
  private static final int NAMES = 0x110;
  private static final int SECTIONS = 0x160;
  private static final int LENGTH = SECTIONS + 5 * 40;
  private static final String NAME_TABLE =
      "\0_start\0data\0$a\0$d\0.text\0.data\0.symtab\0.strtab\0";

  private final ByteBuffer file = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);

  private TestElf() {}

  /** Code of 32 bytes at 0x40010000, data of 16 bytes (32 in memory) at 0x40011000. */
  static byte[] valid() {
    TestElf elf = new TestElf();
    elf.header();
    elf.segment(FIRST_SEGMENT, TEXT, 0x40010000, 32, 32, 5);
    elf.segment(SECOND_SEGMENT, DATA_AT, 0x40011000, 16, 32, 6);
    elf.contents();
    elf.symbols();
    elf.sections();
    return elf.file.array();
  }

  /** The offsets of every address in the file. */
  static int[] addresses() {
    return new int[] {
      ENTRY,
      FIRST_SEGMENT + 8,
      FIRST_SEGMENT + SEGMENT_PHYSICAL,
      SECOND_SEGMENT + 8,
      SECOND_SEGMENT + SEGMENT_PHYSICAL
    };
  }

  private void header() {
    file.put(new byte[] {0x7f, 'E', 'L', 'F', 1, 1, 1, 0});
    file.position(16);
    file.putShort((short) 2).putShort((short) 40).putInt(1).putInt(0x40010000);
    file.putInt(52).putInt(SECTIONS).putInt(0x05000000);
    file.putShort((short) 52).putShort((short) 32).putShort((short) 2);
    file.putShort((short) 40).putShort((short) 5).putShort((short) 4);
  }

  private void segment(int at, int offset, int address, int fileSize, int size, int flags) {
    file.position(at);
    file.putInt(1).putInt(offset).putInt(address).putInt(address);
    file.putInt(fileSize).putInt(size).putInt(flags).putInt(4);
  }

  private void contents() {
    file.position(TEXT);
    for (int i = 0; i < 8; i++) {
      file.putInt(0xe1a00000);
    }
    file.position(DATA_AT);
    file.putInt(0x11223344);
  }

  private void symbols() {
    file.position(SYMBOLS + 16);
    symbol("_start", 0x40010000, 16, 0x12, 1);
    symbol("data", 0x40011000, 4, 0x11, 2);
    symbol("$a", 0x40010000, 0, 0, 1);
    symbol("$d", 0x40011000, 0, 0, 2);
    file.position(NAMES);
    file.put(NAME_TABLE.getBytes(StandardCharsets.US_ASCII));
  }

  private void symbol(String name, int value, int size, int info, int section) {
    file.putInt(nameAt(name)).putInt(value).putInt(size);
    file.put((byte) info).put((byte) 0).putShort((short) section);
  }

  private void sections() {
    file.position(SECTIONS + 40);
    section(".text", 1, 6, 0x40010000, TEXT, 32, 0, 0);
    section(".data", 1, 3, 0x40011000, DATA_AT, 16, 0, 0);
    section(".symtab", 2, 0, 0, SYMBOLS, 80, 4, 16);
    section(".strtab", 3, 0, 0, NAMES, NAME_TABLE.length(), 0, 0);
  }

  private void section(
      String name, int type, int flags, int address, int offset, int size, int link, int entry) {
    file.putInt(nameAt(name)).putInt(type).putInt(flags).putInt(address);
    file.putInt(offset).putInt(size).putInt(link).putInt(0).putInt(4).putInt(entry);
  }

  private static int nameAt(String name) {
    return NAME_TABLE.indexOf("\0" + name + "\0") + 1;
  }
}
