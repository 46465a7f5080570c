package org.hypscope.arm.sysreg;

/** One system register as a row: name, encoding, fields in words, access rules, reset. */
public final class SysReg {
  private final String name;
  private final int index;

  SysReg(String name, int index) {
    this.name = name;
    this.index = index;
  }

  /** The manual's name. */
  public String name() {
    return name;
  }

  /** The slot of its value in a {@link SysRegFile}; Secure copies have the slot after. */
  public int index() {
    return index;
  }
}
