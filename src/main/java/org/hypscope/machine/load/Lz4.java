package org.hypscope.machine.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Unpacks LZ4 in the "legacy" frame that kernels are packed in (lz4_Frame_format.md and
 * lz4_Block_format.md of the LZ4 project): a magic number, then blocks with their lengths.
 */
final class Lz4 {
  private static final int MAGIC_BYTES = 4;
  private static final int BLOCK = 8 << 20;
  private static final int SHORTEST_MATCH = 4;
  private static final int LONG = 15;
  private static final int LONGER = 255;

  private final byte[] from;
  private final byte[] to = new byte[BLOCK];
  private int in;
  private int out;

  private Lz4(byte[] from) {
    this.from = from;
  }

  /** What {@code packed} holds, which begins with the magic number. */
  static InputStream legacy(InputStream packed) throws IOException {
    packed.skipNBytes(MAGIC_BYTES);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int written = BLOCK;
    while (written == BLOCK) {
      int length = length(packed.readNBytes(4));
      if (length <= 0 || length > BLOCK + BLOCK / LONGER + 16) {
        break;
      }
      byte[] block = packed.readNBytes(length);
      if (block.length < length) {
        throw new EOFException();
      }
      Lz4 one = new Lz4(block);
      written = one.unpack();
      all.write(one.to, 0, written);
    }
    return new ByteArrayInputStream(all.toByteArray());
  }

  private static int length(byte[] word) {
    return word.length < 4
        ? 0
        : word[0] & 0xff | (word[1] & 0xff) << 8 | (word[2] & 0xff) << 16 | word[3] << 24;
  }

  private int unpack() throws IOException {
    try {
      while (in < from.length) {
        int token = from[in++] & 0xff;
        int literals = length(token >>> 4);
        System.arraycopy(from, in, to, out, literals);
        in += literals;
        out += literals;
        if (in < from.length) {
          match(token & LONG);
        }
      }
      return out;
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("damaged LZ4", e);
    }
  }

  private int length(int nibble) {
    int length = nibble;
    int more = nibble == LONG ? LONGER : 0;
    while (more == LONGER) {
      more = from[in++] & 0xff;
      length += more;
    }
    return length;
  }

  private void match(int nibble) {
    int offset = from[in] & 0xff | (from[in + 1] & 0xff) << 8;
    in += 2;
    int length = length(nibble) + SHORTEST_MATCH;
    if (offset == 0 || offset > out || length > to.length - out) {
      throw new IndexOutOfBoundsException(offset);
    }
    if (offset == 1) {
      Arrays.fill(to, out, out + length, to[out - 1]);
    } else {
      for (int i = out; i < out + length; i++) {
        to[i] = to[i - offset];
      }
    }
    out += length;
  }
}
