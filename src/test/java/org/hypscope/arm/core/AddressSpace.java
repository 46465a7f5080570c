package org.hypscope.arm.core;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * A core in Non-secure Supervisor mode with short descriptors on: its first megabyte, where the
 * code and the tables are, is mapped at itself, and pages from {@link #PAGES} on as a test wants.
 */
final class AddressSpace {
  /** The first virtual page that a test maps. */
  static final int PAGES = 0x0040_0000;

  /** Two physical pages that begin with their own address. */
  static final int A = 0xa000;

  static final int B = 0xb000;

  private static final int TABLE = 0x1_0000;
  private static final int SECOND = 0x2_0000;
  private static final int SECTION = 0xc02;
  private static final int SMALL_PAGE = 0x032;
  private static final int NOT_GLOBAL = 1 << 11;
  private static final int STAGE2 = 0x3_0000;
  private static final int MAINTENANCE = 0xc000;
  private static final int CLIENT = 1;

  final Rig rig = new Rig(Mode.SVC, true);
  final Core core = rig.core();
  private final boolean global;

  /** Maps pages as global ones, or for the present ASID. */
  AddressSpace(boolean global) {
    this.global = global;
    rig.bus().words(A, A).words(B, B).words(MAINTENANCE, 0);
    rig.bus().words(TABLE, SECTION).words(TABLE + 4 * (PAGES >>> 20), SECOND | 1);
    rig.set("TTBR0", TABLE).set("DACR", CLIENT).set("SCTLR", 1);
    core.translationControlsWritten();
  }

  /** Maps virtual page {@code n} of those from {@link #PAGES} on, without any maintenance. */
  AddressSpace map(int n, int physical) {
    rig.bus().words(SECOND + 4 * n, physical | SMALL_PAGE | (global ? 0 : NOT_GLOBAL));
    return this;
  }

  /** Maps all from {@link #PAGES} on as one section, without any maintenance. */
  AddressSpace mapSection(int physical) {
    rig.bus().words(TABLE + 4 * (PAGES >>> 20), physical & 0xfff0_0000 | SECTION);
    return this;
  }

  /**
   * Turns stage 2 on, for one machine of several: it maps the first two megabytes at themselves.
   */
  AddressSpace machine(int vmid) {
    rig.bus().words(STAGE2, STAGE2 + 0x1000 | 3, 0, STAGE2 + 0x1000 | 3, 0);
    rig.bus().words(STAGE2 + 0x1000, 0x7fd, 0);
    rig.set("VTCR", 1 << 6).set("VTTBR", STAGE2 | (long) vmid << 48).set("HCR", 1);
    core.translationControlsWritten();
    return this;
  }

  /** Writes a register that controls translation, as an instruction would. */
  AddressSpace set(String register, long value) {
    rig.set(register, value);
    core.translationControlsWritten();
    return this;
  }

  /** What a load of the first word of page {@code n} gives. */
  int load(int n) {
    return core.mem().memU(PAGES + (n << 12), 4);
  }

  /** Executes {@code MCR} to the operation called {@code name}, in the mode that it is for. */
  AddressSpace maintain(String name, int value) {
    Encoding at = SysRegs.byName(name).encodings().get(0);
    int word = 0xee000010 | at.cp() << 8 | at.opc1() << 21 | at.crn() << 16 | at.crm();
    rig.bus().words(MAINTENANCE, word | at.opc2() << 5);
    rig.bus().readable(MAINTENANCE).decoded = null;
    int cpsr = core.cpsr();
    core.setCpsr(at.opc1() == 4 ? Mode.HYP.encoding() : cpsr);
    core.flushTranslations();
    core.setR(0, value);
    core.setPc(MAINTENANCE);
    core.run(1, null);
    if (core.pc() != MAINTENANCE + 4) {
      throw new AssertionError(name + " is refused");
    }
    core.setCpsr(cpsr);
    return this;
  }
}
