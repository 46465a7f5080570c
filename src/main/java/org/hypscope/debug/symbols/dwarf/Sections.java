package org.hypscope.debug.symbols.dwarf;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.hypscope.machine.load.ElfSections;
import org.hypscope.machine.load.ImageException;

/** The debug sections of a file, each unpacked once if it is compressed. */
final class Sections {
  private final ElfSections file;
  private final Map<String, ByteBuffer> read = new HashMap<>();

  Sections(ElfSections file) {
    this.file = file;
  }

  boolean has(String name) {
    return file.has(name);
  }

  /** The contents of a section, as {@code .debug_info}; nothing where it is not there. */
  ByteBuffer bytes(String name) {
    return read.computeIfAbsent(name, this::load);
  }

  private ByteBuffer load(String name) {
    try {
      return file.bytes(name);
    } catch (ImageException e) {
      throw new DwarfException(e.getMessage());
    }
  }

  Cursor at(String name, long offset) {
    return Cursor.at(bytes(name), offset);
  }

  String string(String section, long offset) {
    return at(section, offset).string();
  }
}
