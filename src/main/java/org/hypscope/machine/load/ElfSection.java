package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A section of an ELF file.
 *
 * @param name as the file spells it
 * @param address where it was linked to be in memory, 0 for one that is not loaded
 * @param flags {@code sh_flags}
 * @param contents as they are in the file; none for a section that has no contents there
 */
public record ElfSection(String name, int address, int flags, ByteBuffer contents) {
  private static final int COMPRESSED = 0x800;
  private static final int COMPRESSION_HEADER = 12;
  private static final int ZLIB = 1;
  private static final int LARGEST = 1 << 30;

  /**
   * The contents, little-endian and uncompressed, from position 0; a buffer of the caller's own.
   *
   * @throws ImageException where they are compressed in a way that cannot be read
   */
  public ByteBuffer bytes() throws ImageException {
    ByteBuffer own = contents.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    return (flags & COMPRESSED) == 0 ? own : inflated(own);
  }

  private ByteBuffer inflated(ByteBuffer from) throws ImageException {
    if (from.remaining() < COMPRESSION_HEADER) {
      throw unreadable("its compression header is cut off");
    }
    int type = from.getInt();
    int size = from.getInt();
    from.getInt();
    if (type != ZLIB) {
      throw unreadable("it is compressed with method " + type + ", and only zlib is read");
    }
    if (size < 0 || size > LARGEST) {
      throw unreadable("it says that it is larger than 1 GiB");
    }
    return inflated(from, size);
  }

  private ByteBuffer inflated(ByteBuffer from, int size) throws ImageException {
    Inflater inflater = new Inflater();
    try {
      ByteBuffer to = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      inflater.setInput(from);
      while (to.hasRemaining() && inflater.inflate(to) > 0) {}
      if (to.hasRemaining()) {
        throw unreadable("its compressed contents are too short");
      }
      return to.flip();
    } catch (DataFormatException e) {
      throw unreadable("its compressed contents are damaged");
    } finally {
      inflater.end();
    }
  }

  private ImageException unreadable(String why) {
    return new ImageException("Section " + name + " cannot be read: " + why + ".");
  }
}
