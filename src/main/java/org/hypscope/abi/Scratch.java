package org.hypscope.abi;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.Page;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.machine.Machine;

/**
 * A page of a fork's RAM that nobody uses, with a caller, a function, vectors, a stack and
 * translation tables in it for probes.
 *
 * <p>The caller runs with the PL1 MMU off, and so by physical addresses; the function is of the
 * state in which HYP takes exceptions, as a kernel's HYP code is of its build.
 *
 * @param base physical address of the page
 * @param hyp the address by which HYP finds the page
 * @param thumb whether the function is T32
 */
record Scratch(int base, int hyp, boolean thumb) {
  private static final SysReg HSCTLR = SysRegs.byName("HSCTLR");
  private static final int HSCTLR_TE = 1 << 30;
  private static final int HVC_0 = 0xe140_0070;
  private static final int BRANCH_TO_SELF = 0xeaff_fffe;
  private static final int MOV_R0_RESULT = 0xe3a0_005a;
  private static final int BX_LR = 0xe12f_ff1e;
  private static final int T32_MOVS_R0_RESULT_BX_LR = 0x4770_205a;
  private static final int IDENTITY_BLOCK = 0x441;
  private static final int CALLER = 0x100;
  private static final int LINK = 0x180;
  private static final int FUNCTION = 0x204;
  private static final int VECTORS = 0x300;
  private static final int STACK = 0xc00;
  private static final int TABLE = 0xe00;

  /** What the function returns. */
  static final int RESULT = 0x5a;

  /** Writes the pieces into the highest blank page of {@code fork} that no register points at. */
  static Scratch in(Machine fork, int immediate) {
    long top = fork.ram().base() + fork.ram().size();
    for (long page = top - Page.SIZE; page > fork.ram().base(); page -= Page.SIZE) {
      if (usable(fork, page)) {
        boolean thumb = (fork.core().sysRegs().word(HSCTLR) & HSCTLR_TE) != 0;
        Scratch scratch = new Scratch((int) page, HypMapping.of(fork, (int) page), thumb);
        scratch.fill(fork, immediate);
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

  private void fill(Machine fork, int immediate) {
    byte[] bytes = fork.ram().writable(base & 0xffff_ffffL).bytes;
    put(bytes, CALLER, HVC_0 | (immediate & 0xfff0) << 4 | immediate & 0xf);
    put(bytes, CALLER + 4, BRANCH_TO_SELF);
    put(bytes, LINK, BRANCH_TO_SELF);
    put(bytes, FUNCTION, thumb ? T32_MOVS_R0_RESULT_BX_LR : MOV_R0_RESULT);
    put(bytes, FUNCTION + 4, BX_LR);
    for (int block = 0; block < 4; block++) {
      put(bytes, TABLE + 8 * block, block << 30 | IDENTITY_BLOCK);
    }
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
    int page = address >>> Page.SHIFT;
    return page == base >>> Page.SHIFT || page == hyp >>> Page.SHIFT;
  }

  /** The value of a probe's input. */
  int value(ProbeSpec.Input input) {
    return switch (input.role()) {
      case FUNCTION ->
          (input.number() == ProbeSpec.Input.PHYSICAL ? base : hyp) + FUNCTION + (thumb ? 1 : 0);
      case VECTORS -> base + VECTORS;
      case STACK -> hyp + STACK;
      case PAGE_TABLE -> base + TABLE;
      default -> input.number();
    };
  }
}
