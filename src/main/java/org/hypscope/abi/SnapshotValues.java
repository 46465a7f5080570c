package org.hypscope.abi;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.Snapshot;

/** What attribution reads of a snapshot. */
final class SnapshotValues {
  private static final SysReg HVBAR = SysRegs.byName("HVBAR");

  private SnapshotValues() {}

  static int hvbar(Snapshot snapshot) {
    return (int) snapshot.sysReg(HVBAR);
  }

  static int r0(Snapshot snapshot) {
    return snapshot.register(Bank.R0);
  }
}
