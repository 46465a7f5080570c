package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.IdRegs;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;

/** Identification registers that read differently by level or selection. */
final class IdentityEffects {
  private static final long L1_DATA = 0x701f_e00aL;
  private static final long L1_INSTRUCTION = 0x201f_e00aL;
  private static final long L2 = 0x711f_e07aL;

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

  private static long cacheSize(Core core, SysReg register, boolean secure) {
    return switch (core.sysRegs().word(IdRegs.CSSELR, secure)) {
      case 0 -> L1_DATA;
      case 1 -> L1_INSTRUCTION;
      case 2 -> L2;
      default -> 0;
    };
  }
}
