package org.hypscope.arm.core.sysregs;

import java.util.List;
import java.util.Map;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.mmu.Regime;
import org.hypscope.arm.mmu.Translation;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * Cache maintenance by address: caches always agree with memory here, so that only the translation
 * of the address remains, whose faults are taken as Data Aborts with CM set (ARM ARM B2.2.6,
 * B3.12.3). Permissions are not checked. QEMU translates nothing here.
 */
final class CacheMaintenance {
  private CacheMaintenance() {}

  static void bind(Map<SysReg, Effect> effects) {
    for (String name : List.of("DCIMVAC", "DCCMVAC", "DCCMVAU", "DCCIMVAC", "ICIMVAU")) {
      effects.put(SysRegs.byName(name), (Effect.OnWrite) CacheMaintenance::byAddress);
    }
  }

  private static void byAddress(Core core, SysReg register, boolean secure, long value) {
    Regime regime =
        core.currentModeIsHyp() ? Regime.HYP : core.isSecure() ? Regime.PL1_S : Regime.PL1_NS;
    if (core.mem().lookup().isFlat(regime)) {
      return;
    }
    Translation t = core.mem().lookup().result();
    core.mem().lookup().translator().translate(regime, value, AccessKind.READ, true, t);
    if (t.fault() != null && t.fault() != Fault.PERMISSION) {
      throw core.exceptions().maintenanceAbort((int) value, t);
    }
  }
}
