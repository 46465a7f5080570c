package org.hypscope.arm.sysreg;

/** The values of all system registers of one core. */
public final class SysRegFile {
  private final long[] values;

  /** All zero. */
  public SysRegFile() {
    this(new long[512]);
  }

  private SysRegFile(long[] values) {
    this.values = values;
  }

  /** An independent copy. */
  public SysRegFile copy() {
    return new SysRegFile(values.clone());
  }
}
