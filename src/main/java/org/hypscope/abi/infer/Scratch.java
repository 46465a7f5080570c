package org.hypscope.abi.infer;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;

/**
 * A blank page of RAM from which a handler is called: it holds the HVC, and a place for every
 * register to point at, which looks like translation tables and has room for a stack below it.
 *
 * @param physical the page's physical address
 * @param hyp the address by which HYP finds it
 * @param writable whether HYP finds it at all
 */
record Scratch(int physical, int hyp, boolean writable) {
  private static final int HVC = 0xe140_0070;
  private static final int BRANCH_TO_SELF = 0xeaff_fffe;
  private static final int CALLER = 0xe80;
  private static final int LINK = 0xee0;
  private static final int STACK = 0xff8;
  private static final int PLACE = 0x100;
  private static final int IDENTITY_BLOCK = 0x441;
  private static final int BLOCK = 1 << 21;

  /** How many pages lie between two that are looked at: tables map neighbours alike. */
  private static final int STRIDE = 61;

  /** In the highest blank page of {@code machine} that its HYP can reach, filled. */
  static Scratch in(Machine machine) {
    Scratch scratch = find(machine);
    byte[] bytes = new byte[Page.SIZE];
    for (int n = 0; n < Inputs.REGISTERS; n++) {
      for (int block = 0; block < 4; block++) {
        put(bytes, PLACE * (n + 1) + 8 * block, block << 30 | IDENTITY_BLOCK);
      }
    }
    put(bytes, CALLER, HVC);
    put(bytes, CALLER + 4, BRANCH_TO_SELF);
    put(bytes, LINK, BRANCH_TO_SELF);
    machine.edit(scratch.physical & 0xffff_ffffL, bytes);
    return scratch;
  }

  private static Scratch find(Machine machine) {
    boolean mmu = (values(machine).rawGet(SysRegs.byName("HSCTLR")) & 1) != 0;
    long top = machine.ram().base() + machine.ram().size();
    int page = (int) lastBlank(machine, top);
    if (!mmu) {
      return new Scratch(page, page, true);
    }
    Core core = machine.fork().core();
    core.setCpsr(Mode.HYP.encoding());
    if (core.translate(page, AccessKind.WRITE) == (page & 0xffff_ffffL)) {
      return new Scratch(page, page, true);
    }
    for (long block = (1L << 32) - BLOCK; block >= 0; block -= BLOCK) {
      for (int offset = BLOCK - Page.SIZE; offset >= 0; offset -= Page.SIZE * STRIDE) {
        int address = (int) (block + offset);
        long at = core.translate(address, AccessKind.WRITE);
        if (at >= 0 && machine.ram().contains(at) && isBlank(machine, at)) {
          return new Scratch((int) at, address, true);
        }
      }
    }
    return new Scratch(page, page, false);
  }

  private static SysRegFile values(Machine machine) {
    return machine.core().sysRegs();
  }

  private static long lastBlank(Machine machine, long top) {
    for (long page = top - Page.SIZE; page > machine.ram().base(); page -= Page.SIZE) {
      if (isBlank(machine, page)) {
        return page;
      }
    }
    throw new IllegalStateException("There is no blank page in RAM to call the handler from.");
  }

  private static boolean isBlank(Machine machine, long page) {
    if (machine.image().isLoaded((int) page)) {
      return false;
    }
    for (Mode mode : Mode.values()) {
      if ((machine.core().rmode(13, mode) - 1) >>> Page.SHIFT == (int) (page >>> Page.SHIFT)) {
        return false;
      }
    }
    for (byte each : machine.ram().readable(page).bytes) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private static void put(byte[] bytes, int at, int word) {
    for (int i = 0; i < 4; i++) {
      bytes[at + i] = (byte) (word >>> 8 * i);
    }
  }

  /** What each register points at unless something else is chosen. */
  Inputs defaults() {
    int[] values = new int[Inputs.COUNT];
    for (int n = 0; n < Inputs.REGISTERS; n++) {
      values[n] = hyp + PLACE * (n + 1);
    }
    return new Inputs(values);
  }

  /** The HVC, by its physical address. */
  int caller() {
    return physical + CALLER;
  }

  /** The HVC with this immediate. */
  static int hvc(int immediate) {
    return HVC | (immediate & 0xfff0) << 4 | immediate & 0xf;
  }

  /** The caller's link register. */
  int link() {
    return physical + LINK;
  }

  /** The top of a stack for a handler that has none. */
  int stack() {
    return hyp + STACK;
  }
}
