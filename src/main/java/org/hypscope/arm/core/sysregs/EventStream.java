package org.hypscope.arm.core.sysregs;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.TimerRegs;

/**
 * The events that a count makes each time one of its bits changes, for cores that wait in WFE:
 * CNTKCTL of the virtual count, CNTHCTL of the physical one (ARM ARM B8.1.4).
 */
public final class EventStream {
  private static final int EVNTEN = 1 << 2;
  private static final int EVNTDIR = 1 << 3;

  private EventStream() {}

  /** When {@code core} next has one after {@code time}; {@link GenericTimer#NEVER} where off. */
  public static long next(Core core, long time) {
    return Math.min(
        next(core, time, TimerRegs.CNTKCTL, GenericTimer.VIRTUAL),
        next(core, time, TimerRegs.CNTHCTL, GenericTimer.HYP));
  }

  private static long next(Core core, long time, SysReg control, GenericTimer counter) {
    int value = core.sysRegs().word(control);
    if ((value & EVNTEN) == 0) {
      return GenericTimer.NEVER;
    }
    long half = 1L << (value >>> 4 & 15);
    long count = counter.count(core, time);
    long phase = count - ((value & EVNTDIR) != 0 ? 0 : half) & 2 * half - 1;
    return (time / GenericTimer.TICK + 2 * half - phase) * GenericTimer.TICK;
  }
}
