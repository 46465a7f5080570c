package org.hypscope.debug;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.debug.symbols.Addressing;

/** The addresses of one regime of a core as it is when asked. */
final class LiveAddressing implements Addressing {
  private final Supplier<Core> core;
  private final Supplier<AddressSpace> space;

  LiveAddressing(Supplier<Core> core, Supplier<AddressSpace> space) {
    this.core = core;
    this.space = space;
  }

  @Override
  public long physical(int address) {
    return Translations.of(core.get()).physical(space.get(), address & 0xffff_ffffL);
  }

  @Override
  public OptionalInt word(long physical) {
    Page page = core.get().bus().readable(physical);
    return page == null ? OptionalInt.empty() : OptionalInt.of(Words.at(page, (int) physical));
  }
}
