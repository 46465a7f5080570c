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
          .reset(62_500_000)
          .field("Hz", 31, 0, "ticks a second")
          .row();

  public static final SysReg CNTPCT =
      R.reg("CNTPCT", "Physical Count register").wide(0, 14).userRead().readOnly().row();

  public static final SysReg CNTVCT =
      R.reg("CNTVCT", "Virtual Count register").wide(1, 14).userRead().readOnly().row();

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
      R.reg("CNTVOFF", "Virtual Offset register").wide(4, 14).hyp().row();

  public static final SysReg CNTP_CTL = control("CNTP", "PL1 Physical", 0, 2).banked().row();
  public static final SysReg CNTP_CVAL =
      R.reg("CNTP_CVAL", "PL1 Physical Timer CompareValue register")
          .wide(2, 14)
          .banked()
          .user()
          .row();
  public static final SysReg CNTP_TVAL = timerValue("CNTP", "PL1 Physical", 0, 2).banked().row();

  public static final SysReg CNTV_CTL = control("CNTV", "Virtual", 0, 3).row();
  public static final SysReg CNTV_CVAL =
      R.reg("CNTV_CVAL", "Virtual Timer CompareValue register").wide(3, 14).user().row();
  public static final SysReg CNTV_TVAL = timerValue("CNTV", "Virtual", 0, 3).row();

  public static final SysReg CNTHP_CTL = control("CNTHP", "PL2 Physical", 4, 2).hyp().row();
  public static final SysReg CNTHP_CVAL =
      R.reg("CNTHP_CVAL", "PL2 Physical Timer CompareValue register").wide(6, 14).hyp().row();
  public static final SysReg CNTHP_TVAL = timerValue("CNTHP", "PL2 Physical", 4, 2).hyp().row();

  static final List<SysReg> ROWS = R.list();

  private TimerRegs() {}

  private static Rows.Row control(String timer, String title, int opc1, int crm) {
    return R.reg(timer + "_CTL", title + " Timer Control register")
        .at(opc1, 14, crm, 1)
        .user()
        .writes(3)
        .bit("ISTATUS", 2, "timer condition met", NO_YES)
        .bit("IMASK", 1, "interrupt masked", NO_YES)
        .bit("ENABLE", 0, "timer", "off", "on");
  }

  private static Rows.Row timerValue(String timer, String title, int opc1, int crm) {
    return R.reg(timer + "_TVAL", title + " TimerValue register").at(opc1, 14, crm, 0).user();
  }
}
