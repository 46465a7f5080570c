package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/** Saturating addition, subtraction and saturation (ARM ARM A4.4.4, A4.4.6). */
public final class Saturating {
  private static final int ARITHMETIC = 6;

  private Saturating() {}

  /** QADD (A8.8.134). */
  public static void qadd(Core core, int insn) {
    write(core, insn, (long) m(core, insn) + n(core, insn));
  }

  /** QSUB (A8.8.141). */
  public static void qsub(Core core, int insn) {
    write(core, insn, (long) m(core, insn) - n(core, insn));
  }

  /** QDADD: the doubling saturates too (A8.8.138). */
  public static void qdadd(Core core, int insn) {
    write(core, insn, (long) m(core, insn) + signed(core, 2L * n(core, insn), 32));
  }

  /** QDSUB: the doubling saturates too (A8.8.139). */
  public static void qdsub(Core core, int insn) {
    write(core, insn, (long) m(core, insn) - signed(core, 2L * n(core, insn), 32));
  }

  /** SSAT (A8.8.193). */
  public static void ssat(Core core, int insn) {
    int width = (insn >>> 16 & 31) + 1;
    core.setR(Insn.at12(insn), signed(core, shifted(core, insn), width));
  }

  /** USAT (A8.8.266). */
  public static void usat(Core core, int insn) {
    core.setR(Insn.at12(insn), unsigned(core, shifted(core, insn), insn >>> 16 & 31));
  }

  /** SSAT16 (A8.8.194). */
  public static void ssat16(Core core, int insn) {
    int width = Insn.at16(insn) + 1;
    int value = core.r(Insn.at0(insn));
    int low = signed(core, (short) value, width);
    int high = signed(core, value >> 16, width);
    core.setR(Insn.at12(insn), low & 0xffff | high << 16);
  }

  /** USAT16 (A8.8.267). */
  public static void usat16(Core core, int insn) {
    int width = Insn.at16(insn);
    int value = core.r(Insn.at0(insn));
    int low = unsigned(core, (short) value, width);
    int high = unsigned(core, value >> 16, width);
    core.setR(Insn.at12(insn), low | high << 16);
  }

  private static int m(Core core, int insn) {
    return core.r(Insn.at0(insn));
  }

  private static int n(Core core, int insn) {
    return core.r(Insn.at16(insn));
  }

  private static int shifted(Core core, int insn) {
    int value = core.r(Insn.at0(insn));
    int amount = Insn.imm5(insn);
    if (Insn.isSet(insn, ARITHMETIC)) {
      return value >> (amount == 0 ? 31 : amount);
    }
    return value << amount;
  }

  private static void write(Core core, int insn, long result) {
    core.setR(Insn.at12(insn), signed(core, result, 32));
  }

  /** SignedSatQ(): sets Q where it saturates. */
  private static int signed(Core core, long value, int width) {
    long max = (1L << width - 1) - 1;
    return clamp(core, value, -max - 1, max);
  }

  /** UnsignedSatQ(): sets Q where it saturates. */
  private static int unsigned(Core core, long value, int width) {
    return clamp(core, value, 0, (1L << width) - 1);
  }

  private static int clamp(Core core, long value, long min, long max) {
    if (value >= min && value <= max) {
      return (int) value;
    }
    core.setQ();
    return (int) (value < min ? min : max);
  }
}
