package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/**
 * Loads and stores of words and bytes (ARM ARM A5.3). The base is written back after the access, so
 * that an access that faults changes nothing.
 */
public final class LoadStore {
  private LoadStore() {}

  /** LDR; into the PC it interworks (A8.8.63, A8.8.64, A8.8.66). */
  public static void ldr(Core core, int insn) {
    int value = core.mem().memU(Addressing.address(core, insn), 4);
    Addressing.writeBack(core, insn);
    int t = Insn.at12(insn);
    if (t == Insn.PC) {
      core.loadWritePc(value);
    } else {
      core.setR(t, value);
    }
  }

  /** LDRB (A8.8.68, A8.8.69, A8.8.70). */
  public static void ldrb(Core core, int insn) {
    int value = core.mem().memU(Addressing.address(core, insn), 1);
    Addressing.writeBack(core, insn);
    Addressing.load(core, insn, value);
  }

  /** STR (A8.8.204, A8.8.205). */
  public static void str(Core core, int insn) {
    core.mem().setMemU(Addressing.address(core, insn), 4, core.r(Insn.at12(insn)));
    Addressing.writeBack(core, insn);
  }

  /** STRB (A8.8.207, A8.8.208). */
  public static void strb(Core core, int insn) {
    core.mem().setMemU(Addressing.address(core, insn), 1, core.r(Insn.at12(insn)));
    Addressing.writeBack(core, insn);
  }

  /** LDRT (A8.8.92). */
  public static void ldrt(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    int value = core.mem().memUUnpriv(Addressing.address(core, insn), 4);
    Addressing.writeBack(core, insn);
    Addressing.load(core, insn, value);
  }

  /** LDRBT (A8.8.71). */
  public static void ldrbt(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    int value = core.mem().memUUnpriv(Addressing.address(core, insn), 1);
    Addressing.writeBack(core, insn);
    Addressing.load(core, insn, value);
  }

  /** STRT (A8.8.220). */
  public static void strt(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    core.mem().setMemUUnpriv(Addressing.address(core, insn), 4, core.r(Insn.at12(insn)));
    Addressing.writeBack(core, insn);
  }

  /** STRBT (A8.8.209). */
  public static void strbt(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    core.mem().setMemUUnpriv(Addressing.address(core, insn), 1, core.r(Insn.at12(insn)));
    Addressing.writeBack(core, insn);
  }
}
