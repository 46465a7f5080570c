package org.hypscope.debug;

import java.util.OptionalInt;
import org.hypscope.machine.MemoryImage;
import org.hypscope.machine.board.Board;
import org.hypscope.machine.board.Range;

/**
 * Memory at one instant as the core would see it; reading has no side effects. Immutable, for any
 * thread.
 */
public final class MemoryView {
  private static final int DEVICE_LENGTH = 0x1000;

  private final MemoryImage ram;
  private final Board board;

  MemoryView(MemoryImage ram, Board board) {
    this.ram = ram;
    this.board = board;
  }

  /**
   * The little-endian word at {@code address} (bits 1:0 ignored); empty where there is no memory.
   */
  public OptionalInt word(int address) {
    long at = address & 0xffff_fffcL;
    if (ram.contains(at)) {
      return OptionalInt.of(ram.word(at));
    }
    return isFlash(at) ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** The byte at {@code address}, 0 to 255; empty where there is no memory. */
  public OptionalInt byteAt(int address) {
    long at = address & 0xffff_ffffL;
    if (ram.contains(at)) {
      return OptionalInt.of(ram.byteAt(at));
    }
    return isFlash(at) ? OptionalInt.of(0) : OptionalInt.empty();
  }

  /** Whether anything answers at {@code address}: memory or a device. */
  public boolean mapped(int address) {
    long at = address & 0xffff_ffffL;
    return ram.contains(at) || isFlash(at) || isDevice(address);
  }

  /** Whether {@code address} belongs to a device, which is never read for a view. */
  public boolean isDevice(int address) {
    long offset = (address & 0xffff_ffffL) - board.uart();
    return offset >= 0 && offset < DEVICE_LENGTH;
  }

  private boolean isFlash(long address) {
    for (Range bank : board.flash()) {
      if (bank.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
