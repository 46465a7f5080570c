package org.hypscope.machine.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads whole files that a user named. */
final class ImageFile {
  private static final long LARGEST = 512L << 20;
  private static final long LARGEST_MAPPED = Integer.MAX_VALUE;

  private ImageFile() {}

  /** The file's name without its folder. */
  static String name(Path path) {
    Path file = path.getFileName();
    return file == null ? path.toString() : file.toString();
  }

  /** The contents of {@code path}, or a sentence why they cannot be had. */
  static byte[] read(Path path) throws ImageException {
    return taken(path, LARGEST, Files::readAllBytes);
  }

  /**
   * The contents of {@code path}, which stay in the file until they are looked at, or a sentence
   * why they cannot be had. Little-endian.
   */
  static ByteBuffer map(Path path) throws ImageException {
    return taken(path, LARGEST_MAPPED, ImageFile::mapped);
  }

  private static ByteBuffer mapped(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private interface Taking<T> {
    T from(Path path) throws IOException;
  }

  private static <T> T taken(Path path, long largest, Taking<T> taking) throws ImageException {
    try {
      if (Files.isDirectory(path)) {
        throw new ImageException(path + " is a directory: give a file in it.");
      }
      if (!Files.isRegularFile(path) && Files.exists(path)) {
        throw new ImageException(path + " is not a regular file: give a plain one.");
      }
      if (Files.size(path) > largest) {
        throw new ImageException(
            path + " is larger than " + (largest >> 20) + " MiB: give a smaller one.");
      }
      return taking.from(path);
    } catch (NoSuchFileException e) {
      throw new ImageException("There is no file " + path + ": check the path.");
    } catch (IOException | SecurityException e) {
      throw new ImageException(path + " cannot be read: check its permissions.");
    }
  }
}
