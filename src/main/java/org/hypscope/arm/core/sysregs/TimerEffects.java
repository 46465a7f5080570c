package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.TimerRegs;

/**
 * The counters and the timers' registers (ARM ARM B8.1). After a write the board looks at the
 * timers before the next instruction.
 */
final class TimerEffects {
  private static final int ISTATUS = 1 << 2;

  private TimerEffects() {}

  static void bind(Map<SysReg, Effect> effects) {
    effects.put(TimerRegs.CNTPCT, (Effect.OnRead) (core, r, secure) -> count(core, false));
    effects.put(TimerRegs.CNTVCT, (Effect.OnRead) (core, r, secure) -> count(core, true));
    effects.put(TimerRegs.CNTVOFF, new Written());
    effects.put(TimerRegs.CNTKCTL, new Written());
    effects.put(TimerRegs.CNTHCTL, new Written());
    timer(effects, TimerRegs.CNTP_TVAL, GenericTimer.PHYSICAL, GenericTimer.SECURE_PHYSICAL);
    timer(effects, TimerRegs.CNTV_TVAL, GenericTimer.VIRTUAL, GenericTimer.VIRTUAL);
    timer(effects, TimerRegs.CNTHP_TVAL, GenericTimer.HYP, GenericTimer.HYP);
  }

  private static void timer(
      Map<SysReg, Effect> effects, SysReg tval, GenericTimer plain, GenericTimer secure) {
    effects.put(plain.ctl(), new Control(plain, secure));
    effects.put(plain.cval(), new Written());
    effects.put(tval, new TimerValue(plain, secure));
  }

  private static long count(Core core, boolean virtual) {
    GenericTimer timer = virtual ? GenericTimer.VIRTUAL : GenericTimer.PHYSICAL;
    return timer.count(core, core.virtualTime());
  }

  private static class Written implements Effect {
    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      Effect.super.write(core, register, secure, value);
      core.callBoard();
    }
  }

  private static final class Control extends Written {
    private final GenericTimer plain;
    private final GenericTimer secured;

    Control(GenericTimer plain, GenericTimer secured) {
      this.plain = plain;
      this.secured = secured;
    }

    @Override
    public long read(Core core, SysReg register, boolean secure) {
      boolean met = (secure ? secured : plain).met(core, core.virtualTime());
      return core.sysRegs().rawGet(register, secure) | (met ? ISTATUS : 0);
    }
  }

  /** TimerValue: a signed 32-bit view of how far CompareValue is ahead of the count. */
  private record TimerValue(GenericTimer plain, GenericTimer secured) implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      GenericTimer timer = secure ? secured : plain;
      long ahead = core.sysRegs().rawGet(timer.cval(), secure);
      return ahead - timer.count(core, core.virtualTime()) & 0xffff_ffffL;
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      GenericTimer timer = secure ? secured : plain;
      long count = timer.count(core, core.virtualTime());
      core.sysRegs().rawSet(timer.cval(), secure, count + (int) value);
      core.callBoard();
    }
  }
}
