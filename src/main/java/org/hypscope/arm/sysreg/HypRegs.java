package org.hypscope.arm.sysreg;

import java.util.List;

/** The registers of Hyp mode (ARM ARM B3.17.12). */
public final class HypRegs {
  private static final Rows R = new Rows("Hyp", 0, "B3.17.12");
  private static final String[] TRAPPED = {"not trapped", "trapped to HYP"};
  private static final String[] OFF_ON = {"off", "on"};
  private static final String[] ROUTED = {"not routed to HYP", "taken to HYP"};

  public static final SysReg HVBAR =
      R.reg("HVBAR", "Hyp Vector Base Address Register")
          .at(4, 12, 0, 0)
          .hyp()
          .writes(0xffff_ffe0L)
          .field("VBA", 31, 5, "address of the HYP vector table, bits 31 to 5")
          .row();

  public static final SysReg HCR =
      R.reg("HCR", "Hyp Configuration Register")
          .at(4, 1, 1, 0)
          .hyp()
          .writes(0x0fff_ffffL)
          .bit("TGE", 27, "exceptions of User mode", "taken to PL1", "taken to HYP")
          .bit("TVM", 26, "writes of the virtual memory controls", TRAPPED)
          .bit("TTLB", 25, "TLB maintenance", TRAPPED)
          .bit("TPU", 24, "cache maintenance to the point of unification", TRAPPED)
          .bit("TPC", 23, "cache maintenance to the point of coherency", TRAPPED)
          .bit("TSW", 22, "cache maintenance by set and way", TRAPPED)
          .bit("TAC", 21, "auxiliary control registers", TRAPPED)
          .bit("TIDCP", 20, "IMPLEMENTATION DEFINED CP15 registers", TRAPPED)
          .bit("TSC", 19, "SMC from PL1", TRAPPED)
          .bit("TID3", 18, "identification registers, group 3", TRAPPED)
          .bit("TID2", 17, "identification registers, group 2", TRAPPED)
          .bit("TID1", 16, "identification registers, group 1", TRAPPED)
          .bit("TID0", 15, "identification registers, group 0", TRAPPED)
          .bit("TWE", 14, "WFE", TRAPPED)
          .bit("TWI", 13, "WFI", TRAPPED)
          .bit("DC", 12, "default cacheable memory with the PL1 MMU off", OFF_ON)
          .field(
              "BSU",
              11,
              10,
              "least shareability of a barrier from PL1 and PL0",
              "none",
              "Inner Shareable",
              "Outer Shareable",
              "full system")
          .bit("FB", 9, "cache and TLB maintenance made Inner Shareable", OFF_ON)
          .bit("VA", 8, "virtual asynchronous abort", "not pending", "pending")
          .bit("VI", 7, "virtual IRQ", "not pending", "pending")
          .bit("VF", 6, "virtual FIQ", "not pending", "pending")
          .bit("AMO", 5, "asynchronous aborts", ROUTED)
          .bit("IMO", 4, "IRQs", ROUTED)
          .bit("FMO", 3, "FIQs", ROUTED)
          .bit("PTW", 2, "a stage 1 walk that touches Device memory", "allowed", "faults")
          .bit("SWIO", 1, "set/way invalidation also cleans", OFF_ON)
          .bit("VM", 0, "stage 2 translation of PL1 and PL0", OFF_ON)
          .row();

  public static final SysReg HSCTLR =
      R.reg("HSCTLR", "Hyp System Control Register")
          .at(4, 1, 0, 0)
          .hyp()
          .bit("TE", 30, "exceptions to HYP are entered in", "A32 state", "T32 state")
          .bit("EE", 25, "data in HYP after an exception entry", "little-endian", "big-endian")
          .bit("FI", 21, "fast interrupts", OFF_ON)
          .bit("WXN", 19, "writable memory is never executed", OFF_ON)
          .bit("I", 12, "instruction caches", OFF_ON)
          .bit("CP15BEN", 5, "CP15 barrier operations", OFF_ON)
          .bit("C", 2, "data caches", OFF_ON)
          .bit("A", 1, "alignment checking", OFF_ON)
          .bit("M", 0, "HYP MMU", OFF_ON)
          .row();

