package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.TimerRegs;

/**
 * The counters, which follow virtual time, one instruction a nanosecond, and the timers' views of
 * them (ARM ARM B8.1). Timers do not interrupt.
 */
final class TimerEffects {
  /** Nanoseconds a tick at 62.5 MHz. */
  private static final int NANOSECONDS = 16;

  private static final int ENABLE = 1;
  private static final int ISTATUS = 1 << 2;

  private TimerEffects() {}

  static void bind(Map<SysReg, Effect> effects) {
    effects.put(TimerRegs.CNTPCT, (Effect.OnRead) (core, r, secure) -> physicalCount(core));
    effects.put(TimerRegs.CNTVCT, (Effect.OnRead) (core, r, secure) -> virtualCount(core));
    timer(effects, TimerRegs.CNTP_CTL, TimerRegs.CNTP_CVAL, TimerRegs.CNTP_TVAL, false);
    timer(effects, TimerRegs.CNTV_CTL, TimerRegs.CNTV_CVAL, TimerRegs.CNTV_TVAL, true);
    timer(effects, TimerRegs.CNTHP_CTL, TimerRegs.CNTHP_CVAL, TimerRegs.CNTHP_TVAL, false);
  }

  private static void timer(
      Map<SysReg, Effect> effects, SysReg ctl, SysReg cval, SysReg tval, boolean virtual) {
    effects.put(ctl, (Effect.OnRead) (core, r, secure) -> status(core, r, cval, secure, virtual));
    effects.put(tval, new TimerValue(cval, virtual));
  }

  private static long status(Core core, SysReg ctl, SysReg cval, boolean secure, boolean virtual) {
    long control = core.sysRegs().rawGet(ctl, secure);
    long left = core.sysRegs().rawGet(cval, secure) - count(core, virtual);
    boolean met = (control & ENABLE) != 0 && left <= 0;
    return control | (met ? ISTATUS : 0);
  }

  private static long count(Core core, boolean virtual) {
    return virtual ? virtualCount(core) : physicalCount(core);
  }

  private static long physicalCount(Core core) {
    return core.retired() / NANOSECONDS;
  }

  private static long virtualCount(Core core) {
    return physicalCount(core) - core.sysRegs().rawGet(TimerRegs.CNTVOFF);
  }

  /** TimerValue: a signed 32-bit view of how far CompareValue is ahead of the count. */
  private record TimerValue(SysReg cval, boolean virtual) implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      long left = core.sysRegs().rawGet(cval, secure) - count(core, virtual);
      return left & 0xffff_ffffL;
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      core.sysRegs().rawSet(cval, secure, count(core, virtual) + (int) value);
    }
  }
}
