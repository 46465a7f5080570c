package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The checks on an ELF file that must hold before a reader may follow its tables: that it is for
 * 32-bit little-endian ARM, and that every table and piece lies inside the file.
 */
final class ElfHeader {
  private static final int LENGTH = 52;
  private static final int PROGRAM_ENTRY = 32;
  private static final int SECTION_ENTRY = 40;
  private static final int MACHINE_ARM = 40;
  private static final int TYPE_EXECUTABLE = 2;
  private static final int TYPE_SHARED = 3;
  private static final int SECTIONS = 32;
  private static final int SECTION_COUNT = 48;
  private static final int SECTION_NAMES = 50;
  private static final int SECTION_TYPE = 4;
  private static final int SECTION_FLAGS = 8;
  private static final int SECTION_ADDRESS = 12;
  private static final int SECTION_OFFSET = 16;
  private static final int SECTION_SIZE = 20;
  private static final int SECTION_ENTRY_SIZE = 36;
  private static final int SECTION_SYMBOLS = 2;
  private static final int SECTION_NOBITS = 8;
  private static final int SYMBOL_ENTRY = 16;

  private final String name;
  private final ByteBuffer file;
  private final long length;

  ElfHeader(String name, ByteBuffer contents) {
    this.name = name;
    this.file = contents.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    this.length = contents.limit();
  }

  static boolean hasMagic(ByteBuffer contents) {
    return contents.limit() >= 4
        && contents.get(0) == 0x7f
        && contents.get(1) == 'E'
        && contents.get(2) == 'L'
        && contents.get(3) == 'F';
  }

  void check() throws ImageException {
    if (length < LENGTH) {
      throw truncated("its ELF header");
    }
    checkIdentity();
    checkProgramHeaders();
    checkSectionHeaders();
  }

  private void checkIdentity() throws ImageException {
    if (file.get(4) == 2) {
      throw new ImageException(name + " is a 64-bit ELF file: give one for 32-bit ARM.");
    }
    if (file.get(4) != 1) {
      throw damaged("its ELF class is neither 32 nor 64 bits");
    }
    if (file.get(5) == 2) {
      throw new ImageException(name + " is big-endian: give a little-endian ARM ELF file.");
    }
    if (file.get(5) != 1) {
      throw damaged("its byte order is neither little- nor big-endian");
    }
    int machine = file.getShort(18) & 0xffff;
    if (machine != MACHINE_ARM) {
      throw new ImageException(
          name + " is for another machine (ELF machine " + machine + "): give one for 32-bit ARM.");
    }
    int type = file.getShort(16) & 0xffff;
    if (type != TYPE_EXECUTABLE && type != TYPE_SHARED) {
      throw new ImageException(
          name + " is not linked (ELF type " + type + "): link it to an executable first.");
    }
  }

  private void checkProgramHeaders() throws ImageException {
    long start = file.getInt(28) & 0xffff_ffffL;
    int size = file.getShort(42) & 0xffff;
    int count = file.getShort(44) & 0xffff;
    if (count == 0) {
      throw new ImageException(name + " has no program headers: link it to an executable first.");
    }
    if (size != PROGRAM_ENTRY) {
      throw damaged("its program headers are " + size + " bytes long instead of 32");
    }
    if (start + (long) count * size > length) {
      throw truncated("its program headers");
    }
    for (int i = 0; i < count; i++) {
      int at = (int) start + i * size;
      checkInside(at + 4, at + 16, "segment " + i);
    }
  }

  private void checkSectionHeaders() throws ImageException {
    long start = file.getInt(SECTIONS) & 0xffff_ffffL;
    int size = file.getShort(46) & 0xffff;
    int count = sectionCount();
    if (count == 0) {
      return;
    }
    if (size != SECTION_ENTRY) {
      throw damaged("its section headers are " + size + " bytes long instead of 40");
    }
    if (start + (long) count * size > length) {
      throw truncated("its section headers");
    }
    for (int i = 0; i < count; i++) {
      int at = section(i);
      if (file.getInt(at + SECTION_TYPE) != SECTION_NOBITS) {
        checkInside(at + SECTION_OFFSET, at + SECTION_SIZE, "section " + i);
      }
    }
  }

  /**
   * The index of the symbol table's section, or -1 for a stripped file. Looked up here because the
   * reader would first make sense of every section before it, which damaged ones need not allow.
   */
  int symbolTable() throws ImageException {
    for (int i = 0; i < sectionCount(); i++) {
      if (file.getInt(section(i) + SECTION_TYPE) == SECTION_SYMBOLS) {
        if (file.getInt(section(i) + SECTION_ENTRY_SIZE) != SYMBOL_ENTRY) {
          throw damaged("its symbols are not 16 bytes long");
        }
        return i;
      }
    }
    return -1;
  }

  /** The string at {@code offset} of the string table in section {@code index}; empty if none. */
  String string(int index, int offset) {
    if (index < 0 || index >= sectionCount() || offset < 0) {
      return "";
    }
    int start = file.getInt(section(index) + SECTION_OFFSET);
    int size = file.getInt(section(index) + SECTION_SIZE);
    boolean none = file.getInt(section(index) + SECTION_TYPE) == SECTION_NOBITS;
    if (none || offset >= size) {
      return "";
    }
    int end = offset;
    while (end < size && file.get(start + end) != 0) {
      end++;
    }
    byte[] text = new byte[end - offset];
    file.get(start + offset, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** All sections, once the checks have passed. */
  ElfSections sections() {
    int names = file.getShort(SECTION_NAMES) & 0xffff;
    List<ElfSection> all = new ArrayList<>();
    for (int i = 1; i < sectionCount(); i++) {
      int at = section(i);
      all.add(
          new ElfSection(
              string(names, file.getInt(at)),
              file.getInt(at + SECTION_ADDRESS),
              file.getInt(at + SECTION_FLAGS),
              contents(at)));
    }
    return ElfSections.of(all);
  }

  private ByteBuffer contents(int at) {
    int size = file.getInt(at + SECTION_SIZE);
    boolean none = size == 0 || file.getInt(at + SECTION_TYPE) == SECTION_NOBITS;
    return none ? file.slice(0, 0) : file.slice(file.getInt(at + SECTION_OFFSET), size);
  }

  private int sectionCount() {
    return file.getShort(SECTION_COUNT) & 0xffff;
  }

  private int section(int index) {
    return file.getInt(SECTIONS) + index * SECTION_ENTRY;
  }

  private void checkInside(int offsetAt, int sizeAt, String what) throws ImageException {
    long offset = file.getInt(offsetAt) & 0xffff_ffffL;
    long size = file.getInt(sizeAt) & 0xffff_ffffL;
    if (size > 0 && offset + size > length) {
      throw truncated(what);
    }
  }

  private ImageException truncated(String what) {
    return new ImageException(
        name + " is truncated: it ends before the end of " + what + "; copy or build it again.");
  }

  /** The sentence for a file whose contents contradict each other. */
  ImageException damaged(String why) {
    return new ImageException(name + " is damaged: " + why + "; copy or build it again.");
  }
}
