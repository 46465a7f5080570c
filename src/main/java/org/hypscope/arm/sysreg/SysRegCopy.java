package org.hypscope.arm.sysreg;

/**
 * One copy of a register: the Secure copy of a banked register, or the only or Non-secure copy
 * otherwise.
 */
public record SysRegCopy(SysReg register, boolean secure) {
  /** {@code VBAR}, or {@code VBAR(S)} for the Secure copy of a banked register. */
  public String name() {
    return secure && register.isBanked() ? register.name() + "(S)" : register.name();
  }

  /** Its slot in a {@link SysRegFile}. */
  public int slot() {
    return register.slot(secure);
  }
}
