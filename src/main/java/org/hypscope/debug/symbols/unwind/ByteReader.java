package org.hypscope.debug.symbols.unwind;

import java.nio.charset.StandardCharsets;

/** Reads a section from its start or anywhere in it, and never beyond its end. */
final class ByteReader {
  private static final int LONGEST = 10;

  private final byte[] bytes;
  private final int end;
  private int at;

  /** Reads {@code bytes} from offset {@code at} to {@code end}. */
  ByteReader(byte[] bytes, int at, int end) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
    if (at < 0 || end < at || end > bytes.length) {
      throw new BadTableException("an entry goes beyond its section");
    }
  }

  int at() {
    return at;
  }

  boolean hasMore() {
    return at < end;
  }

  int u8() {
    if (at >= end) {
      throw new BadTableException("an entry ends in the middle of a value");
    }
    return bytes[at++] & 0xff;
  }

  int u16() {
    return u8() | u8() << 8;
  }

  int u32() {
    return u16() | u16() << 16;
  }

  /** An unsigned LEB128 number; bits from 63 on are lost. */
  long uleb() {
    return leb(false);
  }

  /** A signed LEB128 number. */
  long sleb() {
    return leb(true);
  }

  private long leb(boolean signed) {
    long value = 0;
    int shift = 0;
    int part;
    do {
      if (shift >= 7 * LONGEST) {
        throw new BadTableException("a number is longer than 64 bits");
      }
      part = u8();
      value |= (long) (part & 0x7f) << shift;
      shift += 7;
    } while ((part & 0x80) != 0);
    boolean negative = signed && (part & 0x40) != 0 && shift < 64;
    return negative ? value | -1L << shift : value;
  }

  /** The text up to a zero. */
  String text() {
    int start = at;
    while (u8() != 0) {
      // The zero is looked for.
    }
    return new String(bytes, start, at - 1 - start, StandardCharsets.US_ASCII);
  }

  /** A reader of the next {@code length} bytes, which this one passes over. */
  ByteReader part(long length) {
    if (length < 0 || length > end - at) {
      throw new BadTableException("an entry goes beyond its section");
    }
    int start = at;
    at += (int) length;
    return new ByteReader(bytes, start, at);
  }
}
