package org.hypscope.machine.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads whole files that a user named. */
final class ImageFile {
  private static final long LARGEST = 512L << 20;

  private ImageFile() {}

  /** The file's name without its folder. */
  static String name(Path path) {
    Path file = path.getFileName();
    return file == null ? path.toString() : file.toString();
  }

  /** The contents of {@code path}, or a sentence why they cannot be had. */
  static byte[] read(Path path) throws ImageException {
    try {
      if (Files.isDirectory(path)) {
        throw new ImageException(path + " is a directory: give a file in it.");
      }
      if (!Files.isRegularFile(path) && Files.exists(path)) {
        throw new ImageException(path + " is not a regular file: give a plain one.");
      }
      if (Files.size(path) > LARGEST) {
        throw new ImageException(path + " is larger than 512 MiB: give a smaller one.");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException e) {
      throw new ImageException("There is no file " + path + ": check the path.");
    } catch (IOException | SecurityException e) {
      throw new ImageException(path + " cannot be read: check its permissions.");
    }
  }
}
