package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/** The addressing modes that loads and stores share: index bits P (24), U (23) and W (21). */
final class Addressing {
  private static final int P = 1 << 24;
  private static final int U = 1 << 23;
  private static final int W = 1 << 21;
  private static final int REGISTER = 1 << 25;
  private static final int EXTRA_IMMEDIATE = 1 << 22;

  private Addressing() {}

  /** The address that a word or byte access goes to. */
  static int address(Core core, int insn) {
    int base = base(core, insn);
    return (insn & P) != 0 ? base + offset(core, insn) : base;
  }

  /** Writes the base of a word or byte access back, where the addressing mode does. */
  static void writeBack(Core core, int insn) {
    if ((insn & (P | W)) != P) {
      setBase(core, insn, base(core, insn) + offset(core, insn));
    }
  }

  private static int offset(Core core, int insn) {
    int offset = (insn & REGISTER) == 0 ? insn & 0xfff : Shifter.register(core, insn);
    return (insn & U) != 0 ? offset : -offset;
  }

  /** The address that a halfword, doubleword or sign-extending access goes to. */
  static int extraAddress(Core core, int insn) {
    int base = base(core, insn);
    return (insn & P) != 0 ? base + extraOffset(core, insn) : base;
  }

  /** As {@link #writeBack} for a halfword, doubleword or sign-extending access. */
  static void extraWriteBack(Core core, int insn) {
    if ((insn & (P | W)) != P) {
      setBase(core, insn, base(core, insn) + extraOffset(core, insn));
    }
  }

  private static int extraOffset(Core core, int insn) {
    boolean immediate = (insn & EXTRA_IMMEDIATE) != 0;
    int offset = immediate ? insn >>> 4 & 0xf0 | insn & 0xf : core.r(Insn.at0(insn));
    return (insn & U) != 0 ? offset : -offset;
  }

  /** Rn; R15 is Align(PC, 4), which in A32 is PC. */
  static int base(Core core, int insn) {
    int n = Insn.at16(insn);
    return n == Insn.PC ? core.r(n) & ~3 : core.r(n);
  }

  /** Rt = value; a load into the PC, UNPREDICTABLE here, branches as LDR does. */
  static void load(Core core, int insn, int value) {
    int t = Insn.at12(insn);
    if (t == Insn.PC) {
      core.loadWritePc(value);
    } else {
      core.setR(t, value);
    }
  }

  private static void setBase(Core core, int insn, int value) {
    int n = Insn.at16(insn);
    if (n == Insn.PC) {
      core.branchWritePc(value);
    } else {
      core.setR(n, value);
    }
  }

  /** The unprivileged forms are UNPREDICTABLE in Hyp mode; here they go on, as in QEMU. */
  static void checkUnprivileged(Core core, int insn) {
    if (core.currentModeIsHyp()) {
      core.unpredictable(insn, "an unprivileged load or store in Hyp mode");
    }
  }
}
