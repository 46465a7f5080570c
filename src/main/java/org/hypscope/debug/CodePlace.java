package org.hypscope.debug;

import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.debug.symbols.Symbols;

/**
 * An instruction that a run is to stop before. One of the image is met wherever translation has put
 * it: before the MMU is on, through an identity map, in Hyp mode.
 *
 * @param address as it was given, bit 0 clear
 */
record CodePlace(int address) {
  private static final int IN_PAGE = Page.SIZE - 1;

  /** A place that {@code address} names, whatever its bit 0. */
  static CodePlace of(int address) {
    return new CodePlace(address & ~1);
  }

  /** Whether {@code core} comes to it next; {@code symbols} are seen by its present regime. */
  boolean isNext(Core core, Symbols symbols) {
    int pc = core.pc();
    return pc == address
        || (pc - address & IN_PAGE) == 0
            && symbols.linked(pc).equals(symbols.linkedAnywhere(address));
  }

  /** Whether it may be among the next {@code bytes}, which do not leave a page. */
  boolean mayBeWithin(Core core, int bytes) {
    return (address - core.pc() & IN_PAGE) < bytes;
  }
}
