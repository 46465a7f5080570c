package org.hypscope.debug.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.hypscope.debug.UnusableTargetException;

/** Session files on disk. */
public final class SessionFiles {
  /** How their names end. */
  public static final String EXTENSION = ".hss";

  /** More than any session needs that was made by hand. */
  static final int LARGEST = 16 << 20;

  private static final int START = 256;

  private SessionFiles() {}

  /** Whether {@code file} is named, or begins, as a session file. */
  public static boolean isSession(Path file) {
    if (String.valueOf(file.getFileName()).endsWith(EXTENSION)) {
      return true;
    }
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(START), StandardCharsets.ISO_8859_1);
      return start.stripLeading().startsWith("{") && start.contains(SessionWriter.VERSION_KEY);
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  /**
   * Reads {@code file}.
   *
   * @throws UnusableTargetException with one sentence where it is no session, or a damaged one
   */
  public static SessionFile read(Path file) throws UnusableTargetException {
    try {
      if (!Files.isRegularFile(file) && Files.exists(file)) {
        throw new UnusableTargetException(file + " is not a regular file: give a session file.");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] contents = in.readNBytes(LARGEST + 1);
        return SessionReader.read(String.valueOf(file.getFileName()), contents);
      }
    } catch (NoSuchFileException e) {
      throw new UnusableTargetException("There is no session file " + file + ": check the path.");
    } catch (IOException | SecurityException e) {
      throw new UnusableTargetException(file + " cannot be read: check its permissions.");
    }
  }

  /**
   * Writes {@code session} to {@code file}, in place of what is there; where that fails, what was
   * there stays.
   *
   * @throws UnusableTargetException with one sentence where it cannot be written
   */
  public static void write(SessionFile session, Path file) throws UnusableTargetException {
    byte[] contents = SessionWriter.write(session);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, contents);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | SecurityException e) {
      throw new UnusableTargetException(
          "The session cannot be written to " + file + ": choose a folder that you may write to.");
    }
  }
}
