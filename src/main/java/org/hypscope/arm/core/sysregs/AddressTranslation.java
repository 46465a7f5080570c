package org.hypscope.arm.core.sysregs;

import java.util.Map;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.mmu.Par;
import org.hypscope.arm.mmu.Regime;
import org.hypscope.arm.mmu.Translation;
import org.hypscope.arm.mmu.Translator;
import org.hypscope.arm.sysreg.MaintenanceOps;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.TranslationRegs;

/**
 * Address translation operations: what an access would do, into PAR (ARM ARM B3.13.7, B4.2.4). They
 * walk the tables and leave the TLB alone.
 */
final class AddressTranslation {
  private AddressTranslation() {}

  static void bind(Map<SysReg, Effect> effects) {
    current(effects, MaintenanceOps.ATS1CPR, AccessKind.READ, true);
    current(effects, MaintenanceOps.ATS1CPW, AccessKind.WRITE, true);
    current(effects, MaintenanceOps.ATS1CUR, AccessKind.READ, false);
    current(effects, MaintenanceOps.ATS1CUW, AccessKind.WRITE, false);
    both(effects, MaintenanceOps.ATS12NSOPR, AccessKind.READ, true);
    both(effects, MaintenanceOps.ATS12NSOPW, AccessKind.WRITE, true);
    both(effects, MaintenanceOps.ATS12NSOUR, AccessKind.READ, false);
    both(effects, MaintenanceOps.ATS12NSOUW, AccessKind.WRITE, false);
    hyp(effects, MaintenanceOps.ATS1HR, AccessKind.READ);
    hyp(effects, MaintenanceOps.ATS1HW, AccessKind.WRITE);
  }

  /** ATS1C*: stage 1 of PL1 and PL0 in the current security state. */
  private static void current(
      Map<SysReg, Effect> effects, SysReg row, AccessKind access, boolean privileged) {
    Effect.OnWrite effect =
        (core, register, secure, value) -> {
          Regime regime = core.isSecure() ? Regime.PL1_S : Regime.PL1_NS;
          Translation t = new Translation();
          translator(core).stage1(regime, (int) value, access, privileged, t);
          boolean nested = t.s1ptw() && !core.currentModeIsHyp();
          take(core, (int) value, t, nested);
          boolean format = translator(core).longFormat(regime) || core.currentModeIsHyp();
          keep(core, secure, t, format);
        };
    effects.put(row, effect);
  }

  /** ATS12NSO*: both stages of Non-secure PL1 and PL0. */
  private static void both(
      Map<SysReg, Effect> effects, SysReg row, AccessKind access, boolean privileged) {
    Effect.OnWrite effect =
        (core, register, secure, value) -> {
          Translator translator = translator(core);
          Translation t = new Translation();
          translator.translate(Regime.PL1_NS, (int) value, access, privileged, t);
          take(core, (int) value, t, false);
          boolean second = translator.stage2On(Regime.PL1_NS);
          keep(core, secure, t, second || translator.longFormat(Regime.PL1_NS));
        };
    effects.put(row, effect);
  }

  /** ATS1H*: stage 1 of HYP. */
  private static void hyp(Map<SysReg, Effect> effects, SysReg row, AccessKind access) {
    Effect.OnWrite effect =
        (core, register, secure, value) -> {
          Translation t = new Translation();
          translator(core).translate(Regime.HYP, (int) value, access, true, t);
          take(core, (int) value, t, false);
          keep(core, secure, t, true);
        };
    effects.put(row, effect);
  }

  /** Faults that are taken instead of being reported: external aborts, and stage 2's of a walk. */
  private static void take(Core core, int address, Translation t, boolean nested) {
    if (nested || t.fault() == Fault.EXTERNAL_ON_WALK) {
      throw core.exceptions().maintenanceAbort(address, t);
    }
  }

  private static void keep(Core core, boolean secure, Translation t, boolean longFormat) {
    long par = longFormat ? Par.longFormat(t) : Par.shortFormat(t);
    long before = core.sysRegs().rawGet(TranslationRegs.PAR, secure);
    core.sysRegs().rawSet(TranslationRegs.PAR, secure, par);
    if (core.listener() != null) {
      core.listener().sysRegWritten(core, core.pc(), TranslationRegs.PAR, before, par);
    }
  }

  private static Translator translator(Core core) {
    return core.mem().lookup().translator();
  }
}
