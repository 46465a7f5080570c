package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/** Packing, extending, reversing, bit fields and CLZ (ARM ARM A4.4.5, A4.4.9). */
public final class Media {
  private Media() {}

  /** PKHBT (A8.8.125). */
  public static void pkhbt(Core core, int insn) {
    int shifted = core.r(Insn.at0(insn)) << Insn.imm5(insn);
    core.setR(Insn.at12(insn), core.r(Insn.at16(insn)) & 0xffff | shifted & 0xffff0000);
  }

  /** PKHTB (A8.8.125). */
  public static void pkhtb(Core core, int insn) {
    int amount = Insn.imm5(insn);
    int shifted = core.r(Insn.at0(insn)) >> (amount == 0 ? 31 : amount);
    core.setR(Insn.at12(insn), core.r(Insn.at16(insn)) & 0xffff0000 | shifted & 0xffff);
  }

  /** SXTB (A8.8.233). */
  public static void sxtb(Core core, int insn) {
    core.setR(Insn.at12(insn), (byte) rotated(core, insn));
  }

  /** SXTH (A8.8.235). */
  public static void sxth(Core core, int insn) {
    core.setR(Insn.at12(insn), (short) rotated(core, insn));
  }

  /** UXTB (A8.8.274). */
  public static void uxtb(Core core, int insn) {
    core.setR(Insn.at12(insn), rotated(core, insn) & 0xff);
  }

  /** UXTH (A8.8.276). */
  public static void uxth(Core core, int insn) {
    core.setR(Insn.at12(insn), rotated(core, insn) & 0xffff);
  }

  /** SXTAB (A8.8.230). */
  public static void sxtab(Core core, int insn) {
    core.setR(Insn.at12(insn), n(core, insn) + (byte) rotated(core, insn));
  }

  /** SXTAH (A8.8.232). */
  public static void sxtah(Core core, int insn) {
    core.setR(Insn.at12(insn), n(core, insn) + (short) rotated(core, insn));
  }

  /** UXTAB (A8.8.271). */
  public static void uxtab(Core core, int insn) {
    core.setR(Insn.at12(insn), n(core, insn) + (rotated(core, insn) & 0xff));
  }

  /** UXTAH (A8.8.273). */
  public static void uxtah(Core core, int insn) {
    core.setR(Insn.at12(insn), n(core, insn) + (rotated(core, insn) & 0xffff));
  }

  /** SXTB16 (A8.8.234). */
  public static void sxtb16(Core core, int insn) {
    int value = rotated(core, insn);
    core.setR(Insn.at12(insn), halves((byte) value, (byte) (value >> 16)));
  }

  /** UXTB16 (A8.8.275). */
  public static void uxtb16(Core core, int insn) {
    core.setR(Insn.at12(insn), rotated(core, insn) & 0x00ff00ff);
  }

  /** SXTAB16 (A8.8.231). */
  public static void sxtab16(Core core, int insn) {
    int value = rotated(core, insn);
    int n = n(core, insn);
    core.setR(Insn.at12(insn), halves(n + (byte) value, (n >> 16) + (byte) (value >> 16)));
  }

  /** UXTAB16 (A8.8.272). */
  public static void uxtab16(Core core, int insn) {
    int value = rotated(core, insn);
    int n = n(core, insn);
    core.setR(Insn.at12(insn), halves(n + (value & 0xff), (n >>> 16) + (value >>> 16 & 0xff)));
  }

  /** REV (A8.8.145). */
  public static void rev(Core core, int insn) {
    core.setR(Insn.at12(insn), Integer.reverseBytes(core.r(Insn.at0(insn))));
  }

  /** REV16 (A8.8.146). */
  public static void rev16(Core core, int insn) {
    int reversed = Integer.reverseBytes(core.r(Insn.at0(insn)));
    core.setR(Insn.at12(insn), Integer.rotateRight(reversed, 16));
  }

  /** REVSH (A8.8.147). */
  public static void revsh(Core core, int insn) {
    core.setR(Insn.at12(insn), Short.reverseBytes((short) core.r(Insn.at0(insn))));
  }

  /** RBIT (A8.8.144). */
  public static void rbit(Core core, int insn) {
    core.setR(Insn.at12(insn), Integer.reverse(core.r(Insn.at0(insn))));
  }

  /** CLZ (A8.8.33). */
  public static void clz(Core core, int insn) {
    core.setR(Insn.at12(insn), Integer.numberOfLeadingZeros(core.r(Insn.at0(insn))));
  }

  /** BFC (A8.8.19). */
  public static void bfc(Core core, int insn) {
    insert(core, insn, 0);
  }

  /** BFI (A8.8.20). */
  public static void bfi(Core core, int insn) {
    insert(core, insn, core.r(Insn.at0(insn)));
  }

  /** SBFX (A8.8.164). */
  public static void sbfx(Core core, int insn) {
    int above = 31 - (insn >>> 16 & 31);
    core.setR(Insn.at12(insn), core.r(Insn.at0(insn)) >>> Insn.imm5(insn) << above >> above);
  }

  /** UBFX (A8.8.246). */
  public static void ubfx(Core core, int insn) {
    int above = 31 - (insn >>> 16 & 31);
    core.setR(Insn.at12(insn), core.r(Insn.at0(insn)) >>> Insn.imm5(insn) << above >>> above);
  }

  private static void insert(Core core, int insn, int value) {
    int low = Insn.imm5(insn);
    int mask = -1 >>> 31 - ((insn >>> 16 & 31) - low) << low;
    int d = Insn.at12(insn);
    core.setR(d, core.r(d) & ~mask | value << low & mask);
  }

  private static int n(Core core, int insn) {
    return core.r(Insn.at16(insn));
  }

  private static int rotated(Core core, int insn) {
    return Integer.rotateRight(core.r(Insn.at0(insn)), (insn >>> 10 & 3) * 8);
  }

  private static int halves(int low, int high) {
    return low & 0xffff | high << 16;
  }
}
