package org.hypscope.machine.random;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A piece of memory that code is written into, an A32 word or a T32 halfword at a time. */
final class Code {
  private static final int CP15 = 0xf << 8;

  private final ByteBuffer bytes;
  private final int base;

  /** {@code size} bytes of zeros at {@code base}; writing begins there. */
  Code(int base, int size) {
    this.base = base;
    this.bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The address that is written next. */
  int here() {
    return base + bytes.position();
  }

  /** How many bytes are left. */
  int room() {
    return bytes.remaining();
  }

  /** Goes on writing at {@code address}. */
  Code at(int address) {
    bytes.position(address - base);
    return this;
  }

  /** Writes {@code word} everywhere. */
  void fill(int word) {
    bytes.clear();
    while (bytes.hasRemaining()) {
      bytes.putInt(word);
    }
    bytes.clear();
  }

  /** Writes A32 words. */
  Code put(int... words) {
    for (int word : words) {
      bytes.putInt(word);
    }
    return this;
  }

  /** Writes one halfword. */
  Code half(int halfword) {
    bytes.putShort((short) halfword);
    return this;
  }

  /** MOVW and MOVT: {@code value} in r{@code register}. */
  Code load(int register, int value) {
    return put(
        wide(0xe3000000, register, value & 0xffff), wide(0xe3400000, register, value >>> 16));
  }

  private static int wide(int word, int register, int half) {
    return word | half >>> 12 << 16 | register << 12 | half & 0xfff;
  }

  /** MCR p15. */
  Code mcr(int opc1, int register, int crn, int crm, int opc2) {
    return put(0xee000010 | CP15 | opc1 << 21 | crn << 16 | register << 12 | opc2 << 5 | crm);
  }

  /** MRC p15. */
  Code mrc(int opc1, int register, int crn, int crm, int opc2) {
    return put(0xee100010 | CP15 | opc1 << 21 | crn << 16 | register << 12 | opc2 << 5 | crm);
  }

  /** STR r{@code register}, [r{@code address}, #{@code offset}]. */
  Code str(int register, int address, int offset) {
    return put(0xe5800000 | address << 16 | register << 12 | offset);
  }

  /** LDR r{@code register}, [r{@code address}, #{@code offset}]. */
  Code ldr(int register, int address, int offset) {
    return put(0xe5900000 | address << 16 | register << 12 | offset);
  }

  /** B to {@code target} under {@code cond}, 14 for always. */
  Code branch(int cond, int target) {
    return put(cond << 28 | 0x0a000000 | target - here() - 8 >> 2 & 0xffffff);
  }

  /** Puts the branch of {@link #branch} from {@code from} to here. */
  void branchHere(int cond, int from) {
    int to = here();
    at(from).branch(cond, to).at(to);
  }

  /** What was written. */
  byte[] bytes() {
    return bytes.array();
  }
}
