package org.hypscope.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hypscope.debug.Translations;

/** A dump of memory: mapped, so that its size costs nothing and only what is asked for is read. */
final class DumpFile {
  private DumpFile() {}

  /**
   * The contents of the file called {@code name}, in pieces as {@link Translations#ofDump} takes
   * them.
   *
   * @throws UsageException where it cannot be read
   */
  static List<ByteBuffer> map(String name) {
    try (FileChannel file = FileChannel.open(Path.of(name), StandardOpenOption.READ)) {
      List<ByteBuffer> pieces = new ArrayList<>();
      for (long at = 0; at < file.size(); at += Translations.DUMP_PIECE) {
        long bytes = Math.min(Translations.DUMP_PIECE, file.size() - at);
        pieces.add(file.map(FileChannel.MapMode.READ_ONLY, at, bytes));
      }
      return pieces;
    } catch (IOException | InvalidPathException e) {
      throw new UsageException(
          "The dump '" + name + "' cannot be read: check the path, and that it is a file.");
    }
  }
}
