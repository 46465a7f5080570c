package org.hypscope.arm.sysreg;

import java.util.List;

/** Virtual memory control and fault registers of PL1 (ARM ARM B3.17.2, B3.17.3). */
public final class TranslationRegs {
  static final String[] CACHEABILITY = {
    "non-cacheable", "write-back, write-allocate", "write-through", "write-back, no write-allocate"
  };

  static final String[] SHAREABILITY = {"none", "reserved", "outer", "inner"};

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
          .field("SH1", 29, 28, "TTBR1 walks' shareability", SHAREABILITY)
          .field("ORGN1", 27, 26, "TTBR1 walks' outer cacheability", CACHEABILITY)
          .field("IRGN1", 25, 24, "TTBR1 walks' inner cacheability", CACHEABILITY)
          .bit("EPD1", 23, "walks from TTBR1 (long descriptors)", "on", "off")
          .bit("A1", 22, "the ASID is that of", "TTBR0", "TTBR1")
          .field("T1SZ", 18, 16, "TTBR1's region is 2^(32-T1SZ) bytes (long descriptors)")
          .field("SH0", 13, 12, "TTBR0 walks' shareability", SHAREABILITY)
          .field("ORGN0", 11, 10, "TTBR0 walks' outer cacheability", CACHEABILITY)
          .field("IRGN0", 9, 8, "TTBR0 walks' inner cacheability", CACHEABILITY)
          .bit("EPD0", 7, "walks from TTBR0 (long descriptors)", "on", "off")
          .bit("PD1", 5, "walks from TTBR1 (short descriptors)", "on", "off")
          .bit("PD0", 4, "walks from TTBR0 (short descriptors)", "on", "off")
          .field("N", 2, 0, "N or T0SZ: how the address space is split")
          .row();

  public static final SysReg DACR =
      domains(R.reg("DACR", "Domain Access Control Register"))
          .at(0, 3, 0, 0)
          .banked()
          .traps(Trap.HCR_TVM)
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
          .field("Attr3", 31, 24, "memory of attribute index 3 (long descriptors)")
          .field("Attr2", 23, 16, "memory of attribute index 2 (long descriptors)")
          .field("Attr1", 15, 8, "memory of attribute index 1 (long descriptors)")
          .field("Attr0", 7, 0, "memory of attribute index 0 (long descriptors)")
          .row();

  public static final SysReg MAIR1 =
      R.reg("MAIR1", "Memory Attribute Indirection Register 1, Normal Memory Remap Register")
          .at(0, 10, 2, 1)
          .alias("NMRR")
          .banked()
          .traps(Trap.HCR_TVM)
          .field("Attr7", 31, 24, "memory of attribute index 7 (long descriptors)")
          .field("Attr6", 23, 16, "memory of attribute index 6 (long descriptors)")
          .field("Attr5", 15, 8, "memory of attribute index 5 (long descriptors)")
          .field("Attr4", 7, 0, "memory of attribute index 4 (long descriptors)")
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

  private static Rows.Row domains(Rows.Row row) {
    for (int n = 15; n >= 0; n--) {
      row.field(
          "D" + n, 2 * n + 1, 2 * n, "domain " + n, "no access", "client", "reserved", "manager");
    }
    return row;
  }
}
