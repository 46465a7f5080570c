package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names that a Linux kernel carries for its own messages (CONFIG_KALLSYMS; written by {@code
 * scripts/kallsyms.c}), found in its memory without any other help.
 *
 * <p>Names are strings of tokens; {@link KallsymsTokens} are found first, as the one table with an
 * index that fits it. Of the other parts each proves the next: {@code kallsyms_markers} holds where
 * each 256th name begins, and the names that fit it are those after their number; addresses are the
 * rising list of as many words before the number (up to 4.5 as such, from 4.6 on above a base) or,
 * from 6.11 on, after the index.
 */
final class Kallsyms {
  private static final String FUNCTIONS = "tTwW";
  private static final String ABSOLUTE = "aA";
  private static final int GROUP = 256;
  private static final int LONGEST_GROUP = GROUP * 130;
  private static final int SHORTEST_GROUP = GROUP * 2;
  private static final int ALIGNMENT = 16;

  /** Names go on to a second byte of length from 6.1 on. */
  private static final int LONG_NAME = 0x80;

  /** Kernels up to 4.13 link their vectors at 0 and copy them to the high vectors. */
  private static final int LOW_VECTORS_END = 0x2000;

  private static final int HIGH_VECTORS = 0xffff0000;

  private final ByteBuffer memory;
  private final KallsymsTokens tokens;

  private record Names(int numberAt, int start, int count) {}

  private Kallsyms(ByteBuffer memory, KallsymsTokens tokens) {
    this.memory = memory;
    this.tokens = tokens;
  }

  /** The names in {@code kernel}, an unpacked kernel; empty where it carries none. */
  static Optional<ImageSymbols> in(byte[] kernel) {
    ByteBuffer memory = ByteBuffer.wrap(kernel).order(ByteOrder.LITTLE_ENDIAN);
    return KallsymsTokens.find(memory).flatMap(found -> new Kallsyms(memory, found).read());
  }

  private Optional<ImageSymbols> read() {
    for (int at = 0; at + 8 <= tokens.start(); at += 4) {
      int marked = markers(at);
      Names names = marked < 2 ? null : names(at, marked);
      int[] addresses = names == null ? null : addresses(names);
      if (addresses != null) {
        return Optional.of(ImageSymbols.listed(symbols(names, addresses)));
      }
    }
    return Optional.empty();
  }

  /** How many words at {@code at} can be markers. */
  private int markers(int at) {
    if (memory.getInt(at) != 0) {
      return 0;
    }
    int count = 1;
    int last = 0;
    for (int next = at + 4; next + 4 <= tokens.start(); next += 4) {
      int step = memory.getInt(next) - last;
      if (step < SHORTEST_GROUP || step > LONGEST_GROUP) {
        break;
      }
      last += step;
      count++;
    }
    return count;
  }

  /** The names before the markers at {@code markers}, or null. */
  private Names names(int markers, int marked) {
    int last = memory.getInt(markers + 4 * (marked - 1));
    int nearest = markers - last & -4;
    for (int start = nearest; start >= Math.max(8, nearest - 2 * LONGEST_GROUP); start -= 4) {
      Names names = numbered(start);
      if (names != null && fits(names, markers, marked)) {
        return names;
      }
    }
    return null;
  }

  /** The names at {@code start}, by the number that stands in front, or null. */
  private Names numbered(int start) {
    int at = start - 4;
    while (at > start - ALIGNMENT && at >= 4 && memory.getInt(at) == 0) {
      at -= 4;
    }
    int count = at < 0 ? 0 : memory.getInt(at);
    return count > GROUP && count < memory.capacity() / 4 ? new Names(at, start, count) : null;
  }

  private boolean fits(Names names, int markers, int marked) {
    int groups = (names.count + GROUP - 1) / GROUP;
    if (groups > marked || groups < marked - 1) {
      return false;
    }
    int at = names.start;
    for (int i = 0; i < names.count; i++) {
      boolean first = i % GROUP == 0;
      if (at >= markers || first && at - names.start != memory.getInt(markers + 4 * (i / GROUP))) {
        return false;
      }
      at += lengthBytes(at) + length(at);
    }
    return at <= markers && markers - at < ALIGNMENT;
  }

  private int lengthBytes(int at) {
    return (memory.get(at) & LONG_NAME) != 0 ? 2 : 1;
  }

  private int length(int at) {
    int length = memory.get(at) & 0xff;
    return length < LONG_NAME ? length : length & 0x7f | (memory.get(at + 1) & 0xff) << 7;
  }

  private int[] addresses(Names names) {
    int bytes = 4 * names.count;
    for (int end = names.numberAt; end > names.numberAt - ALIGNMENT && end >= bytes + 4; end -= 4) {
      int[] relative = rising(end - 4 - bytes, names.count, memory.getInt(end - 4));
      boolean fromBase = relative != null && memory.getInt(end - 4 - bytes) == 0;
      int[] absolute = fromBase ? relative : rising(end - bytes, names.count, 0);
      if (absolute != null) {
        return absolute;
      }
    }
    int behind = tokens.end() + 3 & -4;
    for (int start = behind; start < behind + ALIGNMENT; start += 4) {
      int base = start + bytes;
      int[] relative =
          base + 4 > memory.capacity() ? null : rising(start, names.count, memory.getInt(base));
      if (relative != null) {
        return relative;
      }
    }
    return null;
  }

  /** The words at {@code start} above {@code base}, if they rise to a kernel's; else null. */
  private int[] rising(int start, int count, int base) {
    if (start < 0 || start + 4L * count > memory.capacity()) {
      return null;
    }
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = base + memory.getInt(start + 4 * i);
      if (i > 0 && Integer.compareUnsigned(words[i], words[i - 1]) < 0) {
        return null;
      }
    }
    return Integer.compareUnsigned(words[count - 1], words[0]) > 0 && words[count / 2] != 0
        ? words
        : null;
  }

  private List<ImageSymbol> symbols(Names names, int[] addresses) {
    List<ImageSymbol> symbols = new ArrayList<>(names.count);
    byte[] name = new byte[1 << 14];
    int at = names.start;
    for (int address : addresses) {
      int length = length(at);
      at += lengthBytes(at);
      int size = tokens.expand(at, length, name);
      at += length;
      if (size > 1 && ABSOLUTE.indexOf(name[0]) < 0 && name[1] != '$') {
        symbols.add(symbol(name, size, address));
      }
    }
    return symbols;
  }

  private static ImageSymbol symbol(byte[] name, int size, int address) {
    String text = new String(name, 1, size - 1, StandardCharsets.US_ASCII);
    boolean vector = Integer.compareUnsigned(address, LOW_VECTORS_END) < 0;
    int at = vector ? address + HIGH_VECTORS : address;
    return new ImageSymbol(text, at, 0, 0, FUNCTIONS.indexOf(name[0]) >= 0, false);
  }
}
