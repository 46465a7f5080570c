package org.hypscope.arm.core.sysregs;

import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TimerRegs;

/**
 * The timers of one core (ARM ARM B8.1.5): each compares a count with its CompareValue. Counts
 * follow virtual time; times here are nanoseconds of it.
 */
public enum GenericTimer {
  /** The physical timer's Secure copy. */
  SECURE_PHYSICAL(TimerRegs.CNTP_CTL, TimerRegs.CNTP_CVAL, true),
  /** The physical timer of Non-secure PL1. */
  PHYSICAL(TimerRegs.CNTP_CTL, TimerRegs.CNTP_CVAL, false),
  /** The virtual timer, behind by CNTVOFF. */
  VIRTUAL(TimerRegs.CNTV_CTL, TimerRegs.CNTV_CVAL, false),
  /** The physical timer of HYP. */
  HYP(TimerRegs.CNTHP_CTL, TimerRegs.CNTHP_CVAL, false);

  /** Nanoseconds a tick, at 62.5 MHz. */
  public static final int TICK = 16;

  /** What {@link #nextChange} returns where nothing will change. */
  public static final long NEVER = Long.MAX_VALUE;

  /** In ticks: what is later, more than a century, never comes; so that no sum overflows. */
  private static final long LATEST = (1L << 62) / TICK;

  private static final int ENABLE = 1;
  private static final int IMASK = 1 << 1;

  private final SysReg ctl;
  private final SysReg cval;
  private final boolean secure;

  GenericTimer(SysReg ctl, SysReg cval, boolean secure) {
    this.ctl = ctl;
    this.cval = cval;
    this.secure = secure;
  }

  /** Whether its output is asserted at {@code time}. */
  public boolean asserted(Core core, long time) {
    return asserted(core.sysRegs(), time);
  }

  /** As {@link #asserted(Core, long)}, for the core whose registers are {@code values}. */
  public boolean asserted(SysRegFile values, long time) {
    return !isMasked(values) && isMet(values, time);
  }

  /** When its output will next change, after {@code time}; {@link #NEVER} where it will not. */
  public long nextChange(Core core, long time) {
    return nextChange(core.sysRegs(), time);
  }

  /** As {@link #nextChange(Core, long)}, for the core whose registers are {@code values}. */
  public long nextChange(SysRegFile values, long time) {
    if ((values.word(ctl, secure) & (ENABLE | IMASK)) != ENABLE) {
      return NEVER;
    }
    long count = count(values, time);
    long compared = compareValue(values);
    boolean met = Long.compareUnsigned(count, compared) >= 0;
    // A count that CNTVOFF has put below zero goes on to zero, and is then below CompareValue
    // again.
    long ahead = (met ? 0 : compared) - count;
    long passed = time / TICK;
    boolean never = ahead == 0 || met && compared == 0;
    return never || Long.compareUnsigned(ahead, Math.max(0, LATEST - passed)) > 0
        ? NEVER
        : (passed + ahead) * TICK;
  }

  boolean met(Core core, long time) {
    return isMet(core.sysRegs(), time);
  }

  /** What it compares. */
  long count(Core core, long time) {
    return count(core.sysRegs(), time);
  }

  /** Whether it is enabled: CTL.ENABLE. */
  public boolean isEnabled(SysRegFile values) {
    return (values.word(ctl, secure) & ENABLE) != 0;
  }

  /** Whether its output is masked: CTL.IMASK. */
  public boolean isMasked(SysRegFile values) {
    return (values.word(ctl, secure) & IMASK) != 0;
  }

  /** Whether it is enabled and has come to its CompareValue: CTL.ISTATUS. */
  public boolean isMet(SysRegFile values, long time) {
    return isEnabled(values)
        && Long.compareUnsigned(count(values, time), compareValue(values)) >= 0;
  }

  /** CVAL. */
  public long compareValue(SysRegFile values) {
    return values.rawGet(cval, secure);
  }

  /** The count that it compares at {@code time}. */
  public long count(SysRegFile values, long time) {
    return time / TICK - offset(values);
  }

  private long offset(SysRegFile values) {
    return this == VIRTUAL ? values.rawGet(TimerRegs.CNTVOFF) : 0;
  }

  SysReg ctl() {
    return ctl;
  }

  SysReg cval() {
    return cval;
  }
}
