package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.DebugRegs;
import org.hypscope.arm.sysreg.SysReg;

/**
 * The debug registers' locks, claim tags and communications channel, which no debugger serves (ARM
 * ARM C11.11).
 */
final class DebugEffects {
  private static final int OS_LOCK_KEY = 0xc5ac_ce55;
  private static final long OSLK = 1 << 1;
  private static final long RX_FULL = 1 << 30;
  private static final long TX_FULL = 1 << 29;
  private static final long CLAIM_TAGS = 0xff;

  private DebugEffects() {}

  static void bind(Map<SysReg, Effect> effects) {
    effects.put(DebugRegs.DBGOSLAR, (Effect.OnWrite) DebugEffects::writeOsLock);
    effects.put(
        DebugRegs.DBGDSCRint,
        (Effect.OnRead) (core, r, secure) -> core.sysRegs().rawGet(DebugRegs.DBGDSCRext));
    effects.put(DebugRegs.DBGDTRint, new Channel());
    effects.put(DebugRegs.DBGCLAIMSET, new ClaimSet());
    effects.put(
        DebugRegs.DBGCLAIMCLR,
        (Effect.OnWrite) (core, r, secure, value) -> change(core, r, 0, value));
  }

  private static void writeOsLock(Core core, SysReg register, boolean secure, long value) {
    long locked = (int) value == OS_LOCK_KEY ? OSLK : 0;
    change(core, DebugRegs.DBGOSLSR, locked, OSLK);
  }

  private static void change(Core core, SysReg register, long on, long off) {
    core.sysRegs().rawSet(register, core.sysRegs().rawGet(register) & ~off | on);
  }

  /** Reading takes the word from the debugger, writing leaves one for it (C8.1). */
  private static final class Channel implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      change(core, DebugRegs.DBGDSCRext, 0, RX_FULL);
      return core.sysRegs().rawGet(DebugRegs.DBGDTRRXext);
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      core.sysRegs().rawSet(DebugRegs.DBGDTRTXext, value);
      change(core, DebugRegs.DBGDSCRext, TX_FULL, 0);
    }
  }

  /** Reads say which claim tags exist; the tags that are set read from DBGCLAIMCLR. */
  private static final class ClaimSet implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      return CLAIM_TAGS;
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      change(core, DebugRegs.DBGCLAIMCLR, value & CLAIM_TAGS, 0);
    }
  }
}
