package org.hypscope.machine.load;

import java.util.Comparator;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Range;

/** Whether and where segments fit a board's memory. */
final class Placement {
  private static final long KERNEL_SPLIT = 0xf000_0000L;

  private Placement() {}

  static LoadedImage sorted(LoadedImage image) {
    return image.withSegments(
        image.segments().stream().sorted(Comparator.comparingLong(Segment::address)).toList());
  }

  /**
   * A kernel linked for virtual addresses only, as {@code vmlinux} is: where RAM holds none of it,
   * its start, the split between user and kernel, is taken to be the start of RAM.
   */
  static LoadedImage intoRam(LoadedImage kernel, Board board) {
    Range ram = board.ram();
    if (kernel.segments().stream().anyMatch(each -> ram.contains(each.address()))) {
      return kernel;
    }
    long lowest = kernel.segments().stream().mapToLong(Segment::address).min().orElseThrow();
    long offset = ram.start() - (lowest & KERNEL_SPLIT);
    long entry = Integer.toUnsignedLong(kernel.entry()) + offset;
    return kernel
        .withSegments(kernel.segments().stream().map(each -> each.movedBy(offset)).toList())
        .enteredAt((int) entry);
  }

  static void check(LoadedImage image, Board board) throws ImageException {
    long free = 0;
    for (Segment segment : image.segments()) {
      if (!holds(board, segment)) {
        throw outside(image, segment, board);
      }
      if (segment.address() < free) {
        throw new ImageException(
            String.format(
                "%s has segments that overlap at 0x%08x: link it again without the overlap, or"
                    + " load it elsewhere.",
                image.name(), segment.address()));
      }
      free = segment.end();
    }
    if (!image.isLoaded(image.entry())) {
      throw new ImageException(
          String.format(
              "%s starts at 0x%08x, where none of its segments is: set its entry, or give --entry.",
              image.name(), image.entry()));
    }
  }

  private static boolean holds(Board board, Segment segment) {
    return inside(board.ram(), segment)
        || board.flash().stream().anyMatch(bank -> inside(bank, segment));
  }

  private static boolean inside(Range range, Segment segment) {
    return segment.address() >= range.start() && segment.end() <= range.end();
  }

  private static ImageException outside(LoadedImage image, Segment segment, Board board) {
    return new ImageException(
        String.format(
            "%s has a segment at 0x%08x-0x%08x outside the RAM of board %s (0x%08x-0x%08x): link it"
                + " for that memory, say that it is a kernel (--linux), or choose another board"
                + " (--board) or RAM size (--ram).",
            image.name(),
            segment.address(),
            segment.end() - 1,
            board.name(),
            board.ram().start(),
            board.ram().end() - 1));
  }
}
