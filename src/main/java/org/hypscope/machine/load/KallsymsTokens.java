package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The 256 pieces that names in a kernel are put together from: {@code kallsyms_token_table},
 * strings one after another, and {@code kallsyms_token_index}, a halfword each that says where they
 * begin.
 */
final class KallsymsTokens {
  private static final int COUNT = 256;
  private static final int LONGEST = 1 << 8;

  /** How many pieces may be unused; an index of nothing else is the identity, a common table. */
  private static final int EMPTY = 96;

  private static final int INDEX_BYTES = 2 * COUNT;
  private static final int ALIGNMENT = 16;

  private final ByteBuffer memory;
  private final int start;
  private final int index;

  private KallsymsTokens(ByteBuffer memory, int start, int index) {
    this.memory = memory;
    this.start = start;
    this.index = index;
  }

  /** The first table in {@code memory} that an index fits. */
  static Optional<KallsymsTokens> find(ByteBuffer memory) {
    for (int at = 0; at + INDEX_BYTES <= memory.capacity(); at += 4) {
      if (memory.getShort(at) == 0 && isIndex(memory, at)) {
        int last = offset(memory, at, COUNT - 1);
        int farthest = Math.max(0, at - last - LONGEST - ALIGNMENT);
        for (int start = at - last - 2 & -4; start >= farthest; start -= 4) {
          KallsymsTokens found = new KallsymsTokens(memory, start, at);
          if (found.fits()) {
            return Optional.of(found);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isIndex(ByteBuffer memory, int at) {
    for (int i = 1; i < COUNT; i++) {
      int step = offset(memory, at, i) - offset(memory, at, i - 1);
      if (step < 1 || step > LONGEST) {
        return false;
      }
    }
    return offset(memory, at, COUNT - 1) >= 2 * (COUNT - EMPTY);
  }

  private static int offset(ByteBuffer memory, int index, int token) {
    return memory.getShort(index + 2 * token) & 0xffff;
  }

  private boolean fits() {
    int at = start;
    for (int i = 0; i < COUNT; i++) {
      if (at - start != offset(memory, index, i)) {
        return false;
      }
      while (at < index && memory.get(at) != 0) {
        at++;
      }
      at++;
    }
    if (at > index || index - at >= ALIGNMENT) {
      return false;
    }
    while (at < index && memory.get(at) == 0) {
      at++;
    }
    return at == index;
  }

  /** The address of the table. */
  int start() {
    return start;
  }

  /** The address after the index. */
  int end() {
    return index + INDEX_BYTES;
  }

  /**
   * Puts the name of the {@code length} tokens at {@code at} into {@code to}, as far as it fits.
   * Returns how long it is.
   */
  int expand(int at, int length, byte[] to) {
    int size = 0;
    for (int i = 0; i < length; i++) {
      int token = start + offset(memory, index, memory.get(at + i) & 0xff);
      while (memory.get(token) != 0 && size < to.length) {
        to[size++] = memory.get(token++);
      }
    }
    return size;
  }
}
