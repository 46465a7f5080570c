package org.hypscope.abi;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.Page;
import org.hypscope.machine.Machine;

/**
 * A page of a fork's RAM that nobody uses, with a caller, a function, vectors, a stack and
 * translation tables in it for probes.
 *
 * @param base physical address of the page
 */
record Scratch(int base) {
  private static final int HVC_0 = 0xe140_0070;
  private static final int BRANCH_TO_SELF = 0xeaff_fffe;
  private static final int MOV_R0_RESULT = 0xe3a0_005a;
  private static final int BX_LR = 0xe12f_ff1e;
  private static final int CALLER = 0x100;
  private static final int LINK = 0x180;
  private static final int FUNCTION = 0x204;
  private static final int VECTORS = 0x300;
  private static final int STACK = 0xc00;
  private static final int TABLE = 0xc00;

  /** What the function returns. */
  static final int RESULT = 0x5a;

  /** Writes the pieces into the highest blank page of {@code fork} that no register points at. */
  static Scratch in(Machine fork) {
    long top = fork.ram().base() + fork.ram().size();
    for (long page = top - Page.SIZE; page > fork.ram().base(); page -= Page.SIZE) {
      if (usable(fork, page)) {
        Scratch scratch = new Scratch((int) page);
        scratch.fill(fork);
        return scratch;
      }
    }
    throw new IllegalStateException("no blank page in RAM to probe from");
  }

  private static boolean usable(Machine fork, long page) {
    if (fork.image().isLoaded((int) page)) {
      return false;
    }
    for (Mode mode : Mode.values()) {
      if ((fork.core().rmode(13, mode) - 1) >>> Page.SHIFT == (int) (page >>> Page.SHIFT)) {
        return false;
      }
    }
    for (byte each : fork.ram().readable(page).bytes) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private void fill(Machine fork) {
    byte[] bytes = fork.ram().writable(base & 0xffff_ffffL).bytes;
    put(bytes, CALLER, HVC_0);
    put(bytes, CALLER + 4, BRANCH_TO_SELF);
    put(bytes, LINK, BRANCH_TO_SELF);
    put(bytes, FUNCTION, MOV_R0_RESULT);
    put(bytes, FUNCTION + 4, BX_LR);
    for (int vector = 0; vector < 32; vector += 4) {
      put(bytes, VECTORS + vector, BRANCH_TO_SELF);
    }
    fork.core().flushPageCache();
  }

  private static void put(byte[] bytes, int at, int word) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (word >>> 8 * i);
    }
  }

  /** The HVC that probes execute. */
  int caller() {
    return base + CALLER;
  }

  /** Where it returns to. */
  int returnAddress() {
    return base + CALLER + 4;
  }

  /** What LR_usr points at during a probe. */
  int link() {
    return base + LINK;
  }

  boolean contains(int address) {
    return address >>> Page.SHIFT == base >>> Page.SHIFT;
  }

  /** The value of a probe's input. */
  int value(ProbeSpec.Input input) {
    return switch (input.role()) {
      case FUNCTION -> base + FUNCTION;
      case VECTORS -> base + VECTORS;
      case STACK -> base + STACK;
      case PAGE_TABLE -> base + TABLE;
      default -> input.number();
    };
  }
}
