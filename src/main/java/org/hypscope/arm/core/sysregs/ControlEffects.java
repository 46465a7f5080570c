package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.TranslationRegs;

/** System control and interrupt status. */
final class ControlEffects {
  private static final long CP10_11 = 0xf << 20;
  private static final int TCP10_11 = 3 << 10;
  private static final int NSACR_CP10 = 1 << 10;
  private static final int TTBCR_EAE = 1 << 31;
  private static final int TTBCR_LONG_RESERVED = 7 << 19 | 3 << 14 | 0xf << 3;
  private static final int TTBCR_SHORT = 0x37;

  private ControlEffects() {}

  static void bind(Map<SysReg, Effect> effects) {
    effects.put(ControlRegs.CPACR, new Cpacr());
    effects.put(HypRegs.HCPTR, (Effect.OnRead) ControlEffects::readHcptr);
    effects.put(TranslationRegs.TTBCR, (Effect.OnWrite) ControlEffects::writeTtbcr);
    effects.put(SecurityRegs.ISR, (Effect.OnRead) ControlEffects::pendingInterrupts);
    effects.put(SecurityRegs.SCR, (Effect.OnWrite) ControlEffects::writeScr);
  }

  /**
   * Where NSACR denies coprocessors 10 and 11, HCPTR.TCP10 and TCP11 read as one in Non-secure
   * state (B3.17.11).
   */
  private static long readHcptr(Core core, SysReg register, boolean secure) {
    long stored = core.sysRegs().rawGet(register);
    return core.isSecure() || granted(core) ? stored : stored | TCP10_11;
  }

  private static boolean granted(Core core) {
    return (core.sysRegs().word(SecurityRegs.NSACR) & NSACR_CP10) != 0;
  }

  /** Non-secure code neither sees nor grants itself what NSACR denies (B3.17.11). */
  private static final class Cpacr implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      return core.sysRegs().rawGet(register) & ~hidden(core);
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      long mask = register.writeMask() & ~hidden(core);
      core.sysRegs().rawSet(register, core.sysRegs().rawGet(register) & ~mask | value & mask);
    }

    private static long hidden(Core core) {
      return core.isSecure() || granted(core) ? 0 : CP10_11;
    }
  }

  private static void writeTtbcr(Core core, SysReg register, boolean secure, long value) {
    int word = (int) value;
    int kept = (word & TTBCR_EAE) != 0 ? word & ~TTBCR_LONG_RESERVED : word & TTBCR_SHORT;
    core.sysRegs().rawSet(register, secure, kept);
  }

  private static long pendingInterrupts(Core core, SysReg register, boolean secure) {
    return core.interrupts().status(core.level() == Level.PL1_NS);
  }

  /** SCR.NS may uncover a virtual interrupt at once where a Secure PL1 mode sets it (B1.8.11). */
  private static void writeScr(Core core, SysReg register, boolean secure, long value) {
    core.sysRegs().rawSet(register, value & register.writeMask());
    core.translationControlsWritten();
    core.checkInterrupts();
  }
}
