package org.hypscope.arm.sysreg;

import java.util.ArrayList;
import java.util.List;

/**
 * The Performance Monitors (ARM ARM C12, B3.17.10). Cycles and retired instructions are counted,
 * one instruction a cycle; every other event counts nothing. Counters do not interrupt, and the
 * filters by mode in PMXEVTYPER are kept but not applied.
 */
public final class PmuRegs {
  /** Event counters that a row exists for; PMCR.N says how many a core has. */
  public static final int COUNTERS = 6;

  private static final Rows R = new Rows("Performance Monitors", 7, "B3.17.10");
  private static final String[] OFF_ON = {"off", "on"};
  private static final String[] COUNTED = {"counted", "not counted"};
  private static final long ALL_COUNTERS = 0x8000_003fL;
  private static final long FILTERS = 0xf800_0000L;

  public static final SysReg PMCR =
      pm("PMCR", "Performance Monitors Control Register", 12, 0)
          .traps(Trap.HDCR_TPMCR)
          .reset(0x410f_3000L)
          .writes(0x39)
          .field("IMP", 31, 24, "implementer")
          .field("IDCODE", 23, 16, "identification (0x0f: Cortex-A15, 0x07: Cortex-A7)")
          .field("N", 15, 11, "event counters")
          .bit("DP", 5, "cycle counter where counting is prohibited", "on", "off")
          .bit("X", 4, "export of events", OFF_ON)
          .bit("D", 3, "the cycle counter counts every", "cycle", "64th cycle")
          .bit("C", 2, "write 1: reset the cycle counter")
          .bit("P", 1, "write 1: reset the event counters")
          .bit("E", 0, "counters", OFF_ON)
          .row();

  public static final SysReg PMCNTENSET =
      bits(pm("PMCNTENSET", "Count Enable Set register", 12, 1)).row();
  public static final SysReg PMCNTENCLR =
      bits(pm("PMCNTENCLR", "Count Enable Clear register", 12, 2)).row();
  public static final SysReg PMOVSR =
      bits(pm("PMOVSR", "Overflow Flag Status Register", 12, 3)).row();

  public static final SysReg PMSWINC =
      pm("PMSWINC", "Software Increment register", 12, 4)
          .access(0, RowSpec.ALL)
          .field("P", 30, 0, "write 1: add one to that counter if it counts event 0")
          .row();

  public static final SysReg PMSELR =
      pm("PMSELR", "Event Counter Selection Register", 12, 5)
          .writes(0x1f)
          .field("SEL", 4, 0, "which counter PMXEVTYPER and PMXEVCNTR are (31: the cycle counter)")
          .row();

  public static final SysReg PMCEID0 =
      pm("PMCEID0", "Common Event Identification register 0", 12, 6)
          .readOnly()
          .reset(0x0002_0101L)
          .field("ID", 31, 0, "events 0x00 to 0x1f that are counted, one bit each")
          .row();

  public static final SysReg PMCEID1 =
      pm("PMCEID1", "Common Event Identification register 1", 12, 7)
          .readOnly()
          .field("ID", 31, 0, "events 0x20 to 0x3f that are counted, one bit each")
          .row();

  public static final SysReg PMCCNTR =
      pm("PMCCNTR", "Cycle Count Register", 13, 0)
          .field("CCNT", 31, 0, "cycles, as of the last access to the performance monitors")
          .row();

  public static final SysReg PMXEVTYPER =
      pm("PMXEVTYPER", "Event Type Select Register (of the counter that PMSELR selects)", 13, 1)
          .writes(FILTERS | 0xff)
          .row();

  public static final SysReg PMXEVCNTR =
      pm("PMXEVCNTR", "Event Count Register (of the counter that PMSELR selects)", 13, 2).row();

