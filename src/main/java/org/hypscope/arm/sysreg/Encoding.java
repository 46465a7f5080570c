package org.hypscope.arm.sysreg;

/**
 * How an instruction names a system register: MRC/MCR with opc1, CRn, CRm and opc2, or MRRC/MCRR
 * ({@code wide}) with opc1 and CRm, CRn and opc2 then being 0.
 */
public record Encoding(int cp, int opc1, int crn, int crm, int opc2, boolean wide) {
  /** The encoding of a 32-bit access. */
  public static Encoding narrow(int cp, int opc1, int crn, int crm, int opc2) {
    return new Encoding(cp, opc1, crn, crm, opc2, false);
  }

  /** The encoding of a 64-bit access. */
  public static Encoding wide(int cp, int opc1, int crm) {
    return new Encoding(cp, opc1, 0, crm, 0, true);
  }

  /** Whether HCR.TIDCP traps it: {@link #isImplementationDefined(int, int, int)}. */
  public boolean isImplementationDefined() {
    return !wide && isImplementationDefined(cp, crn, crm);
  }

  /** The number n of the bit HSTR.Tn that traps it, or -1 where none does (ARM ARM B1.14). */
  public int hstrBit() {
    return hstrBit(cp, wide ? crm : crn);
  }

  /**
   * Whether a 32-bit access is in a space of CP15 that is left to the implementation, which
   * HCR.TIDCP traps (ARM ARM B3.15.2).
   */
  public static boolean isImplementationDefined(int cp, int crn, int crm) {
    int bit = 1 << crm;
    return switch (cp == 15 ? crn : 0) {
      case 9 -> (bit & 0x01e7) != 0;
      case 10 -> (bit & 0x0113) != 0;
      case 11 -> (bit & 0x81ff) != 0;
      default -> false;
    };
  }

  /** As {@link #hstrBit()}, for CRn {@code n}, or CRm of a 64-bit access. */
  public static int hstrBit(int cp, int n) {
    return cp == 15 && n != 4 && n != 14 ? n : -1;
  }

  /** The operands as an assembler wants them, with {@code Rt} (and {@code Rt2}) in their place. */
  @Override
  public String toString() {
    return wide
        ? "p" + cp + ", " + opc1 + ", Rt, Rt2, c" + crm
        : "p" + cp + ", " + opc1 + ", Rt, c" + crn + ", c" + crm + ", " + opc2;
  }
}
