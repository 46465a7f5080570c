package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/**
 * Loads and stores of halfwords and doublewords, and loads that extend the sign (ARM ARM A5.2.8,
 * A5.2.9).
 */
public final class ExtraLoadStore {
  private ExtraLoadStore() {}

  /** LDRH (A8.8.80, A8.8.81, A8.8.82). */
  public static void ldrh(Core core, int insn) {
    load(core, insn, core.mem().memU(Addressing.extraAddress(core, insn), 2));
  }

  /** LDRSB (A8.8.84, A8.8.85, A8.8.86). */
  public static void ldrsb(Core core, int insn) {
    load(core, insn, (byte) core.mem().memU(Addressing.extraAddress(core, insn), 1));
  }

  /** LDRSH (A8.8.88, A8.8.89, A8.8.90). */
  public static void ldrsh(Core core, int insn) {
    load(core, insn, (short) core.mem().memU(Addressing.extraAddress(core, insn), 2));
  }

  /** STRH (A8.8.217, A8.8.218). */
  public static void strh(Core core, int insn) {
    int value = core.r(Insn.at12(insn));
    core.mem().setMemU(Addressing.extraAddress(core, insn), 2, value);
    Addressing.extraWriteBack(core, insn);
  }

  /** LDRD: two words, each single-copy atomic (A8.8.72, A8.8.73, A8.8.74). */
  public static void ldrd(Core core, int insn) {
    int address = Addressing.extraAddress(core, insn);
    int first = core.mem().memA(address, 4);
    int second = core.mem().memA(address + 4, 4);
    Addressing.extraWriteBack(core, insn);
    int t = Insn.at12(insn);
    core.setR(t, first);
    if (t + 1 == Insn.PC) {
      core.loadWritePc(second);
    } else {
      core.setR(t + 1, second);
    }
  }

  /** STRD: two words (A8.8.210, A8.8.211). */
  public static void strd(Core core, int insn) {
    int address = Addressing.extraAddress(core, insn);
    int t = Insn.at12(insn);
    core.mem().setMemA(address, 4, core.r(t));
    core.mem().setMemA(address + 4, 4, core.r(t + 1));
    Addressing.extraWriteBack(core, insn);
  }

  /** LDRHT (A8.8.83). */
  public static void ldrht(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    load(core, insn, core.mem().memUUnpriv(Addressing.extraAddress(core, insn), 2));
  }

  /** LDRSBT (A8.8.87). */
  public static void ldrsbt(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    load(core, insn, (byte) core.mem().memUUnpriv(Addressing.extraAddress(core, insn), 1));
  }

  /** LDRSHT (A8.8.91). */
  public static void ldrsht(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    load(core, insn, (short) core.mem().memUUnpriv(Addressing.extraAddress(core, insn), 2));
  }

  /** STRHT (A8.8.219). */
  public static void strht(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    int value = core.r(Insn.at12(insn));
    core.mem().setMemUUnpriv(Addressing.extraAddress(core, insn), 2, value);
    Addressing.extraWriteBack(core, insn);
  }

  private static void load(Core core, int insn, int value) {
    Addressing.extraWriteBack(core, insn);
    Addressing.load(core, insn, value);
  }
}
