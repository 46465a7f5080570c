package org.hypscope.debug.symbols.dwarf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A place in a section that moves on as numbers are read. Reading past the end is damage. */
final class Cursor {
  private static final int LONGEST_LEB = 10;
  private static final long IS_64 = 0xffff_ffffL;
  private static final long RESERVED = 0xffff_fff0L;

  private final ByteBuffer section;
  private final int end;
  private int at;
  private boolean wide;

  private Cursor(ByteBuffer section, int at, int end) {
    this.section = section;
    this.at = at;
    this.end = end;
  }

  /** At {@code offset} of a section. */
  static Cursor at(ByteBuffer section, long offset) {
    if (offset < 0 || offset > section.limit()) {
      throw new DwarfException("an offset leads out of its section");
    }
    return new Cursor(
        section.duplicate().order(ByteOrder.LITTLE_ENDIAN), (int) offset, section.limit());
  }

  /** The next {@code length} bytes as a place of their own; this one goes on after them. */
  Cursor part(long length) {
    check(length);
    Cursor part = new Cursor(section, at, at + (int) length);
    part.wide = wide;
    at += (int) length;
    return part;
  }

  /** The offset in the section. */
  int offset() {
    return at;
  }

  /** Whether nothing is left. */
  boolean atEnd() {
    return at >= end;
  }

  /** How many bytes are left. */
  int left() {
    return end - at;
  }

  /** Whether offsets are of 64 bits: known once {@link #unitLength} was read. */
  boolean isWide() {
    return wide;
  }

  /** Offsets are from now on of 64 bits, or of 32. */
  Cursor widened(boolean is64) {
    wide = is64;
    return this;
  }

  private void check(long bytes) {
    if (bytes < 0 || bytes > end - at) {
      throw new DwarfException("it is cut off");
    }
  }

  int u8() {
    check(1);
    return section.get(at++) & 0xff;
  }

  int s8() {
    return (byte) u8();
  }

  int u16() {
    check(2);
    int value = section.getShort(at) & 0xffff;
    at += 2;
    return value;
  }

  int u24() {
    int low = u16();
    return low | u8() << 16;
  }

  long u32() {
    check(4);
    long value = section.getInt(at) & 0xffff_ffffL;
    at += 4;
    return value;
  }

  long u64() {
    check(8);
    long value = section.getLong(at);
    at += 8;
    return value;
  }

  /** An unsigned number of {@code size} bytes: 1, 2, 4 or 8. */
  long unsigned(int size) {
    return switch (size) {
      case 1 -> u8();
      case 2 -> u16();
      case 4 -> u32();
      case 8 -> u64();
      default -> throw new DwarfException("a number has " + size + " bytes");
    };
  }

  /** The length that a unit begins with; it also says how wide offsets are. */
  long unitLength() {
    long length = u32();
    wide = length == IS_64;
    if (!wide && length >= RESERVED) {
      throw new DwarfException("a unit has a reserved length");
    }
    return wide ? u64() : length;
  }

  /** An offset into a section. */
  long sectionOffset() {
    return wide ? u64() : u32();
  }

  long uleb() {
    long value = 0;
    for (int n = 0; n < LONGEST_LEB; n++) {
      int next = u8();
      value |= (long) (next & 0x7f) << 7 * n;
      if ((next & 0x80) == 0) {
        return value;
      }
    }
    throw new DwarfException("a number has no end");
  }

  long sleb() {
    long value = 0;
    for (int n = 0; n < LONGEST_LEB; n++) {
      int next = u8();
      value |= (long) (next & 0x7f) << 7 * n;
      if ((next & 0x80) == 0) {
        int shift = Math.max(0, 64 - 7 * (n + 1));
        return value << shift >> shift;
      }
    }
    throw new DwarfException("a number has no end");
  }

  String string() {
    int start = at;
    while (u8() != 0) {}
    byte[] text = new byte[at - 1 - start];
    section.get(start, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  void skip(long bytes) {
    check(bytes);
    at += (int) bytes;
  }

  /** Passes over a string. */
  void skipString() {
    while (u8() != 0) {}
  }
}
