package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.PmuRegs;
import org.hypscope.arm.sysreg.SysReg;

/**
 * The Performance Monitors, which count from the number of retired instructions (ARM ARM C12): each
 * access first brings the counters up to date, so that nothing is done while a program runs.
 */
final class PmuEffects {
  private static final int ENABLE = 1;
  private static final int RESET_EVENTS = 1 << 1;
  private static final int RESET_CYCLES = 1 << 2;
  private static final int N_SHIFT = 11;
  private static final int FIELD = 0x1f;
  private static final int HPME = 1 << 7;
  private static final long CYCLES = 1L << 31;

  private PmuEffects() {}

  static void bind(Map<SysReg, Effect> effects) {
    effects.put(PmuRegs.PMCR, new Control());
    pair(effects, PmuRegs.PMCNTENSET, PmuRegs.PMCNTENCLR, PmuRegs.PMCNTENSET);
    pair(effects, PmuRegs.PMINTENSET, PmuRegs.PMINTENCLR, PmuRegs.PMINTENSET);
    pair(effects, PmuRegs.PMOVSSET, PmuRegs.PMOVSR, PmuRegs.PMOVSR);
    effects.put(PmuRegs.PMCCNTR, new Counter());
    effects.put(PmuRegs.PMXEVCNTR, new Selected(false));
    effects.put(PmuRegs.PMXEVTYPER, new Selected(true));
    effects.put(PmuRegs.PMSWINC, (Effect.OnWrite) PmuEffects::softwareIncrement);
    effects.put(HypRegs.HDCR, (Effect.OnWrite) PmuEffects::writeHdcr);
  }

  private static void pair(Map<SysReg, Effect> effects, SysReg set, SysReg clear, SysReg kept) {
    effects.put(set, new SetOrClear(kept, true));
    effects.put(clear, new SetOrClear(kept, false));
  }

  private static int implemented(Core core) {
    return core.sysRegs().word(PmuRegs.PMCR) >>> N_SHIFT & FIELD;
  }

  /** The counters that the present level may use: HDCR.HPMN limits Non-secure PL1 and PL0. */
  private static int visible(Core core) {
    boolean all = core.isSecure() || core.level() == Level.HYP;
    int reserved = core.sysRegs().word(HypRegs.HDCR) & FIELD;
    return all ? implemented(core) : Math.min(reserved, implemented(core));
  }

  private static long visibleBits(Core core) {
    return CYCLES | (1L << visible(core)) - 1;
  }

  private static void writeHdcr(Core core, SysReg register, boolean secure, long value) {
    PmuCounting.bringUpToDate(core);
    long mask = register.writeMask();
    core.sysRegs().rawSet(register, core.sysRegs().rawGet(register) & ~mask | value & mask);
  }

  private static void softwareIncrement(Core core, SysReg register, boolean secure, long value) {
    PmuCounting.bringUpToDate(core);
    for (int n = 0; n < visible(core); n++) {
      boolean software = (core.sysRegs().word(PmuRegs.type(n)) & 0xff) == PmuCounting.SW_INCR;
      if ((value >>> n & 1) != 0 && software && PmuCounting.runs(core, n)) {
        PmuCounting.add(core, PmuRegs.counter(n), 1L << n, 1);
      }
    }
  }

  /** Whether counter {@code n} is enabled at all: by HDCR.HPME where it is HYP's. */
  static boolean enabled(Core core, int n) {
    int hdcr = core.sysRegs().word(HypRegs.HDCR);
    return n < (hdcr & FIELD)
        ? (core.sysRegs().word(PmuRegs.PMCR) & ENABLE) != 0
        : (hdcr & HPME) != 0;
  }

  /** PMCR: N as the level may know it; writes of P and C reset counters. */
  private static final class Control implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      long stored = core.sysRegs().rawGet(register);
      return stored & ~((long) FIELD << N_SHIFT) | (long) visible(core) << N_SHIFT;
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      PmuCounting.bringUpToDate(core);
      if ((value & RESET_CYCLES) != 0) {
        core.sysRegs().rawSet(PmuRegs.PMCCNTR, 0);
      }
      for (int n = 0; (value & RESET_EVENTS) != 0 && n < visible(core); n++) {
        core.sysRegs().rawSet(PmuRegs.counter(n), 0);
      }
      long mask = register.writeMask();
      core.sysRegs().rawSet(register, core.sysRegs().rawGet(register) & ~mask | value & mask);
    }
  }

  /** Two views of one set of bits: writing ones sets, or clears, what is {@code kept}. */
  private record SetOrClear(SysReg kept, boolean sets) implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      PmuCounting.bringUpToDate(core);
      return core.sysRegs().rawGet(kept) & visibleBits(core);
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      PmuCounting.bringUpToDate(core);
      long bits = value & visibleBits(core);
      long before = core.sysRegs().rawGet(kept);
      core.sysRegs().rawSet(kept, sets ? before | bits : before & ~bits);
    }
  }

  /** PMCCNTR. */
  private static final class Counter implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      PmuCounting.bringUpToDate(core);
      return core.sysRegs().rawGet(register);
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      PmuCounting.bringUpToDate(core);
      core.sysRegs().rawSet(register, value);
    }
  }

  /**
   * PMXEVCNTR, or PMXEVTYPER: the register that PMSELR selects. Without such a counter it is
   * UNPREDICTABLE: read as zero, writes ignored.
   */
  private record Selected(boolean type) implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      PmuCounting.bringUpToDate(core);
      SysReg selected = selected(core);
      return selected == null ? 0 : core.sysRegs().rawGet(selected);
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      PmuCounting.bringUpToDate(core);
      SysReg selected = selected(core);
      if (selected != null) {
        core.sysRegs().rawSet(selected, value & selected.writeMask());
      }
    }

    private SysReg selected(Core core) {
      int n = core.sysRegs().word(PmuRegs.PMSELR) & FIELD;
      if (type && n == FIELD) {
        return PmuRegs.PMCCFILTR;
      }
      boolean there = n < Math.min(visible(core), PmuRegs.COUNTERS);
      return !there ? null : type ? PmuRegs.type(n) : PmuRegs.counter(n);
    }
  }
}
