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
    loadPair(core, insn, Insn.at12(insn) + 1);
  }

  /** Loads Rt and the register {@code t2}. */
  static void loadPair(Core core, int insn, int t2) {
    int address = core.r(Insn.at16(insn));
    Mem mem = core.mem();
    mem.checkAlignment(address, 8, false);
    int first = mem.memA(address, 4);
    int second = mem.memA(address + 4, 4);
    core.exclusiveMonitor().mark(address, 8);
    core.setR(Insn.at12(insn), first);
    core.setR(t2, second);
  }

  private static void load(Core core, int insn, int size) {
    core.setR(Insn.at12(insn), loadAt(core, core.r(Insn.at16(insn)), size));
  }

  /** The value at {@code address}, which the monitor then watches. */
  static int loadAt(Core core, int address, int size) {
    int value = core.mem().memA(address, size);
    core.exclusiveMonitor().mark(address, size);
    return value;
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
    storePair(core, insn, Insn.at0(insn) + 1);
  }

  /** Stores Rt and the register {@code t2}. */
  static void storePair(Core core, int insn, int t2) {
    int address = core.r(Insn.at16(insn));
    Mem mem = core.mem();
    mem.checkAlignment(address, 8, true);
    boolean pass = core.exclusiveMonitor().claim(address, 8);
    if (pass) {
      mem.setMemA(address, 4, core.r(Insn.at0(insn)));
      mem.setMemA(address + 4, 4, core.r(t2));
    }
    core.setR(Insn.at12(insn), pass ? 0 : 1);
  }

  private static void store(Core core, int insn, int size) {
    int value = core.r(Insn.at0(insn));
    core.setR(Insn.at12(insn), storeAt(core, core.r(Insn.at16(insn)), size, value));
  }

  /** Stores if the monitor still watches: 0, or 1 where nothing was stored. */
  static int storeAt(Core core, int address, int size, int value) {
    core.mem().checkAlignment(address, size, true);
    boolean pass = core.exclusiveMonitor().claim(address, size);
    if (pass) {
      core.mem().setMemA(address, size, value);
    }
    return pass ? 0 : 1;
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
