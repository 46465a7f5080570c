package org.hypscope.debug.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hypscope.debug.UnusableTargetException;

/** SHA-256 of files, in 64 hexadecimal digits. */
public final class Digest {
  /** How many digits name an image in a {@link Coordinate}. */
  static final int SHORT = 12;

  private static final int CHUNK = 1 << 16;

  private Digest() {}

  /** Of {@code bytes}. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /**
   * Of the contents of {@code file}.
   *
   * @throws UnusableTargetException where it cannot be read
   */
  public static String of(Path file) throws UnusableTargetException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new UnusableTargetException(file + " is not a regular file: give a plain one.");
    }
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    } catch (NoSuchFileException e) {
      throw new UnusableTargetException("There is no file " + file + ": check the path.");
    } catch (IOException | SecurityException e) {
      throw new UnusableTargetException(file + " cannot be read: check its permissions.");
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