  public static final SysReg HSR =
      R.reg("HSR", "Hyp Syndrome Register")
          .at(4, 5, 2, 0)
          .hyp()
          .field("EC", 31, 26, "why HYP was entered", Syndrome.exceptionClasses())
          .bit("IL", 25, "the instruction was", "16 bits long", "32 bits long")
          .field("ISS", 24, 0, "details, by the exception class")
          .row();

  public static final SysReg HDCR =
      R.reg("HDCR", "Hyp Debug Configuration Register")
          .at(4, 1, 1, 1)
          .hyp()
          .reset(6)
          .writes(0xfffL)
          .bit("TDRA", 11, "debug ROM address registers", TRAPPED)
          .bit("TDOSA", 10, "OS-related debug registers", TRAPPED)
          .bit("TDA", 9, "other debug registers", TRAPPED)
          .bit("TDE", 8, "software debug exceptions", "taken to PL1", "taken to HYP")
          .bit("HPME", 7, "counters of HYP", OFF_ON)
          .bit("TPM", 6, "performance monitors", TRAPPED)
          .bit("TPMCR", 5, "PMCR", TRAPPED)
          .field("HPMN", 4, 0, "number of counters that PL1 may use")
          .row();

  public static final SysReg HCPTR =
      R.reg("HCPTR", "Hyp Coprocessor Trap Register")
          .at(4, 1, 1, 2)
          .hyp()
          .reset(0x33ff)
          .writes(0x8010_8c00L)
          .bit("TCPAC", 31, "CPACR", TRAPPED)
          .bit("TTA", 20, "trace registers", TRAPPED)
          .bit("TASE", 15, "Advanced SIMD", TRAPPED)
          .field("TCP13_12", 13, 12, "coprocessors 13 and 12, which are not there: always 3")
          .bit("TCP11", 11, "coprocessor 11 (VFP and Advanced SIMD)", TRAPPED)
          .bit("TCP10", 10, "coprocessor 10 (VFP and Advanced SIMD)", TRAPPED)
          .field("TCP9_0", 9, 0, "coprocessors 9 to 0, which are not there: always 0x3ff")
          .row();

  public static final SysReg HSTR =
      crn(R.reg("HSTR", "Hyp System Trap Register")
              .at(4, 1, 1, 3)
              .hyp()
              .writes(0x0003_bfefL)
              .bit("TJDBX", 17, "Jazelle", TRAPPED)
              .bit("TTEE", 16, "ThumbEE configuration", TRAPPED))
          .row();

  public static final SysReg HACR =
      R.reg("HACR", "Hyp Auxiliary Configuration Register").at(4, 1, 1, 7).hyp().fixed().row();

  public static final SysReg HACTLR =
      R.reg("HACTLR", "Hyp Auxiliary Control Register").at(4, 1, 0, 1).hyp().fixed().row();

  public static final SysReg HTCR =
      R.reg("HTCR", "Hyp Translation Control Register")
          .at(4, 2, 0, 2)
          .hyp()
          .field("SH0", 13, 12, "shareability of walks", "none", "reserved", "outer", "inner")
          .field("ORGN0", 11, 10, "outer cacheability of walks", TranslationRegs.CACHEABILITY)
          .field("IRGN0", 9, 8, "inner cacheability of walks", TranslationRegs.CACHEABILITY)
          .field("T0SZ", 2, 0, "address bits left out: the region is 2^(32-T0SZ) bytes")
          .row();

  public static final SysReg HTTBR =
      R.reg("HTTBR", "Hyp Translation Table Base Register")
          .wide(4, 2)
          .hyp()
          .field("BADDR", 39, 0, "physical address of the HYP translation table")
          .row();

  public static final SysReg VTCR =
      R.reg("VTCR", "Virtualization Translation Control Register")
          .at(4, 2, 1, 2)
          .strictlyHyp()
          .field("SH0", 13, 12, "shareability of walks", "none", "reserved", "outer", "inner")
          .field("ORGN0", 11, 10, "outer cacheability of walks", TranslationRegs.CACHEABILITY)
          .field("IRGN0", 9, 8, "inner cacheability of walks", TranslationRegs.CACHEABILITY)
          .field("SL0", 7, 6, "walks start at", "level 2", "level 1", "reserved", "reserved")
          .bit("S", 4, "sign of T0SZ")
          .field("T0SZ", 3, 0, "address bits left out: the region is 2^(32-T0SZ) bytes, signed")
          .row();

