package org.hypscope.oracle.translation;

import org.hypscope.oracle.lockstep.Values;

/** Where tables lead to: pages of a pool, and now and then where there is no memory. */
final class Targets {
  /** The pool. */
  static final int POOL = 0x44000000;

  static final int POOL_SIZE = 0x400000;

  /** In a page, loads go below, stores from here on. */
  static final int STORES = 0x800;

  /** Words from here on are fetched: undefined where N is clear, in either endianness. */
  static final int FETCHES = 0xc00;

  static final int UNDEFINED = 0x57575757;

  /** Above all memory. */
  private static final long NOTHING = 0x6000_0000L;

  private Targets() {}

  /** A physical page. */
  static long draw(Values values) {
    return switch (values.below(24)) {
      case 0 -> nothing(values);
      case 1 -> values.below(0x3f) + 1L << 32 | values.bits() & 0xffff_f000L;
      default -> pool(values);
    };
  }

  /** A physical page below 4 GB. */
  static long near(Values values) {
    return values.onceIn(6) ? nothing(values) : pool(values);
  }

  private static long pool(Values values) {
    return POOL + (values.below(POOL_SIZE) & 0xffff_f000L);
  }

  /** A physical page without memory. */
  static long nothing(Values values) {
    return NOTHING + (values.below(0x4000_0000) & 0xffff_f000L);
  }

  /** The pool's word at {@code address} in the beginning. */
  static int content(int address) {
    return (address & 0xfff) < FETCHES ? address * 0x9e3779b1 : UNDEFINED;
  }
}
