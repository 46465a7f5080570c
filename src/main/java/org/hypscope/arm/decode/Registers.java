package org.hypscope.arm.decode;

/** The assembler's names of the core registers. */
public final class Registers {
  private static final String[] NAMES = {
    "r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "sl", "fp", "ip", "sp", "lr", "pc"
  };

  private Registers() {}

  /** The name of R{@code n}, 0 to 15, as objdump writes it: r0 to r9, sl, fp, ip, sp, lr, pc. */
  public static String name(int n) {
    return NAMES[n];
  }
}
