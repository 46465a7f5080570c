package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.IdRegs;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;

/** Identification registers that read differently by level or selection. */
final class IdentityEffects {
  private IdentityEffects() {}

  static void bind(Map<SysReg, Effect> effects) {
    effects.put(IdRegs.MIDR, virtual(HypRegs.VPIDR));
    effects.put(IdRegs.MPIDR, virtual(HypRegs.VMPIDR));
    effects.put(IdRegs.CCSIDR, (Effect.OnRead) IdentityEffects::cacheSize);
  }

  /** Non-secure PL1 reads what HYP has put into the virtual register (B4.1.105, B4.1.106). */
  private static Effect.OnRead virtual(SysReg forPl1) {
    return (core, register, secure) ->
        core.sysRegs().rawGet(core.level() == Level.PL1_NS ? forPl1 : register);
  }

  /** The cache that CSSELR selects; of one that is not there it is UNKNOWN: zero. */
  private static long cacheSize(Core core, SysReg register, boolean secure) {
    return switch (core.sysRegs().word(IdRegs.CSSELR, secure)) {
      case 0 -> core.sysRegs().rawGet(IdRegs.CCSIDR_L1D);
      case 1 -> core.sysRegs().rawGet(IdRegs.CCSIDR_L1I);
      case 2 -> core.sysRegs().rawGet(IdRegs.CCSIDR_L2);
      default -> 0;
    };
  }
}
