package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/**
 * How far from the start of RAM a Linux {@code Image} must lie (TEXT_OFFSET): it has no header that
 * says so, but its first instructions take that from their own address to find RAM
 * (arch/arm/kernel/head.S).
 */
final class TextOffset {
  /** Where in the image that is done. */
  private static final int FIRST = 0x200;

  private static final long GREATEST = 16L << 20;
  private static final int ADD_R8_R8_PC = 0xe088800f;
  private static final int SUB_R8_R8 = 0xe2488000;
  private static final int ADR_R3 = 0xe28f3000;
  private static final int LDM_R3_R4_R8 = 0xe8930110;
  private static final int THUMB_LDM = 0x0110e893;
  private static final int THUMB_ADR_R3 = 0xa300;
  private static final int PAGE = 0xfff;

  private final ByteBuffer image;

  private TextOffset(byte[] image) {
    this.image = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The offset in bytes; empty where the image does not say it in a way that is known here. */
  static OptionalLong of(byte[] image) {
    TextOffset start = new TextOffset(image);
    for (int at = 4; at + 4 <= Math.min(FIRST, image.length); at += 2) {
      OptionalLong found = start.at(at);
      if (found.isPresent()) {
        return found;
      }
    }
    return OptionalLong.empty();
  }

  private OptionalLong at(int at) {
    int word = image.getInt(at);
    int before = image.getInt(at - 4);
    boolean aligned = (at & 3) == 0;
    if (aligned && before == ADD_R8_R8_PC && (word & 0xfffff000) == SUB_R8_R8) {
      return plausible(Integer.rotateRight(word & 0xff, word >>> 7 & 0x1e));
    }
    if (aligned && word == LDM_R3_R4_R8 && (before & 0xfffff000) == ADR_R3) {
      return fromTable(at + 4 + Integer.rotateRight(before & 0xff, before >>> 7 & 0x1e));
    }
    int half = image.getShort(at - 2) & 0xffff;
    if (word == THUMB_LDM && (half & 0xff00) == THUMB_ADR_R3) {
      return fromTable((at + 2 & ~3) + (half & 0xff) * 4);
    }
    return OptionalLong.empty();
  }

  /** Up to v5.10: at {@code at} lie that place's linked address, and PAGE_OFFSET. */
  private OptionalLong fromTable(int at) {
    boolean inside = at >= 0 && at + 8 <= image.capacity();
    return inside ? plausible(image.getInt(at) - at - image.getInt(at + 4)) : OptionalLong.empty();
  }

  private static OptionalLong plausible(int offset) {
    boolean fine = offset > 0 && offset < GREATEST && (offset & PAGE) == 0;
    return fine ? OptionalLong.of(offset) : OptionalLong.empty();
  }
}
