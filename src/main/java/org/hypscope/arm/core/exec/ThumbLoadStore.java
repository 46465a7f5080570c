package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.Mem;

/**
 * Loads and stores that T32 has with offsets that A32 lacks (ARM ARM A6.3.5 to A6.3.9): halfwords
 * and sign-extending loads with the addressing modes of words, pairs of any two registers, and
 * exclusives with an offset or any pair.
 */
public final class ThumbLoadStore {
  private static final int P = 1 << 24;
  private static final int U = 1 << 23;
  private static final int W = 1 << 21;

  private ThumbLoadStore() {}

  /** LDRH (A8.8.79 to A8.8.82). */
  public static void ldrh(Core core, int insn) {
    load(core, insn, core.mem().memU(Addressing.address(core, insn), 2));
  }

  /** LDRSB (A8.8.84 to A8.8.86). */
  public static void ldrsb(Core core, int insn) {
    load(core, insn, (byte) core.mem().memU(Addressing.address(core, insn), 1));
  }

  /** LDRSH (A8.8.88 to A8.8.90). */
  public static void ldrsh(Core core, int insn) {
    load(core, insn, (short) core.mem().memU(Addressing.address(core, insn), 2));
  }

  /** STRH (A8.8.216, A8.8.218). */
  public static void strh(Core core, int insn) {
    core.mem().setMemU(Addressing.address(core, insn), 2, core.r(Insn.at12(insn)));
    Addressing.writeBack(core, insn);
  }

  /** LDRHT (A8.8.83). */
  public static void ldrht(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    load(core, insn, core.mem().memUUnpriv(Addressing.address(core, insn), 2));
  }

  /** LDRSBT (A8.8.87). */
  public static void ldrsbt(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    load(core, insn, (byte) core.mem().memUUnpriv(Addressing.address(core, insn), 1));
  }

  /** LDRSHT (A8.8.91). */
  public static void ldrsht(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    load(core, insn, (short) core.mem().memUUnpriv(Addressing.address(core, insn), 2));
  }

  /** STRHT (A8.8.219). */
  public static void strht(Core core, int insn) {
    Addressing.checkUnprivileged(core, insn);
    core.mem().setMemUUnpriv(Addressing.address(core, insn), 2, core.r(Insn.at12(insn)));
    Addressing.writeBack(core, insn);
  }

  private static void load(Core core, int insn, int value) {
    Addressing.writeBack(core, insn);
    Addressing.load(core, insn, value);
  }

  /** LDRD: Rt is bits 15:12, Rt2 bits 11:8 (A8.8.72, A8.8.73). */
  public static void ldrd(Core core, int insn) {
    int address = pairAddress(core, insn);
    Mem mem = core.mem();
    int first = mem.memA(address, 4);
    int second = mem.memA(address + 4, 4);
    pairWriteBack(core, insn);
    core.setR(Insn.at12(insn), first);
    core.setR(Insn.at8(insn), second);
  }

  /** STRD, placed as LDRD (A8.8.210). */
  public static void strd(Core core, int insn) {
    int address = pairAddress(core, insn);
    Mem mem = core.mem();
    mem.setMemA(address, 4, core.r(Insn.at12(insn)));
    mem.setMemA(address + 4, 4, core.r(Insn.at8(insn)));
    pairWriteBack(core, insn);
  }

  private static int pairAddress(Core core, int insn) {
    int base = Addressing.base(core, insn);
    return (insn & P) != 0 ? base + pairOffset(insn) : base;
  }

  private static void pairWriteBack(Core core, int insn) {
    if ((insn & W) != 0) {
      core.setR(Insn.at16(insn), core.r(Insn.at16(insn)) + pairOffset(insn));
    }
  }

  private static int pairOffset(int insn) {
    int offset = (insn & 0xff) << 2;
    return (insn & U) != 0 ? offset : -offset;
  }
}
