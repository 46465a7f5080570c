package org.hypscope.arm.sysreg;

import java.util.List;

/** The Performance Monitors, without events to count (ARM ARM B3.17.10). */
public final class PmuRegs {
  private static final Rows R = new Rows("PMU", 7, "B3.17.10");

  public static final SysReg PMCR =
      pm("PMCR", "Performance Monitors Control Register", 12, 0)
          .traps(Trap.HDCR_TPMCR)
          .reset(0x410f_3000L)
          .writes(0x39)
          .field("IMP", 31, 24, "implementer")
          .field("IDCODE", 23, 16, "identification")
          .field("N", 15, 11, "event counters")
          .bit("E", 0, "counters", "off", "on")
          .row();

  public static final SysReg PMCNTENSET =
      pm("PMCNTENSET", "Count Enable Set register", 12, 1).writes(0x8000_003fL).row();
  public static final SysReg PMCNTENCLR =
      pm("PMCNTENCLR", "Count Enable Clear register", 12, 2).writes(0x8000_003fL).row();
  public static final SysReg PMOVSR =
      pm("PMOVSR", "Overflow Flag Status Register", 12, 3).fixed().row();
  public static final SysReg PMSWINC =
      pm("PMSWINC", "Software Increment register", 12, 4).access(0, RowSpec.ALL).fixed().row();
  public static final SysReg PMSELR =
      pm("PMSELR", "Event Counter Selection Register", 12, 5).writes(0x1f).row();
  public static final SysReg PMCEID0 =
      pm("PMCEID0", "Common Event Identification register 0", 12, 6).readOnly().row();
  public static final SysReg PMCEID1 =
      pm("PMCEID1", "Common Event Identification register 1", 12, 7).readOnly().row();
  public static final SysReg PMCCNTR = pm("PMCCNTR", "Cycle Count Register", 13, 0).row();
  public static final SysReg PMXEVTYPER =
      pm("PMXEVTYPER", "Event Type Select Register", 13, 1).fixed().row();
  public static final SysReg PMXEVCNTR =
      pm("PMXEVCNTR", "Event Count Register", 13, 2).fixed().row();

  public static final SysReg PMUSERENR =
      R.reg("PMUSERENR", "User Enable Register")
          .at(0, 9, 14, 0)
          .userRead()
          .traps(Trap.HDCR_TPM)
          .writes(1)
          .bit("EN", 0, "User may use the performance monitors", "no", "yes")
          .row();

  public static final SysReg PMINTENSET =
      kernel("PMINTENSET", "Interrupt Enable Set register", 1).writes(0x8000_003fL).row();
  public static final SysReg PMINTENCLR =
      kernel("PMINTENCLR", "Interrupt Enable Clear register", 2).writes(0x8000_003fL).row();
  public static final SysReg PMOVSSET =
      kernel("PMOVSSET", "Overflow Flag Status Set register", 3).fixed().row();

  static final List<SysReg> ROWS = R.list();

  private PmuRegs() {}

  private static Rows.Row pm(String name, String title, int crm, int opc2) {
    return R.reg(name, title).at(0, 9, crm, opc2).user().traps(Trap.HDCR_TPM);
  }

  private static Rows.Row kernel(String name, String title, int opc2) {
    return R.reg(name, title).at(0, 9, 14, opc2).traps(Trap.HDCR_TPM);
  }
}
