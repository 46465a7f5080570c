package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Mem;
import org.hypscope.arm.sysreg.ControlRegs;

/** Load- and store-exclusive, CLREX, and the swaps that they replaced (ARM ARM A3.4). */
public final class Exclusives {
  private static final int SWAP_ENABLED = 1 << 10;

  private Exclusives() {}

  /** LDREX (A8.8.75). */
  public static void ldrex(Core core, int insn) {
    load(core, insn, 4);
  }

  /** LDREXB (A8.8.76). */
  public static void ldrexb(Core core, int insn) {
    load(core, insn, 1);
  }

  /** LDREXH (A8.8.78). */
  public static void ldrexh(Core core, int insn) {
    load(core, insn, 2);
  }

  /** LDREXD: a doubleword, aligned to its size (A8.8.77). */
  public static void ldrexd(Core core, int insn) {
    int address = core.r(Insn.at16(insn));
    Mem mem = core.mem();
    mem.checkAlignment(address, 8, false);
    int first = mem.memA(address, 4);
    int second = mem.memA(address + 4, 4);
    core.exclusiveMonitor().mark(address, 8);
    int t = Insn.at12(insn);
    core.setR(t, first);
    core.setR(t + 1, second);
  }

  private static void load(Core core, int insn, int size) {
    int address = core.r(Insn.at16(insn));
    int value = core.mem().memA(address, size);
    core.exclusiveMonitor().mark(address, size);
    core.setR(Insn.at12(insn), value);
  }

  /** STREX (A8.8.212). */
  public static void strex(Core core, int insn) {
    store(core, insn, 4);
  }

  /** STREXB (A8.8.213). */
  public static void strexb(Core core, int insn) {
    store(core, insn, 1);
  }

  /** STREXH (A8.8.215). */
  public static void strexh(Core core, int insn) {
    store(core, insn, 2);
  }

  /** STREXD (A8.8.214). */
  public static void strexd(Core core, int insn) {
    int address = core.r(Insn.at16(insn));
    Mem mem = core.mem();
    mem.checkAlignment(address, 8, true);
    boolean pass = core.exclusiveMonitor().claim(address, 8);
    if (pass) {
      int t = Insn.at0(insn);
      mem.setMemA(address, 4, core.r(t));
      mem.setMemA(address + 4, 4, core.r(t + 1));
    }
    core.setR(Insn.at12(insn), pass ? 0 : 1);
  }

  private static void store(Core core, int insn, int size) {
    int address = core.r(Insn.at16(insn));
    core.mem().checkAlignment(address, size, true);
    boolean pass = core.exclusiveMonitor().claim(address, size);
    if (pass) {
      core.mem().setMemA(address, size, core.r(Insn.at0(insn)));
    }
    core.setR(Insn.at12(insn), pass ? 0 : 1);
  }

  /** CLREX (A8.8.32). */
  public static void clrex(Core core, int insn) {
    core.exclusiveMonitor().clear();
  }

  /** SWP: UNDEFINED unless SCTLR.SW is set; QEMU performs it all the same (A8.8.229). */
  public static void swp(Core core, int insn) {
    swap(core, insn, 4);
  }

  /** SWPB: as SWP (A8.8.229). */
  public static void swpb(Core core, int insn) {
    swap(core, insn, 1);
  }

  private static void swap(Core core, int insn, int size) {
    if ((core.sysRegs().word(ControlRegs.SCTLR, core.isSecure()) & SWAP_ENABLED) == 0) {
      throw core.undefined();
    }
    int address = core.r(Insn.at16(insn));
    int value = core.mem().memA(address, size);
    core.mem().setMemA(address, size, core.r(Insn.at0(insn)));
    Addressing.load(core, insn, value);
  }
}
