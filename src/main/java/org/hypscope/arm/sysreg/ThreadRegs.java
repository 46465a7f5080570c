package org.hypscope.arm.sysreg;

import java.util.List;

/** Software thread and context registers (ARM ARM B3.17.4). */
public final class ThreadRegs {
  private static final Rows R = new Rows("Threads and context", 9, "B3.17.4");

  public static final SysReg FCSEIDR =
      R.reg("FCSEIDR", "FCSE Process ID Register").at(0, 13, 0, 0).banked().fixed().row();

  public static final SysReg TPIDRURW =
      R.reg("TPIDRURW", "User Read/Write Thread ID Register")
          .at(0, 13, 0, 2)
          .banked()
          .user()
          .field("ThreadID", 31, 0, "whatever User mode keeps there")
          .row();

  public static final SysReg TPIDRURO =
      R.reg("TPIDRURO", "User Read-Only Thread ID Register")
          .at(0, 13, 0, 3)
          .banked()
          .userRead()
          .field("ThreadID", 31, 0, "whatever the kernel tells User mode: its thread pointer")
          .row();

  public static final SysReg TPIDRPRW =
      R.reg("TPIDRPRW", "PL1 only Thread ID Register")
          .at(0, 13, 0, 4)
          .banked()
          .field("ThreadID", 31, 0, "whatever the kernel keeps there")
          .row();

  static final List<SysReg> ROWS = R.list();

  private ThreadRegs() {}
}
