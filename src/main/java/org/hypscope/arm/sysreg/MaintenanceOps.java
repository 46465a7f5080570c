package org.hypscope.arm.sysreg;

import java.util.List;

/**
 * Operations performed by writing CP15: cache, branch predictor and TLB maintenance, barriers and
 * address translation (ARM ARM B3.17.6 to B3.17.9).
 */
public final class MaintenanceOps {
  private static final String TLB = "B3.17.7";
  private static final Rows R = new Rows("Maintenance", 5, "B3.17.6");

  public static final SysReg ATS1CPR = ats("ATS1CPR", "current state, PL1 read", 8, 0);
  public static final SysReg ATS1CPW = ats("ATS1CPW", "current state, PL1 write", 8, 1);
  public static final SysReg ATS1CUR = ats("ATS1CUR", "current state, unprivileged read", 8, 2);
  public static final SysReg ATS1CUW = ats("ATS1CUW", "current state, unprivileged write", 8, 3);
  public static final SysReg ATS12NSOPR = ats12("ATS12NSOPR", "PL1 read", 4);
  public static final SysReg ATS12NSOPW = ats12("ATS12NSOPW", "PL1 write", 5);
  public static final SysReg ATS12NSOUR = ats12("ATS12NSOUR", "unprivileged read", 6);
  public static final SysReg ATS12NSOUW = ats12("ATS12NSOUW", "unprivileged write", 7);
  public static final SysReg ATS1HR = ats1h("ATS1HR", "read", 0);
  public static final SysReg ATS1HW = ats1h("ATS1HW", "write", 1);

  static final List<SysReg> ROWS = rows();

  private MaintenanceOps() {}

  private static List<SysReg> rows() {
    R.operation("CP15NOP", "Wait for interrupt of ARMv6, now no operation")
        .at(0, 7, 0, 4)
        .section("B3.17.9")
        .row();
    barrier("CP15ISB", "Instruction Synchronization Barrier", 5, 4);
    barrier("CP15DSB", "Data Synchronization Barrier", 10, 4);
    barrier("CP15DMB", "Data Memory Barrier", 10, 5);
    pou("ICIALLUIS", "Invalidate all instruction caches, Inner Shareable", 1, 0);
    cache("BPIALLIS", "Invalidate all branch predictors, Inner Shareable", 1, 6);
    pou("ICIALLU", "Invalidate all instruction caches", 5, 0);
    pou("ICIMVAU", "Invalidate an instruction cache line by address", 5, 1);
    cache("BPIALL", "Invalidate all branch predictors", 5, 6);
    cache("BPIMVA", "Invalidate branch predictors by address", 5, 7);
    cache("DCIMVAC", "Invalidate a data line by address", 6, 1, Trap.HCR_TPC);
    cache("DCISW", "Invalidate a data line by set and way", 6, 2, Trap.HCR_TSW);
    cache("DCCMVAC", "Clean a data line by address", 10, 1, Trap.HCR_TPC);
    cache("DCCSW", "Clean a data line by set and way", 10, 2, Trap.HCR_TSW);
    pou("DCCMVAU", "Clean a data line by address to unification", 11, 1);
    cache("PREFETCH_I", "Prefetch an instruction line of ARMv6, now no operation", 13, 1);
    cache("DCCIMVAC", "Clean and invalidate a data line by address", 14, 1, Trap.HCR_TPC);
    cache("DCCISW", "Clean and invalidate a data line by set and way", 14, 2, Trap.HCR_TSW);
    for (int crm : new int[] {5, 6, 7}) {
      String cached = crm == 5 ? "ITLBI" : crm == 6 ? "DTLBI" : "TLBI";
      tlb(cached + "ALL", "Invalidate all entries", crm, 0);
      tlb(cached + "MVA", "Invalidate an entry by address and ASID", crm, 1);
      tlb(cached + "ASID", "Invalidate entries by ASID", crm, 2);
    }
    tlb("TLBIMVAA", "Invalidate entries by address, any ASID", 7, 3);
    tlb("TLBIALLIS", "Invalidate all entries, Inner Shareable", 3, 0);
    tlb("TLBIMVAIS", "Invalidate an entry by address and ASID, Inner Shareable", 3, 1);
    tlb("TLBIASIDIS", "Invalidate entries by ASID, Inner Shareable", 3, 2);
    tlb("TLBIMVAAIS", "Invalidate entries by address, any ASID, Inner Shareable", 3, 3);
    for (int crm : new int[] {7, 3}) {
      String shared = crm == 3 ? "IS" : "";
      hypTlb("TLBIALLH" + shared, "Invalidate all HYP entries", crm, 0);
      hypTlb("TLBIMVAH" + shared, "Invalidate a HYP entry by address", crm, 1);
      hypTlb("TLBIALLNSNH" + shared, "Invalidate all Non-secure PL1 and PL0 entries", crm, 4);
    }
    return R.list();
  }

  private static void barrier(String name, String title, int crm, int opc2) {
    R.operation(name, title).at(0, 7, crm, opc2).access(0, RowSpec.ALL).section("B3.17.9").row();
  }

  private static void cache(String name, String title, int crm, int opc2, Trap... traps) {
    R.operation(name, title).at(0, 7, crm, opc2).traps(traps).row();
  }

  private static void pou(String name, String title, int crm, int opc2) {
    cache(name, title, crm, opc2, Trap.HCR_TPU);
  }

  private static void tlb(String name, String title, int crm, int opc2) {
    R.operation(name, title).at(0, 8, crm, opc2).traps(Trap.HCR_TTLB).section(TLB).row();
  }

  private static void hypTlb(String name, String title, int crm, int opc2) {
    R.operation(name, title).at(4, 8, crm, opc2).access(0, RowSpec.HYP).section(TLB).row();
  }

  private static SysReg ats(String name, String what, int crm, int opc2) {
    return translation(name, "stage 1, " + what).at(0, 7, crm, opc2).row();
  }

  private static SysReg ats12(String name, String what, int opc2) {
    return translation(name, "stages 1 and 2, Non-secure " + what)
        .at(0, 7, 8, opc2)
        .access(0, RowSpec.SECURE | RowSpec.HYP)
        .row();
  }

  private static SysReg ats1h(String name, String what, int opc2) {
    return translation(name, "stage 1 of HYP, " + what)
        .at(4, 7, 8, opc2)
        .access(0, RowSpec.HYP)
        .row();
  }

  private static Rows.Row translation(String name, String what) {
    return R.operation(name, "Address translation, " + what).section("B3.17.8");
  }
}
