package org.hypscope.arm.sysreg;

import java.util.List;

/** The system control registers of PL1 that are not about translation (ARM ARM B3.17.4). */
public final class ControlRegs {
  private static final Rows R = new Rows("System control", 2, "B3.17.4");
  private static final String[] OFF_ON = {"off", "on"};
  private static final String[] CP_ACCESS = {"none", "PL1 and HYP", "reserved", "all"};

  public static final SysReg SCTLR =
      R.reg("SCTLR", "System Control Register")
          .at(0, 1, 0, 0)
          .banked()
          .traps(Trap.HCR_TVM)
          .reset(0x00c5_0078L)
          .section("B3.17.2")
          .bit("TE", 30, "exceptions are entered in", "A32 state", "T32 state")
          .bit("AFE", 29, "access flag in translation tables", OFF_ON)
          .bit("TRE", 28, "TEX remap", OFF_ON)
          .bit("NMFI", 27, "FIQs can be masked", "yes", "no")
          .bit("EE", 25, "data after an exception entry", "little-endian", "big-endian")
          .bit("VE", 24, "interrupt vectors", "from the vector table", "IMPLEMENTATION DEFINED")
          .bit("FI", 21, "fast interrupts", OFF_ON)
          .bit("UWXN", 20, "memory writable by User is never executed at PL1", OFF_ON)
          .bit("WXN", 19, "writable memory is never executed", OFF_ON)
          .bit("HA", 17, "hardware access flag", OFF_ON)
          .bit("RR", 14, "cache replacement", "normal", "predictable")
          .bit("V", 13, "exception vectors", "at VBAR", "at 0xffff0000")
          .bit("I", 12, "instruction caches", OFF_ON)
          .bit("Z", 11, "branch prediction", OFF_ON)
          .bit("SW", 10, "SWP and SWPB", "UNDEFINED", "enabled")
          .bit("CP15BEN", 5, "CP15 barrier operations", OFF_ON)
          .bit("C", 2, "data caches", OFF_ON)
          .bit("A", 1, "alignment checking", OFF_ON)
          .bit("M", 0, "MMU of PL1 and PL0", OFF_ON)
          .row();

  public static final SysReg ACTLR =
      R.reg("ACTLR", "Auxiliary Control Register").at(0, 1, 0, 1).traps(Trap.HCR_TAC).fixed().row();

  public static final SysReg CPACR =
      R.reg("CPACR", "Coprocessor Access Control Register")
          .at(0, 1, 0, 2)
          .traps(Trap.HCPTR_TCPAC)
          .writes(0xc0f0_0000L)
          .bit("ASEDIS", 31, "Advanced SIMD", "enabled", "disabled")
          .bit("D32DIS", 30, "D16 to D31", "enabled", "disabled")
          .field("cp11", 23, 22, "access to coprocessor 11", CP_ACCESS)
          .field("cp10", 21, 20, "access to coprocessor 10", CP_ACCESS)
          .row();

  public static final SysReg L2CTLR =
      R.reg("L2CTLR", "L2 Control Register (Cortex-A15)")
          .at(1, 9, 0, 2)
          .reset(0x0080_0000L)
          .fixed()
          .section("Cortex-A15 TRM 4.3")
          .field("cores", 25, 24, "number of cores less one")
          .row();

  public static final SysReg L2ECTLR =
      R.reg("L2ECTLR", "L2 Extended Control Register (Cortex-A15)")
          .at(1, 9, 0, 3)
          .fixed()
          .section("Cortex-A15 TRM 4.3")
          .row();

  public static final SysReg CBAR =
      R.reg("CBAR", "Configuration Base Address Register (Cortex-A15)")
          .at(4, 15, 0, 0)
          .readOnly()
          .field("PERIPHBASE", 31, 15, "physical address of the private peripherals, bits 31 to 15")
          .field("PERIPHBASE_HIGH", 7, 0, "bits 39 to 32 of it")
          .section("Cortex-A15 TRM 4.3")
          .row();

  /**
   * Every encoding with CRn c15 that has no row: IMPLEMENTATION DEFINED, and read as zero with
   * writes ignored here as on QEMU's Cortex-A15.
   */
  public static final SysReg C15 =
      R.reg("C15", "Implementation defined registers (Cortex-A15)")
          .at(0, 15, 0, 0)
          .fixed()
          .section("B3.17.4")
          .row();

  static final List<SysReg> ROWS = R.list();

  private ControlRegs() {}
}
