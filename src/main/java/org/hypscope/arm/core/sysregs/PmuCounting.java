package org.hypscope.arm.core.sysregs;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.PmuRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegFile;

/**
 * What the counters have counted since they were last looked at: an instruction is one cycle. Only
 * the events of PMCEID0 count.
 */
final class PmuCounting {
  static final int SW_INCR = 0x00;
  private static final int INST_RETIRED = 0x08;
  private static final int CPU_CYCLES = 0x11;
  private static final int ENABLE = 1;
  private static final int DIVIDE = 1 << 3;
  private static final int DIVIDER_SHIFT = 6;
  private static final long CYCLES = 1L << 31;

  private PmuCounting() {}

  /** Counts up to the instruction that is being executed. */
  static void bringUpToDate(Core core) {
    SysRegFile values = core.sysRegs();
    long before = values.rawGet(PmuRegs.PMSYNC);
    long now = core.retired();
    if (now == before) {
      return;
    }
    values.rawSet(PmuRegs.PMSYNC, now);
    int control = values.word(PmuRegs.PMCR);
    long enabled = values.rawGet(PmuRegs.PMCNTENSET);
    if ((control & ENABLE) != 0 && (enabled & CYCLES) != 0) {
      int shift = (control & DIVIDE) != 0 ? DIVIDER_SHIFT : 0;
      add(core, PmuRegs.PMCCNTR, CYCLES, (now >>> shift) - (before >>> shift));
    }
    for (int n = 0; n < PmuRegs.COUNTERS; n++) {
      int event = values.word(PmuRegs.type(n)) & 0xff;
      if (runs(core, n) && (event == INST_RETIRED || event == CPU_CYCLES)) {
        add(core, PmuRegs.counter(n), 1L << n, now - before);
      }
    }
  }

  /** Whether event counter {@code n} counts. */
  static boolean runs(Core core, int n) {
    boolean selected = (core.sysRegs().rawGet(PmuRegs.PMCNTENSET) >>> n & 1) != 0;
    return selected && PmuEffects.enabled(core, n);
  }

  /** Adds to a counter; where it overflows, its bit is set in PMOVSR. */
  static void add(Core core, SysReg counter, long overflowBit, long count) {
    SysRegFile values = core.sysRegs();
    long sum = values.rawGet(counter) + count;
    values.rawSet(counter, sum);
    if (sum >>> 32 != 0) {
      values.rawSet(PmuRegs.PMOVSR, values.rawGet(PmuRegs.PMOVSR) | overflowBit);
    }
  }
}
