package org.hypscope.machine.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.hypscope.machine.board.Range;

/**
 * Where the addresses that a Linux kernel was linked for are in physical memory. A kernel maps RAM
 * from one virtual address on (PAGE_OFFSET), a multiple of 256 MiB, and runs where it is put, as
 * far from the start of RAM as it is linked from there if it unpacks itself.
 */
final class KernelPlace {
  private static final long SPLIT = 0xf000_0000L;

  /** Where a kernel that unpacks itself takes RAM to start (AUTO_ZRELADDR). */
  private static final long UNPACKING = 0xf800_0000L;

  private static final long WORD = 0xffff_ffffL;
  private static final List<String> FIRST = List.of("_text", "stext");

  /** The first byte is linked for a multiple of this, at most so far before the first name. */
  private static final long STEP = 0x8000;

  private static final long FARTHEST = 16L << 20;
  private static final int ENOUGH = 2000;

  private final Range ram;
  private final ByteBuffer kernel;

  /** For a kernel of these bytes, which are empty where they are not known. */
  KernelPlace(Range ram, byte[] kernel) {
    this.ram = ram;
    this.kernel = ByteBuffer.wrap(kernel).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The names of an {@code Image} that was put at {@code address}. */
  ImageSymbols loaded(ImageSymbols names, long address) {
    return moved(names, address - start(names), Optional.empty());
  }

  /** The names of the kernel in a {@code zImage}. */
  ImageSymbols unpacked(ImageSymbols names) {
    long start = start(names);
    long offset = (ram.start() & UNPACKING) - (start & SPLIT);
    return moved(
        names,
        offset,
        kernel.capacity() < 4
            ? Optional.empty()
            : Optional.of(new Extent.Proof(start + offset, kernel.getInt(0))));
  }

  private ImageSymbols moved(ImageSymbols names, long offset, Optional<Extent.Proof> proof) {
    return names.withExtents(
        names.extents().stream().map(each -> moved(each, offset, proof)).toList());
  }

  private Extent moved(Extent extent, long offset, Optional<Extent.Proof> proof) {
    long at = extent.linked().start() + offset;
    return ram.contains(at) ? extent.at(at, proof) : extent.at(Extent.NOWHERE, Optional.empty());
  }

  /**
   * The virtual address of the kernel's first byte. Where no name says it (a kernel's own table may
   * begin with its second section), the one by which most functions begin as functions do.
   */
  private long start(ImageSymbols names) {
    for (String first : FIRST) {
      for (ImageSymbol each : names.symbols()) {
        if (each.name().equals(first)) {
          return each.address() & WORD;
        }
      }
    }
    List<ImageSymbol> functions =
        names.symbols().stream().filter(ImageSymbol::function).limit(ENOUGH).toList();
    if (functions.isEmpty()) {
      return SPLIT;
    }
    long lowest = functions.get(0).address() & WORD;
    long best = lowest;
    int most = 0;
    for (long start = lowest & -STEP; start > lowest - FARTHEST && start > 0; start -= STEP) {
      int found = prologues(functions, start);
      if (found > most) {
        most = found;
        best = start;
      }
    }
    return best;
  }

  private int prologues(List<ImageSymbol> functions, long start) {
    int count = 0;
    for (ImageSymbol each : functions) {
      long at = (each.address() & WORD) - start;
      if (at >= 0 && at + 4 <= kernel.capacity() && isPrologue(kernel.getInt((int) at))) {
        count++;
      }
    }
    return count;
  }

  /** PUSH with LR in A32 or T32, or MOV IP, SP, which begins a function with a frame pointer. */
  private static boolean isPrologue(int word) {
    return (word & 0xffff4000) == 0xe92d4000
        || word == 0xe1a0c00d
        || (word & 0xff00) == 0xb500
        || (word & 0x4000ffff) == 0x4000e92d;
  }
}
