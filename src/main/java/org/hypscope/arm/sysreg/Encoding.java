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

  /** The operands as an assembler wants them, with {@code Rt} (and {@code Rt2}) in their place. */
  @Override
  public String toString() {
    return wide
        ? "p" + cp + ", " + opc1 + ", Rt, Rt2, c" + crm
        : "p" + cp + ", " + opc1 + ", Rt, c" + crn + ", c" + crm + ", " + opc2;
  }
}