  public static final SysReg PMUSERENR =
      R.reg("PMUSERENR", "User Enable Register")
          .at(0, 9, 14, 0)
          .userRead()
          .traps(Trap.HDCR_TPM)
          .writes(1)
          .bit("EN", 0, "User may use the performance monitors", "no", "yes")
          .row();

  public static final SysReg PMINTENSET =
      bits(kernel("PMINTENSET", "Interrupt Enable Set register", 1)).row();
  public static final SysReg PMINTENCLR =
      bits(kernel("PMINTENCLR", "Interrupt Enable Clear register", 2)).row();
  public static final SysReg PMOVSSET =
      bits(pm("PMOVSSET", "Overflow Flag Status Set register", 14, 3)).row();

  /** The filter of the cycle counter: PMXEVTYPER where PMSELR.SEL is 31. */
  public static final SysReg PMCCFILTR =
      filters(R.reg("PMCCFILTR", "Cycle counter filter (PMXEVTYPER with PMSELR.SEL 31)"))
          .writes(FILTERS)
          .row();

  /** The instant, in retired instructions, at which the counters were last brought up to date. */
  public static final SysReg PMSYNC =
      R.reg(
              "PMSYNC",
              "Instant up to which the counters are counted; no register of the architecture")
          .wide()
          .readOnly()
          .row();

  private static final List<SysReg> EVENT_COUNTERS = eventCounters();
  private static final List<SysReg> EVENT_TYPES = eventTypes();

  static final List<SysReg> ROWS = R.list();

  private PmuRegs() {}

  /** Counter {@code n}, 0 to 5: PMXEVCNTR where PMSELR.SEL is n. */
  public static SysReg counter(int n) {
    return EVENT_COUNTERS.get(n);
  }

  /** What counter {@code n}, 0 to 5, counts: PMXEVTYPER where PMSELR.SEL is n. */
  public static SysReg type(int n) {
    return EVENT_TYPES.get(n);
  }

  private static List<SysReg> eventCounters() {
    List<SysReg> counters = new ArrayList<>();
    for (int n = 0; n < COUNTERS; n++) {
      counters.add(
          R.reg("PMEVCNTR" + n, "Event counter " + n + " (PMXEVCNTR with PMSELR.SEL " + n + ")")
              .field("Count", 31, 0, "events, as of the last access to the performance monitors")
              .row());
    }
    return List.copyOf(counters);
  }

  private static List<SysReg> eventTypes() {
    List<SysReg> types = new ArrayList<>();
    for (int n = 0; n < COUNTERS; n++) {
      types.add(
          filters(
                  R.reg(
                      "PMEVTYPER" + n,
                      "Event type " + n + " (PMXEVTYPER with PMSELR.SEL " + n + ")"))
              .writes(FILTERS | 0xff)
              .field(
                  "evtCount", 7, 0, "event (0x00 software, 0x08 instructions, 0x11 cycles counted)")
              .row());
    }
    return List.copyOf(types);
  }

  private static Rows.Row filters(Rows.Row row) {
    return row.bit("P", 31, "PL1", COUNTED)
        .bit("U", 30, "User", COUNTED)
        .bit("NSK", 29, "Non-secure PL1, unlike P")
        .bit("NSU", 28, "Non-secure User, unlike U")
        .bit("NSH", 27, "HYP", "not counted", "counted");
  }

  private static Rows.Row bits(Rows.Row row) {
    return row.writes(ALL_COUNTERS)
        .bit("C", 31, "cycle counter", "no", "yes")
        .field("P", 5, 0, "event counters, one bit each");
  }

  private static Rows.Row pm(String name, String title, int crm, int opc2) {
    return R.reg(name, title)
        .at(0, 9, crm, opc2)
        .user()
        .userIf(UserGrant.PMUSERENR_EN)
        .traps(Trap.HDCR_TPM);
  }

  private static Rows.Row kernel(String name, String title, int opc2) {
    return R.reg(name, title).at(0, 9, 14, opc2).traps(Trap.HDCR_TPM);
  }
}
