package org.hypscope.arm.sysreg;

import java.util.List;

/** The registers of the Security Extensions (ARM ARM B3.17.11). */
public final class SecurityRegs {
  private static final Rows R = new Rows("Security Extensions", 1, "B3.17.11");
  private static final String[] MONITOR = {"not routed to Monitor", "taken to Monitor"};

  public static final SysReg SCR =
      R.reg("SCR", "Secure Configuration Register")
          .at(0, 1, 1, 0)
          .secure()
          .writes(0x3ff)
          .bit("SIF", 9, "Secure fetches from Non-secure memory", "permitted", "not permitted")
          .bit("HCE", 8, "HVC in Non-secure PL1", "UNDEFINED", "enabled")
          .bit("SCD", 7, "SMC", "enabled", "UNDEFINED in Non-secure state")
          .bit("nET", 6, "early termination", "permitted", "disabled")
          .bit("AW", 5, "Non-secure writes of CPSR.A", "ignored", "permitted")
          .bit("FW", 4, "Non-secure writes of CPSR.F", "ignored", "permitted")
          .bit("EA", 3, "external aborts", MONITOR)
          .bit("FIQ", 2, "FIQs", MONITOR)
          .bit("IRQ", 1, "IRQs", MONITOR)
          .bit("NS", 0, "PL1 and PL0 are", "Secure", "Non-secure")
          .row();

  public static final SysReg SDER =
      R.reg("SDER", "Secure Debug Enable Register")
          .at(0, 1, 1, 1)
          .secure()
          .writes(3)
          .bit("SUNIDEN", 1, "Secure User non-invasive debug", "off", "on")
          .bit("SUIDEN", 0, "Secure User invasive debug", "off", "on")
          .row();

  public static final SysReg NSACR =
      R.reg("NSACR", "Non-Secure Access Control Register")
          .at(0, 1, 1, 2)
          .access(RowSpec.PL1, RowSpec.SECURE)
          .writes(0x0000_cc00L)
          .bit("NSASEDIS", 15, "Advanced SIMD in Non-secure state", "allowed", "disabled")
          .bit("NSD32DIS", 14, "D16 to D31 in Non-secure state", "allowed", "disabled")
          .bit("cp11", 11, "coprocessor 11 in Non-secure state", "denied", "allowed")
          .bit("cp10", 10, "coprocessor 10 in Non-secure state", "denied", "allowed")
          .row();

  public static final SysReg MVBAR =
      R.reg("MVBAR", "Monitor Vector Base Address Register")
          .at(0, 12, 0, 1)
          .secure()
          .writes(0xffff_ffe0L)
          .field("MVBA", 31, 5, "address of the Monitor vector table, bits 31 to 5")
          .row();

  public static final SysReg VBAR =
      R.reg("VBAR", "Vector Base Address Register")
          .at(0, 12, 0, 0)
          .banked()
          .writes(0xffff_ffe0L)
          .field("VBA", 31, 5, "address of the PL1 vector table, bits 31 to 5")
          .row();

  public static final SysReg ISR =
      R.reg("ISR", "Interrupt Status Register")
          .at(0, 12, 1, 0)
          .readOnly()
          .bit("A", 8, "external abort", "not pending", "pending")
          .bit("I", 7, "IRQ", "not pending", "pending")
          .bit("F", 6, "FIQ", "not pending", "pending")
          .row();

  static final List<SysReg> ROWS = R.list();

  private SecurityRegs() {}
}
