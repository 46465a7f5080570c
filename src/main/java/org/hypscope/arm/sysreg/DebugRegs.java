package org.hypscope.arm.sysreg;

import java.util.List;

/**
 * CP14: debug registers (ARM ARM C11), ThumbEE and Jazelle configuration. No debug hardware is
 * modelled; the registers that kernels probe answer as with it absent or switched off.
 */
public final class DebugRegs {
  private static final Rows R = new Rows("Debug", 8, "C11.11");

  public static final SysReg DBGDIDR =
      R.reg("DBGDIDR", "Debug ID Register")
          .at(14, 0, 0, 0, 0)
          .userRead()
          .readOnly()
          .traps(Trap.HDCR_TDA)
          .reset(0x3515_f021L)
          .field("WRPs", 31, 28, "watchpoints less one")
          .field("BRPs", 27, 24, "breakpoints less one")
          .field("Version", 19, 16, "debug architecture")
          .row();

  public static final SysReg DBGDSCRint =
      R.reg("DBGDSCRint", "Debug Status and Control Register, internal view")
          .at(14, 0, 0, 1, 0)
          .userRead()
          .readOnly()
          .traps(Trap.HDCR_TDA)
          .row();

  public static final SysReg DBGDSCRext =
      R.reg("DBGDSCRext", "Debug Status and Control Register, external view")
          .at(14, 0, 0, 2, 2)
          .traps(Trap.HDCR_TDA)
          .row();

  public static final SysReg DBGVCR =
      R.reg("DBGVCR", "Vector Catch Register").at(14, 0, 0, 7, 0).traps(Trap.HDCR_TDA).row();

  public static final SysReg DBGDRAR =
      R.reg("DBGDRAR", "Debug ROM Address Register")
          .at(14, 0, 1, 0, 0)
          .wide(14, 0, 1)
          .userRead()
          .readOnly()
          .traps(Trap.HDCR_TDRA)
          .row();

  public static final SysReg DBGDSAR =
      R.reg("DBGDSAR", "Debug Self Address Offset Register")
          .at(14, 0, 2, 0, 0)
          .wide(14, 0, 2)
          .userRead()
          .readOnly()
          .traps(Trap.HDCR_TDRA)
          .row();

  public static final SysReg DBGOSLAR =
      R.reg("DBGOSLAR", "OS Lock Access Register")
          .at(14, 0, 1, 0, 4)
          .access(0, RowSpec.PL1)
          .traps(Trap.HDCR_TDOSA)
          .row();

  public static final SysReg DBGOSLSR =
      R.reg("DBGOSLSR", "OS Lock Status Register")
          .at(14, 0, 1, 1, 4)
          .readOnly()
          .traps(Trap.HDCR_TDOSA)
          .reset(10)
          .bit("OSLK", 1, "OS Lock", "unlocked", "locked")
          .row();

  public static final SysReg DBGOSDLR =
      R.reg("DBGOSDLR", "OS Double Lock Register")
          .at(14, 0, 1, 3, 4)
          .traps(Trap.HDCR_TDOSA)
          .fixed()
          .row();

  public static final SysReg DBGPRCR =
      R.reg("DBGPRCR", "Device Powerdown and Reset Control Register")
          .at(14, 0, 1, 4, 4)
          .traps(Trap.HDCR_TDOSA)
          .fixed()
          .row();

  public static final SysReg TEECR =
      R.reg("TEECR", "ThumbEE Configuration Register")
          .at(14, 6, 0, 0, 0)
          .traps(Trap.HSTR_TTEE)
          .writes(1)
          .section("B4.1")
          .bit("XED", 0, "User may use TEEHBR", "yes", "no")
          .row();

  public static final SysReg TEEHBR =
      R.reg("TEEHBR", "ThumbEE Handler Base Register")
          .at(14, 6, 1, 0, 0)
          .user()
          .traps(Trap.HSTR_TTEE)
          .writes(0xffff_fffcL)
          .section("B4.1")
          .row();

  public static final SysReg JIDR =
      R.reg("JIDR", "Jazelle ID Register")
          .at(14, 7, 0, 0, 0)
          .readOnly()
          .traps(Trap.HCR_TID0, Trap.HSTR_TJDBX)
          .section("A2.10")
          .row();

  public static final SysReg JOSCR =
      R.reg("JOSCR", "Jazelle OS Control Register")
          .at(14, 7, 1, 0, 0)
          .traps(Trap.HSTR_TJDBX)
          .fixed()
          .section("A2.10")
          .row();

  public static final SysReg JMCR =
      R.reg("JMCR", "Jazelle Main Configuration Register")
          .at(14, 7, 2, 0, 0)
          .traps(Trap.HSTR_TJDBX)
          .fixed()
          .section("A2.10")
          .row();

  static final List<SysReg> ROWS = rows();

  private DebugRegs() {}

  private static List<SysReg> rows() {
    for (int n = 0; n < 6; n++) {
      comparator("DBGBVR" + n, "Breakpoint Value Register " + n, n, 4);
      comparator("DBGBCR" + n, "Breakpoint Control Register " + n, n, 5);
    }
    for (int n = 0; n < 4; n++) {
      comparator("DBGWVR" + n, "Watchpoint Value Register " + n, n, 6);
      comparator("DBGWCR" + n, "Watchpoint Control Register " + n, n, 7);
    }
    return R.list();
  }

  private static void comparator(String name, String title, int crm, int opc2) {
    R.reg(name, title).at(14, 0, 0, crm, opc2).traps(Trap.HDCR_TDA).row();
  }
}
