package org.hypscope.machine.load;

import java.nio.file.Path;
import java.util.Optional;
import org.hypscope.machine.board.BoardTree;
import org.hypscope.machine.board.Range;
import org.hypscope.machine.fdt.Fdt;
import org.hypscope.machine.fdt.FdtNode;
import org.hypscope.machine.fdt.FdtReader;

/**
 * The device tree as a boot loader hands it over: the board's or the user's, with the memory, the
 * command line and the initial RAM disk written into it.
 */
final class BootTree {
  /** Room for whoever edits the tree next, as QEMU leaves it, so that as much memory stays free. */
  private static final int ROOM = 1 << 20;

  private static final int ROOM_BEHIND = 10_000;

  private final LoadOptions options;

  BootTree(LoadOptions options) {
    this.options = options;
  }

  /** The tree, flattened, with a disk at {@code disk} if there is one. */
  byte[] flattened(Optional<Range> disk) throws ImageException {
    Optional<Path> file = options.boot().deviceTree();
    if (file.isEmpty()) {
      FdtNode root = BoardTree.of(options.board());
      choose(root, disk);
      return Fdt.padded(Fdt.write(root), ROOM);
    }
    byte[] contents = ImageFile.read(file.get());
    FdtReader reader = read(file.get(), contents);
    BoardTree.setMachine(reader.root(), options.board());
    choose(reader.root(), disk);
    return Fdt.padded(reader.write(), 2 * (contents.length + ROOM_BEHIND));
  }

  private static FdtReader read(Path file, byte[] contents) throws ImageException {
    try {
      return FdtReader.read(contents);
    } catch (IllegalArgumentException e) {
      throw new ImageException(
          file + " is no device tree blob: " + e.getMessage() + "; compile it with dtc -O dtb.");
    }
  }

  private void choose(FdtNode root, Optional<Range> disk) throws ImageException {
    FdtNode chosen = root.child("chosen");
    options.boot().commandLine().ifPresent(line -> chosen.strings("bootargs", line));
    disk.ifPresent(
        range ->
            chosen
                .cells("linux,initrd-start", (int) range.start())
                .cells("linux,initrd-end", (int) range.end()));
    options.boot().guest().choose(chosen);
  }
}
