package org.hypscope.arm.sysreg;

import java.util.List;

/**
 * The CPUID scheme's feature registers (ARM ARM B3.17.1, B7.2), with the values of a Cortex-A15
 * r4p0. Fields are four bits wide; what is not explained is zero.
 */
public final class FeatureRegs {
  private static final Rows R = new Rows("Identification", 12, "B3.17.1");

  public static final SysReg ID_PFR0 =
      feature("ID_PFR0", "Processor Feature Register 0", 1, 0, 0x00001131L)
          .field("State3", 15, 12, "ThumbEE state", "absent", "present")
          .field("State2", 11, 8, "Jazelle", "absent", "trivial", "present")
          .field("State1", 7, 4, "Thumb", "absent", "Thumb", "reserved", "Thumb-2")
          .field("State0", 3, 0, "A32 state", "absent", "present")
          .row();

  public static final SysReg ID_PFR1 =
      feature("ID_PFR1", "Processor Feature Register 1", 1, 1, 0x00011011L)
          .field("GenericTimer", 19, 16, "Generic Timer", "absent", "present")
          .field("Virtualization", 15, 12, "Virtualization Extensions", "absent", "present")
          .field("MProfile", 11, 8, "M profile", "no")
          .field("Security", 7, 4, "Security Extensions", "absent", "present", "present, RFR")
          .field("ProgMod", 3, 0, "standard programmers' model", "absent", "present")
          .row();

  public static final SysReg ID_DFR0 =
      feature("ID_DFR0", "Debug Feature Register 0", 1, 2, 0x02010555L)
          .field("PerfMon", 27, 24, "Performance Monitors", "unknown", "PMUv1", "PMUv2")
          .field("MProfDbg", 23, 20, "M profile debug", "absent")
          .field("MMapTrc", 19, 16, "memory-mapped trace", "absent", "present")
          .field("CopTrc", 15, 12, "trace by CP14", "absent", "present")
          .field("MMapDbg", 11, 8, "memory-mapped debug (5: v7.1)")
          .field("CopSDbg", 7, 4, "Secure debug by CP14 (5: v7.1)")
          .field("CopDbg", 3, 0, "debug by CP14 (5: v7.1)")
          .row();

  public static final SysReg ID_AFR0 =
      feature("ID_AFR0", "Auxiliary Feature Register 0", 1, 3, 0x00000000L).row();

  public static final SysReg ID_MMFR0 =
      feature("ID_MMFR0", "Memory Model Feature Register 0", 1, 4, 0x10201105L)
          .field(
              "InnerShr", 31, 28, "innermost shareability", "non-cacheable", "hardware coherency")
          .field("FCSE", 27, 24, "FCSE", "absent", "present")
          .field("AuxReg", 23, 20, "auxiliary registers", "none", "ACTLR", "ACTLR, ADFSR, AIFSR")
          .field("TCM", 19, 16, "TCM", "absent")
          .field("ShareLvl", 15, 12, "levels of shareability", "one", "two")
          .field("OuterShr", 11, 8, "outermost shareability", "non-cacheable", "hardware coherency")
          .field("PMSA", 7, 4, "PMSA", "absent")
          .field("VMSA", 3, 0, "VMSA (5: VMSAv7 with long descriptors)")
          .row();

  public static final SysReg ID_MMFR1 =
      feature("ID_MMFR1", "Memory Model Feature Register 1", 1, 5, 0x20000000L)
          .field(
              "BPred",
              31,
              28,
              "branch predictor maintenance (2: needed when code or translation changes, 4: never)")
          .field("L1TstCln", 27, 24, "test and clean operations", "none")
          .field("L1Uni", 23, 20, "maintenance of a unified level 1 cache", "hierarchical")
          .field("L1Hvd", 19, 16, "maintenance of Harvard level 1 caches", "hierarchical")
          .field("L1UniSW", 15, 12, "by set and way, unified", "hierarchical")
          .field("L1HvdSW", 11, 8, "by set and way, Harvard", "hierarchical")
          .field("L1UniVA", 7, 4, "by address, unified", "hierarchical")
          .field("L1HvdVA", 3, 0, "by address, Harvard", "hierarchical")
          .row();

  public static final SysReg ID_MMFR2 =
      feature("ID_MMFR2", "Memory Model Feature Register 2", 1, 6, 0x01240000L)
          .field("HWAccFlg", 31, 28, "hardware access flag", "absent", "present")
          .field("WFIStall", 27, 24, "WFI stalls", "no", "yes")
          .field("MemBarr", 23, 20, "barriers by CP15", "none", "DSB", "DSB, ISB, DMB")
          .field("UniTLB", 19, 16, "unified TLB maintenance (4: with any-ASID and Hyp operations)")
          .field("HvdTLB", 15, 12, "Harvard TLB maintenance", "none")
          .field("LL1HvdRng", 11, 8, "range operations", "none")
          .field("L1HvdBG", 7, 4, "background prefetch", "none")
          .field("L1HvdFG", 3, 0, "foreground prefetch", "none")
          .row();

  public static final SysReg ID_MMFR3 =
      feature("ID_MMFR3", "Memory Model Feature Register 3", 1, 7, 0x02102211L)
          .field("Supersec", 31, 28, "supersections (15: absent)", "present")
          .field("CMemSz", 27, 24, "physical memory that caches hold", "4 GB", "64 GB", "1 TB")
          .field("CohWalk", 23, 20, "walks coherent with data caches", "no", "yes")
          .field(
              "MaintBcst",
              15,
              12,
              "maintenance is broadcast",
              "no",
              "caches only",
              "caches, TLB, branch predictors")
          .field(
              "BPMaint", 11, 8, "branch predictor maintenance", "none", "all", "all and by address")
          .field("CMaintSW", 7, 4, "cache maintenance by set and way", "none", "present")
          .field("CMaintVA", 3, 0, "cache maintenance by address", "none", "present")
          .row();