  public static final SysReg VTTBR =
      R.reg("VTTBR", "Virtualization Translation Table Base Register")
          .wide(6, 2)
          .strictlyHyp()
          .field("VMID", 55, 48, "the virtual machine (KVM: 0 is the host)")
          .field("BADDR", 39, 0, "physical address of the stage 2 translation table")
          .row();

  public static final SysReg HMAIR0 =
      R.reg("HMAIR0", "Hyp Memory Attribute Indirection Register 0")
          .at(4, 10, 2, 0)
          .hyp()
          .field("Attr3", 31, 24, "memory of attribute index 3")
          .field("Attr2", 23, 16, "memory of attribute index 2")
          .field("Attr1", 15, 8, "memory of attribute index 1")
          .field("Attr0", 7, 0, "memory of attribute index 0")
          .row();

  public static final SysReg HMAIR1 =
      R.reg("HMAIR1", "Hyp Memory Attribute Indirection Register 1")
          .at(4, 10, 2, 1)
          .hyp()
          .field("Attr7", 31, 24, "memory of attribute index 7")
          .field("Attr6", 23, 16, "memory of attribute index 6")
          .field("Attr5", 15, 8, "memory of attribute index 5")
          .field("Attr4", 7, 0, "memory of attribute index 4")
          .row();

  public static final SysReg HAMAIR0 =
      R.reg("HAMAIR0", "Hyp Auxiliary Memory Attribute Indirection Register 0")
          .at(4, 10, 3, 0)
          .hyp()
          .fixed()
          .row();

  public static final SysReg HAMAIR1 =
      R.reg("HAMAIR1", "Hyp Auxiliary Memory Attribute Indirection Register 1")
          .at(4, 10, 3, 1)
          .hyp()
          .fixed()
          .row();

  public static final SysReg HADFSR =
      R.reg("HADFSR", "Hyp Auxiliary Data Fault Status Register")
          .at(4, 5, 1, 0)
          .hyp()
          .fixed()
          .row();

  public static final SysReg HAIFSR =
      R.reg("HAIFSR", "Hyp Auxiliary Instruction Fault Status Register")
          .at(4, 5, 1, 1)
          .hyp()
          .fixed()
          .row();

  public static final SysReg HDFAR =
      R.reg("HDFAR", "Hyp Data Fault Address Register")
          .at(4, 6, 0, 0)
          .hyp()
          .field("VA", 31, 0, "address of the faulting data access")
          .secureCopyOf(TranslationRegs.DFAR);

  public static final SysReg HIFAR =
      R.reg("HIFAR", "Hyp Instruction Fault Address Register")
          .at(4, 6, 0, 2)
          .hyp()
          .field("VA", 31, 0, "address of the faulting fetch")
          .secureCopyOf(TranslationRegs.IFAR);

  public static final SysReg HPFAR =
      R.reg("HPFAR", "Hyp IPA Fault Address Register")
          .at(4, 6, 0, 4)
          .strictlyHyp()
          .field("FIPA", 31, 4, "bits 39 to 12 of the faulting intermediate physical address")
          .row();

  public static final SysReg HTPIDR =
      R.reg("HTPIDR", "Hyp Software Thread ID Register")
          .at(4, 13, 0, 2)
          .hyp()
          .field("ThreadID", 31, 0, "whatever the hypervisor keeps there")
          .row();

  public static final SysReg VPIDR =
      R.reg("VPIDR", "Virtualization Processor ID Register")
          .at(4, 0, 0, 0)
          .strictlyHyp()
          .reset(IdRegs.CORTEX_A15)
          .field("MIDR", 31, 0, "what Non-secure PL1 reads as MIDR")
          .row();

  public static final SysReg VMPIDR =
      R.reg("VMPIDR", "Virtualization Multiprocessor ID Register")
          .at(4, 0, 0, 5)
          .strictlyHyp()
          .reset(0x8000_0000L)
          .field("MPIDR", 31, 0, "what Non-secure PL1 reads as MPIDR")
          .row();

  static final List<SysReg> ROWS = R.list();

  private HypRegs() {}

  private static Rows.Row crn(Rows.Row row) {
    for (int n = 15; n >= 0; n--) {
      if (n != 4 && n != 14) {
        row.bit("T" + n, n, "CP15 accesses with CRn (64-bit: CRm) c" + n, TRAPPED);
      }
    }
    return row;
  }
}
