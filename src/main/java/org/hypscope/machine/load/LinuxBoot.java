package org.hypscope.machine.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hypscope.arm.arch.Bank;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Range;

/**
 * Puts a Linux kernel, its initial RAM disk and its device tree where a boot loader would, by the
 * ARM boot protocol (Documentation/arm/booting): r0 = 0, r1 = all ones, r2 = the device tree.
 *
 * <p>Disk and tree lie in the middle of RAM, at most 128 MiB from its start, clear of where the
 * kernel unpacks itself; QEMU places them so too, which keeps two runs comparable.
 */
final class LinuxBoot {
  static final long ZIMAGE_OFFSET = 0x10000;
  static final long IMAGE_OFFSET = 0x8000;

  /** Three registers are loaded, and the kernel branched to, in an instruction each. */
  private static final long HAND_OVER = 4;

  private static final long FARTHEST = 128L << 20;
  private static final long PAGE = 4096;

  private final LoadOptions options;
  private final Board board;

  LinuxBoot(LoadOptions options) {
    this.options = options;
    this.board = options.board();
  }

  /** Where a {@code zImage} goes. */
  long zImageAddress() {
    return options.load().orElse(board.ram().start() + ZIMAGE_OFFSET);
  }

  /** Where an {@code Image} goes: where it says itself that it must, or where most go. */
  long imageAddress(byte[] image) {
    return options
        .load()
        .orElseGet(() -> board.ram().start() + TextOffset.of(image).orElse(IMAGE_OFFSET));
  }

  /** {@code kernel} with all that it finds in memory and registers. */
  LoadedImage complete(LoadedImage kernel) throws ImageException {
    List<Segment> segments = new ArrayList<>(kernel.segments());
    long free = aligned(Math.max(middle(), end(segments)));
    Optional<Segment> disk = disk(free);
    disk.ifPresent(segments::add);
    long treeAt = disk.isPresent() ? aligned(disk.get().end()) : free;
    Optional<Range> place = disk.map(each -> new Range(each.address(), each.size()));
    byte[] tree = new BootTree(options).flattened(place);
    segments.add(data(treeAt, tree));
    segments.addAll(options.boot().guest().segments());
    checkRoom(kernel.name(), treeAt + tree.length);
    return kernel
        .withSegments(segments)
        .entered(
            new LoadedImage.Entered(
                Map.of(Bank.R0, 0, Bank.R1, -1, Bank.R2, (int) treeAt), HAND_OVER));
  }

  private Optional<Segment> disk(long at) throws ImageException {
    Optional<Path> file = options.boot().initrd();
    return file.isEmpty() ? Optional.empty() : Optional.of(data(at, ImageFile.read(file.get())));
  }

  private long middle() {
    return board.ram().start() + Math.min(board.ram().size() / 2, FARTHEST);
  }

  private long end(List<Segment> segments) {
    return segments.stream().mapToLong(Segment::end).max().orElse(0);
  }

  private void checkRoom(String name, long end) throws ImageException {
    if (end > board.ram().end()) {
      throw new ImageException(
          String.format(
              "%s, its initrd and its device tree end at 0x%08x, beyond the RAM of board %s"
                  + " (0x%08x-0x%08x): give more RAM (--ram).",
              name, end - 1, board.name(), board.ram().start(), board.ram().end() - 1));
    }
  }

  /** Memory that holds {@code bytes} and no code. */
  static Segment data(long address, byte[] bytes) {
    return new Segment(address, address, bytes, bytes.length, false, true);
  }

  private static long aligned(long address) {
    return (address + PAGE - 1) & -PAGE;
  }
}
