package org.hypscope.arm.sysreg;

import java.util.List;

/** The Generic Timer's registers (ARM ARM B3.17.13, B8). */
public final class TimerRegs {
  private static final String[] NO_YES = {"no", "yes"};
  private static final Rows R = new Rows("Generic Timer", 6, "B3.17.13");

  public static final SysReg CNTFRQ =
      R.reg("CNTFRQ", "Counter Frequency register")
          .at(0, 14, 0, 0)
          .access(RowSpec.ALL, RowSpec.SECURE)
          .userIf(UserGrant.CNTKCTL_PL0PCTEN_OR_PL0VCTEN)
          .reset(62_500_000)
          .field("Hz", 31, 0, "ticks a second")
          .row();

  public static final SysReg CNTPCT =
      R.reg("CNTPCT", "Physical Count register")
          .wide(0, 14)
          .userRead()
          .userIf(UserGrant.CNTKCTL_PL0PCTEN)
          .readOnly()
          .traps(Trap.CNTHCTL_PL1PCTEN)
          .field("PhysicalCount", 63, 0, "ticks since reset")
          .row();

  public static final SysReg CNTVCT =
      R.reg("CNTVCT", "Virtual Count register")
          .wide(1, 14)
          .userRead()
          .userIf(UserGrant.CNTKCTL_PL0VCTEN)
          .readOnly()
          .field("VirtualCount", 63, 0, "ticks since reset less CNTVOFF")
          .row();

  public static final SysReg CNTKCTL =
      R.reg("CNTKCTL", "Timer PL1 Control register")
          .at(0, 14, 1, 0)
          .bit("PL0PTEN", 9, "User may use the physical timer", NO_YES)
          .bit("PL0VTEN", 8, "User may use the virtual timer", NO_YES)
          .field("EVNTI", 7, 4, "counter bit that makes events")
          .bit("EVNTDIR", 3, "events at a change of that bit to", "1", "0")
          .bit("EVNTEN", 2, "event stream", "off", "on")
          .bit("PL0VCTEN", 1, "User may read the virtual count", NO_YES)
          .bit("PL0PCTEN", 0, "User may read the physical count", NO_YES)
          .row();

  public static final SysReg CNTHCTL =
      R.reg("CNTHCTL", "Timer PL2 Control register")
          .at(4, 14, 1, 0)
          .hyp()
          .reset(3)
          .field("EVNTI", 7, 4, "counter bit that makes events")
          .bit("EVNTDIR", 3, "events at a change of that bit to", "1", "0")
          .bit("EVNTEN", 2, "event stream", "off", "on")
          .bit("PL1PCEN", 1, "Non-secure PL1 may use the physical timer", NO_YES)
          .bit("PL1PCTEN", 0, "Non-secure PL1 may read the physical count", NO_YES)
          .row();

  public static final SysReg CNTVOFF =
      R.reg("CNTVOFF", "Virtual Offset register")
          .wide(4, 14)
          .hyp()
          .field("VirtualOffset", 63, 0, "what the virtual count is behind the physical one")
          .row();

  public static final SysReg CNTP_CTL = physical(control("CNTP", "PL1 Physical", 0, 2)).row();
  public static final SysReg CNTP_CVAL = physical(compare("CNTP", "PL1 Physical", 2)).row();
  public static final SysReg CNTP_TVAL = physical(value("CNTP", "PL1 Physical", 0, 2)).row();

  public static final SysReg CNTV_CTL = virtual(control("CNTV", "Virtual", 0, 3)).row();
  public static final SysReg CNTV_CVAL = virtual(compare("CNTV", "Virtual", 3)).row();
  public static final SysReg CNTV_TVAL = virtual(value("CNTV", "Virtual", 0, 3)).row();

  public static final SysReg CNTHP_CTL = control("CNTHP", "PL2 Physical", 4, 2).hyp().row();
  public static final SysReg CNTHP_CVAL = compare("CNTHP", "PL2 Physical", 6).hyp().row();
  public static final SysReg CNTHP_TVAL = value("CNTHP", "PL2 Physical", 4, 2).hyp().row();

  static final List<SysReg> ROWS = R.list();

  private TimerRegs() {}

  private static Rows.Row physical(Rows.Row row) {
    return row.banked().user().userIf(UserGrant.CNTKCTL_PL0PTEN).traps(Trap.CNTHCTL_PL1PCEN);
  }

  private static Rows.Row virtual(Rows.Row row) {
    return row.user().userIf(UserGrant.CNTKCTL_PL0VTEN);
  }

  private static Rows.Row control(String timer, String title, int opc1, int crm) {
    return R.reg(timer + "_CTL", title + " Timer Control register")
        .at(opc1, 14, crm, 1)
        .writes(3)
        .bit("ISTATUS", 2, "timer condition met", NO_YES)
        .bit("IMASK", 1, "interrupt masked", NO_YES)
        .bit("ENABLE", 0, "timer", "off", "on");
  }

  private static Rows.Row compare(String timer, String title, int opc1) {
    return R.reg(timer + "_CVAL", title + " Timer CompareValue register")
        .wide(opc1, 14)
        .field("CompareValue", 63, 0, "the count at which the timer's condition is met");
  }

  private static Rows.Row value(String timer, String title, int opc1, int crm) {
    return R.reg(timer + "_TVAL", title + " TimerValue register")
        .at(opc1, 14, crm, 0)
        .field("TimerValue", 31, 0, "ticks until the condition is met, signed");
  }
}
