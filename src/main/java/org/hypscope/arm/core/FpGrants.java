package org.hypscope.arm.core;

import org.hypscope.arm.arch.Mode;

/**
 * What floating-point instructions were found to be allowed to do, for as long as nothing that this
 * follows from has changed: the mode and the system registers.
 */
public final class FpGrants {
  /** Floating-point instructions. */
  public static final int VFP = 1;

  /** Advanced SIMD instructions. */
  public static final int SIMD = 1 << 1;

  /** The registers D16 to D31. */
  public static final int HIGH = 1 << 2;

  private final CoreParts core;
  private Mode mode;
  private int changes;
  private int granted;

  FpGrants(CoreParts core) {
    this.core = core;
  }

  /** Whether {@code grant} was found to be given, and still is. */
  public boolean has(int grant) {
    return (granted & grant) != 0 && mode == core.mode() && changes == core.sysRegs().changes();
  }

  /** Keeps that {@code grant} is given now. */
  public void keep(int grant) {
    boolean stale = mode != core.mode() || changes != core.sysRegs().changes();
    granted = stale ? grant : granted | grant;
    mode = core.mode();
    changes = core.sysRegs().changes();
  }
}
