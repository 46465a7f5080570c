package org.hypscope.arm.core.sysregs;

import java.util.List;
import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.MaintenanceOps;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.TranslationRegs;

/** Address translation operations with every MMU off: the address itself (ARM ARM B3.13.7). */
final class TranslationEffects {
  private static final int TTBCR_EAE = 1 << 31;
  private static final long PAGE = 0xffff_f000L;
  private static final long NON_SECURE = 1 << 9;
  private static final long LONG_FORMAT = 1 << 11;
  private static final long OUTER_SHAREABLE = 2 << 7;

  private TranslationEffects() {}

  static void bind(Map<SysReg, Effect> effects) {
    List<SysReg> pl1 =
        List.of(
            MaintenanceOps.ATS1CPR,
            MaintenanceOps.ATS1CPW,
            MaintenanceOps.ATS1CUR,
            MaintenanceOps.ATS1CUW,
            MaintenanceOps.ATS12NSOPR,
            MaintenanceOps.ATS12NSOPW,
            MaintenanceOps.ATS12NSOUR,
            MaintenanceOps.ATS12NSOUW);
    Effect.OnWrite stage1 =
        (core, register, secure, value) ->
            translate(core, secure, value, eae(core, secure), pl1Secure(core, register));
    pl1.forEach(row -> effects.put(row, stage1));
    Effect.OnWrite hyp =
        (core, register, secure, value) -> translate(core, secure, value, true, false);
    effects.put(MaintenanceOps.ATS1HR, hyp);
    effects.put(MaintenanceOps.ATS1HW, hyp);
  }

  private static boolean eae(Core core, boolean secure) {
    return (core.sysRegs().word(TranslationRegs.TTBCR, secure) & TTBCR_EAE) != 0;
  }

  private static boolean pl1Secure(Core core, SysReg register) {
    return core.isSecure() && !register.name().startsWith("ATS12NSO");
  }

  private static void translate(
      Core core, boolean copy, long address, boolean longFormat, boolean secure) {
    long par = address & PAGE | (secure ? 0 : NON_SECURE);
    if (longFormat) {
      par |= LONG_FORMAT | OUTER_SHAREABLE;
    }
    core.sysRegs().rawSet(TranslationRegs.PAR, copy, par);
  }
}
