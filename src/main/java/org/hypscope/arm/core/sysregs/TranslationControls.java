package org.hypscope.arm.core.sysregs;

import java.util.List;
import java.util.Map;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.TranslationRegs;

/**
 * Registers that control translation: a write takes effect at the next instruction, without the ISB
 * that the manual asks for.
 */
final class TranslationControls {
  private static final List<SysReg> ALL =
      List.of(
          ControlRegs.SCTLR,
          TranslationRegs.TTBCR,
          TranslationRegs.TTBR0,
          TranslationRegs.TTBR1,
          TranslationRegs.DACR,
          TranslationRegs.MAIR0,
          TranslationRegs.MAIR1,
          TranslationRegs.CONTEXTIDR,
          HypRegs.HCR,
          HypRegs.HSCTLR,
          HypRegs.HTCR,
          HypRegs.HTTBR,
          HypRegs.HMAIR0,
          HypRegs.HMAIR1,
          HypRegs.VTCR,
          HypRegs.VTTBR);

  private TranslationControls() {}

  /** Goes on top of the effects bound before. */
  static void bind(Map<SysReg, Effect> effects) {
    for (SysReg register : ALL) {
      effects.put(register, new Control(effects.getOrDefault(register, new Effect() {})));
    }
  }

  /** What the write does, and then its effect on translation. */
  private record Control(Effect inner) implements Effect {
    @Override
    public long read(Core core, SysReg register, boolean secure) {
      return inner.read(core, register, secure);
    }

    @Override
    public void write(Core core, SysReg register, boolean secure, long value) {
      inner.write(core, register, secure, value);
      core.translationControlsWritten();
    }
  }
}
