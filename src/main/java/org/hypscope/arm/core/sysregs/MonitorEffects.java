package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.PmuRegs;
import org.hypscope.arm.sysreg.SysReg;

/** Performance monitors: the set and clear registers are two views of one set of bits. */
final class MonitorEffects {
  private MonitorEffects() {}

  static void bind(Map<SysReg, Effect> effects) {
    pair(effects, PmuRegs.PMCNTENSET, PmuRegs.PMCNTENCLR);
    pair(effects, PmuRegs.PMINTENSET, PmuRegs.PMINTENCLR);
  }

  private static void pair(Map<SysReg, Effect> effects, SysReg set, SysReg clear) {
    Effect.OnWrite setting =
        (core, r, secure, value) -> change(core, set, value & set.writeMask(), 0);
    effects.put(set, setting);
    effects.put(clear, new Clearing(set));
  }

  private static void change(Core core, SysReg set, long on, long off) {
    core.sysRegs().rawSet(set, core.sysRegs().rawGet(set) & ~off | on);
  }

  private record Clearing(SysReg set) implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      return core.sysRegs().rawGet(set);
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      change(core, set, 0, value);
    }
  }
}
