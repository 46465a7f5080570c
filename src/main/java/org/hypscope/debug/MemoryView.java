package org.hypscope.debug;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hypscope.arm.bus.Page;
import org.hypscope.machine.Flash;
import org.hypscope.machine.MemoryImage;
import org.hypscope.machine.board.Board;

/**
 * Memory at one instant by the addresses of one {@link AddressSpace}; reading has no side effects.
 * Immutable, for any thread.
 */
public final class MemoryView {
  private static final int DEVICE_LENGTH = 0x1000;
  private static final int IN_PAGE = Page.SIZE - 1;

  private final MemoryImage ram;
  private final Flash flash;
  private final Board board;
  private final AddressSpace space;
  private final Translations translations;
  private volatile Mapping last = new Mapping(Translations.NONE, Translations.NONE);

  /** Where a page lies; neighbouring reads need one walk. */
  private record Mapping(long page, long frame) {}

  MemoryView(
      MemoryImage ram, Flash flash, Board board, AddressSpace space, Translations translations) {
    this.ram = ram;
    this.flash = flash;
    this.board = board;
    this.space = space;
    this.translations = translations;
  }

  /** The kind of address that this view is asked by. */
  public AddressSpace space() {
    return space;
  }

  /**
   * The little-endian word at {@code address} (bits 1:0 ignored); empty where nothing is mapped or
   * there is no memory.
   */
  public OptionalInt word(int address) {
    long at = translate(address & ~3);
    if (ram.contains(at)) {
      return OptionalInt.of(ram.word(at));
    }
    return flash.contains(at) ? OptionalInt.of(flash.word(at)) : OptionalInt.empty();
  }

  /** As {@link #word}, the halfword (bit 0 ignored), 0 to 0xffff. */
  public OptionalInt half(int address) {
    OptionalInt word = word(address);
    int shift = (address & 2) * 8;
    return word.isEmpty() ? word : OptionalInt.of(word.getAsInt() >>> shift & 0xffff);
  }

  /** The byte at {@code address}, 0 to 255; empty where nothing is mapped or there is no memory. */
  public OptionalInt byteAt(int address) {
    long at = translate(address);
    if (ram.contains(at)) {
      return OptionalInt.of(ram.byteAt(at));
    }
    return flash.contains(at) ? OptionalInt.of(flash.byteAt(at)) : OptionalInt.empty();
  }

  /** The physical address of {@code address}; empty where there is no translation. */
  public OptionalLong physical(int address) {
    long at = translate(address);
    return at == Translations.NONE ? OptionalLong.empty() : OptionalLong.of(at);
  }

  /** Whether anything answers at {@code address}: memory or a device. */
  public boolean mapped(int address) {
    long at = translate(address);
    return ram.contains(at) || flash.contains(at) || isDeviceAt(at);
  }

  /** Whether {@code address} belongs to a device, which is never read for a view. */
  public boolean isDevice(int address) {
    return isDeviceAt(translate(address));
  }

  private long translate(int address) {
    long at = address & 0xffff_ffffL;
    if (space == AddressSpace.PHYSICAL) {
      return at;
    }
    long page = at & ~IN_PAGE;
    Mapping mapping = last;
    if (mapping.page != page) {
      mapping = new Mapping(page, translations.physical(space, page));
      last = mapping;
    }
    return mapping.frame == Translations.NONE ? Translations.NONE : mapping.frame | at & IN_PAGE;
  }

  private boolean isDeviceAt(long address) {
    long offset = address - board.uart();
    return offset >= 0 && offset < DEVICE_LENGTH;
  }
}
