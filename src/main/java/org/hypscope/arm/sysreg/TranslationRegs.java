package org.hypscope.arm.sysreg;

import java.util.List;

/** Virtual memory control and fault registers of PL1 (ARM ARM B3.17.2, B3.17.3). */
public final class TranslationRegs {
  static final String[] CACHEABILITY = {
    "non-cacheable", "write-back, write-allocate", "write-through", "write-back, no write-allocate"
  };

  private static final String FAULTS = "B3.17.3";
  private static final Rows R = new Rows("Translation and faults", 3, "B3.17.2");

  public static final SysReg TTBR0 =
      R.reg("TTBR0", "Translation Table Base Register 0")
          .at(0, 2, 0, 0)
          .wide(0, 2)
          .banked()
          .traps(Trap.HCR_TVM)
          .field("ASID", 55, 48, "address space (long descriptors)")
          .field("BADDR", 39, 0, "translation table base and, in short format, walk attributes")
          .row();

  public static final SysReg TTBR1 =
      R.reg("TTBR1", "Translation Table Base Register 1")
          .at(0, 2, 0, 1)
          .wide(1, 2)
          .banked()
          .traps(Trap.HCR_TVM)
          .field("ASID", 55, 48, "address space (long descriptors)")
          .field("BADDR", 39, 0, "translation table base and, in short format, walk attributes")
          .row();

  public static final SysReg TTBCR =
      R.reg("TTBCR", "Translation Table Base Control Register")
          .at(0, 2, 0, 2)
          .banked()
          .traps(Trap.HCR_TVM)
          .bit("EAE", 31, "descriptor format", "short", "long")
          .field("high", 30, 6, "controls of both walks (long descriptors)")
          .bit("PD1", 5, "walks from TTBR1 (short descriptors)", "on", "off")
          .bit("PD0", 4, "walks from TTBR0 (short descriptors)", "on", "off")
          .field("N", 2, 0, "N or T0SZ: how the address space is split")
          .row();

  public static final SysReg DACR =
      R.reg("DACR", "Domain Access Control Register")
          .at(0, 3, 0, 0)
          .banked()
          .traps(Trap.HCR_TVM)
          .field("D", 31, 0, "two bits a domain: 0 none, 1 client, 3 manager")
          .row();

  public static final SysReg DFSR =
      R.reg("DFSR", "Data Fault Status Register")
          .at(0, 5, 0, 0)
          .banked()
          .traps(Trap.HCR_TVM)
          .section(FAULTS)
          .bit("CM", 13, "caused by cache maintenance", "no", "yes")
          .bit("ExT", 12, "external abort type", "DECERR", "SLVERR")
          .bit("WnR", 11, "the access was a", "read", "write")
          .bit("FS4", 10, "bit 4 of the fault status (short descriptors)")
          .bit("LPAE", 9, "format", "short descriptors", "long descriptors")
          .field("Domain", 7, 4, "domain, or bits 5 and 4 of STATUS")
          .field("FS", 3, 0, "fault status")
          .row();

  public static final SysReg IFSR =
      R.reg("IFSR", "Instruction Fault Status Register")
          .at(0, 5, 0, 1)
          .banked()
          .traps(Trap.HCR_TVM)
          .section(FAULTS)
          .bit("ExT", 12, "external abort type", "DECERR", "SLVERR")
          .bit("FS4", 10, "bit 4 of the fault status (short descriptors)")
          .bit("LPAE", 9, "format", "short descriptors", "long descriptors")
          .field("STATUS", 5, 0, "fault status")
          .row();

  public static final SysReg ADFSR =
      R.reg("ADFSR", "Auxiliary Data Fault Status Register")
          .at(0, 5, 1, 0)
          .traps(Trap.HCR_TVM)
          .section(FAULTS)
          .fixed()
          .row();

  public static final SysReg AIFSR =
      R.reg("AIFSR", "Auxiliary Instruction Fault Status Register")
          .at(0, 5, 1, 1)
          .traps(Trap.HCR_TVM)
          .section(FAULTS)
          .fixed()
          .row();

  public static final SysReg DFAR =
      R.reg("DFAR", "Data Fault Address Register")
          .at(0, 6, 0, 0)
          .banked()
          .traps(Trap.HCR_TVM)
          .section(FAULTS)
          .field("VA", 31, 0, "address of the faulting data access")
          .row();

  public static final SysReg IFAR =
      R.reg("IFAR", "Instruction Fault Address Register")
          .at(0, 6, 0, 2)
          .banked()
          .traps(Trap.HCR_TVM)
          .section(FAULTS)
          .field("VA", 31, 0, "address of the faulting fetch")
          .row();

  public static final SysReg PAR =
      R.reg("PAR", "Physical Address Register")
          .at(0, 7, 4, 0)
          .wide(0, 7)
          .banked()
          .section("B3.17.8")
          .field("PA", 39, 12, "physical address")
          .bit("LPAE", 11, "format", "short descriptors", "long descriptors")
          .bit("F", 0, "translation", "succeeded", "faulted")
          .row();

  public static final SysReg MAIR0 =
      R.reg("MAIR0", "Memory Attribute Indirection Register 0, Primary Region Remap Register")
          .at(0, 10, 2, 0)
          .alias("PRRR")
          .banked()
          .traps(Trap.HCR_TVM)
          .row();

  public static final SysReg MAIR1 =
      R.reg("MAIR1", "Memory Attribute Indirection Register 1, Normal Memory Remap Register")
          .at(0, 10, 2, 1)
          .alias("NMRR")
          .banked()
          .traps(Trap.HCR_TVM)
          .row();

  public static final SysReg AMAIR0 =
      R.reg("AMAIR0", "Auxiliary Memory Attribute Indirection Register 0")
          .at(0, 10, 3, 0)
          .traps(Trap.HCR_TVM)
          .fixed()
          .row();

  public static final SysReg AMAIR1 =
      R.reg("AMAIR1", "Auxiliary Memory Attribute Indirection Register 1")
          .at(0, 10, 3, 1)
          .traps(Trap.HCR_TVM)
          .fixed()
          .row();

  public static final SysReg CONTEXTIDR =
      R.reg("CONTEXTIDR", "Context ID Register")
          .at(0, 13, 0, 1)
          .banked()
          .traps(Trap.HCR_TVM)
          .field("PROCID", 31, 8, "process (short descriptors)")
          .field("ASID", 7, 0, "address space (short descriptors)")
          .row();

  static final List<SysReg> ROWS = R.list();

  private TranslationRegs() {}
}
