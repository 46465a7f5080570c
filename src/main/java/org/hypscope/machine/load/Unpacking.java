package org.hypscope.machine.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.SingleXZInputStream;

/** Finds and unpacks what is compressed inside a file that unpacks itself. */
final class Unpacking {
  private static final int SMALLEST = 4096;
  private static final int LARGEST = 256 << 20;
  private static final int DICTIONARY_KIB = 128 << 10;
  private static final List<Method> METHODS =
      List.of(
          new Method(new int[] {0x1f, 0x8b, 0x08}, GZIPInputStream::new),
          new Method(
              new int[] {0xfd, '7', 'z', 'X', 'Z', 0},
              in -> new SingleXZInputStream(in, DICTIONARY_KIB)),
          new Method(new int[] {0x5d, 0, 0}, in -> new LZMAInputStream(in, DICTIONARY_KIB)),
          new Method(new int[] {0x02, 0x21, 0x4c, 0x18}, Lz4::legacy));

  private interface Opening {
    InputStream of(InputStream in) throws IOException;
  }

  private record Method(int[] magic, Opening opening) {
    boolean beginsAt(byte[] contents, int at) {
      for (int i = 0; i < magic.length; i++) {
        if (at + i >= contents.length || (contents[at + i] & 0xff) != magic[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private Unpacking() {}

  /**
   * The first part of {@code contents} that gzip, xz, lzma or lz4 unpack to 4 KiB or more; empty
   * where there is none. A magic number alone proves nothing: the code that unpacks holds one, too.
   */
  static Optional<byte[]> first(byte[] contents) {
    for (int at = 0; at < contents.length; at++) {
      for (Method method : METHODS) {
        if (method.beginsAt(contents, at)) {
          Optional<byte[]> unpacked = unpacked(method, contents, at);
          if (unpacked.isPresent()) {
            return unpacked;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<byte[]> unpacked(Method method, byte[] contents, int at) {
    ByteArrayOutputStream to = new ByteArrayOutputStream();
    try (InputStream in =
        method.opening.of(new ByteArrayInputStream(contents, at, contents.length - at))) {
      byte[] piece = new byte[1 << 16];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        to.write(piece, 0, read);
        if (to.size() > LARGEST) {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return to.size() < SMALLEST ? Optional.empty() : Optional.of(to.toByteArray());
  }
}