  public static final SysReg ID_ISAR0 =
      feature("ID_ISAR0", "Instruction Set Attribute Register 0", 2, 0, 0x02101110L)
          .field("Divide", 27, 24, "SDIV and UDIV", "absent", "T32", "T32 and A32")
          .field("Debug", 23, 20, "BKPT", "absent", "present")
          .field("Coproc", 19, 16, "coprocessor instructions (but CP14, CP15, VFP)", "none")
          .field("CmpBranch", 15, 12, "CBZ and CBNZ", "absent", "present")
          .field("BitField", 11, 8, "BFC, BFI, SBFX, UBFX", "absent", "present")
          .field("BitCount", 7, 4, "CLZ", "absent", "present")
          .field("Swap", 3, 0, "SWP and SWPB", "absent", "present")
          .row();

  public static final SysReg ID_ISAR1 =
      feature("ID_ISAR1", "Instruction Set Attribute Register 1", 2, 1, 0x13112111L)
          .field("Jazelle", 31, 28, "BXJ", "absent", "present")
          .field(
              "Interwork",
              27,
              24,
              "interworking",
              "none",
              "BX",
              "BX, BLX",
              "BX, BLX, data-processing")
          .field("Immediate", 23, 20, "MOVT and wide immediates", "absent", "present")
          .field("IfThen", 19, 16, "IT", "absent", "present")
          .field(
              "Extend",
              15,
              12,
              "sign and zero extension",
              "none",
              "SXTB, SXTH, UXTB, UXTH",
              "with SXTB16, UXTB16")
          .field("Except_AR", 11, 8, "SRS, RFE, CPS", "absent", "present")
          .field("Except", 7, 4, "LDM (exception return) and the like", "absent", "present")
          .field("Endian", 3, 0, "SETEND", "absent", "present")
          .row();

  public static final SysReg ID_ISAR2 =
      feature("ID_ISAR2", "Instruction Set Attribute Register 2", 2, 2, 0x21232041L)
          .field("Reversal", 31, 28, "byte reversal", "none", "REV, REV16, REVSH", "with RBIT")
          .field("PSR_AR", 27, 24, "MRS and MSR of the A and R profile", "absent", "present")
          .field("MultU", 23, 20, "unsigned multiplies", "none", "UMULL, UMLAL", "with UMAAL")
          .field("MultS", 19, 16, "signed multiplies (3: all)")
          .field("Mult", 15, 12, "multiplies", "MUL", "MLA", "MLS")
          .field(
              "MultiAccessInt",
              11,
              8,
              "LDM and STM when interrupted",
              "start again",
              "may restart",
              "may continue")
          .field("MemHint", 7, 4, "hints (4: PLD, PLI, PLDW)")
          .field("LoadStore", 3, 0, "LDRD and STRD", "absent", "present")
          .row();

  public static final SysReg ID_ISAR3 =
      feature("ID_ISAR3", "Instruction Set Attribute Register 3", 2, 3, 0x11112131L)
          .field("ThumbEE", 31, 28, "ThumbEE instructions", "absent", "present")
          .field("TrueNOP", 27, 24, "NOP", "absent", "present")
          .field("ThumbCopy", 23, 20, "T32 MOV of low registers", "absent", "present")
          .field("TabBranch", 19, 16, "TBB and TBH", "absent", "present")
          .field(
              "SynchPrim",
              15,
              12,
              "exclusives",
              "none",
              "LDREX, STREX",
              "with CLREX, byte, halfword, doubleword")
          .field("SVC", 11, 8, "SVC", "absent", "present")
          .field("SIMD", 7, 4, "parallel arithmetic", "none", "SSAT, USAT", "reserved", "all")
          .field("Saturate", 3, 0, "QADD and the like", "absent", "present")
          .row();

  public static final SysReg ID_ISAR4 =
      feature("ID_ISAR4", "Instruction Set Attribute Register 4", 2, 4, 0x10011142L)
          .field(
              "SWP_frac",
              31,
              28,
              "SWP and SWPB where ISAR0.Swap is 0",
              "absent",
              "without other masters")
          .field("PSR_M", 27, 24, "MRS and MSR of the M profile", "absent", "present")
          .field("SynchPrim_frac", 23, 20, "exclusives, more exactly", "as SynchPrim says")
          .field("Barrier", 19, 16, "DMB, DSB, ISB", "absent", "present")
          .field("SMC", 15, 12, "SMC", "absent", "present")
          .field("Writeback", 11, 8, "writeback", "few forms", "all forms")
          .field("WithShifts", 7, 4, "shifts (4: all)")
          .field(
              "Unpriv",
              3,
              0,
              "LDRT and the like",
              "none",
              "LDRT, STRT, LDRBT, STRBT",
              "with the halfword forms")
          .row();

  public static final SysReg ID_ISAR5 =
      feature("ID_ISAR5", "Instruction Set Attribute Register 5", 2, 5, 0x00000000L).row();

  public static final SysReg ID_MMFR4 =
      feature("ID_MMFR4", "Memory Model Feature Register 4", 2, 6, 0x00000000L).row();

  public static final SysReg ID_ISAR6 =
      feature("ID_ISAR6", "Instruction Set Attribute Register 6", 2, 7, 0x00000000L).row();

  static final List<SysReg> ROWS = R.list();

  private FeatureRegs() {}

  private static Rows.Row feature(String name, String title, int crm, int opc2, long value) {
    return R.reg(name, title).at(0, 0, crm, opc2).readOnly().traps(Trap.HCR_TID3).reset(value);
  }
}
