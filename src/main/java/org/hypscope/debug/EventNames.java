package org.hypscope.debug;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.debug.symbols.Symbols;

/**
 * Names the places that the events of one core come from. A kernel takes millions of exceptions at
 * a few places: a name is kept for as long as the registers that lead translation are the same.
 */
final class EventNames {
  private static final SysReg SCTLR = SysRegs.byName("SCTLR");
  private static final SysReg TTBR0 = SysRegs.byName("TTBR0");
  private static final SysReg TTBR1 = SysRegs.byName("TTBR1");
  private static final SysReg HCR = SysRegs.byName("HCR");
  private static final SysReg VTTBR = SysRegs.byName("VTTBR");
  private static final SysReg HSCTLR = SysRegs.byName("HSCTLR");
  private static final SysReg HTTBR = SysRegs.byName("HTTBR");
  private static final int PLACES = 1 << 12;
  private static final long MIX = 0x9e3779b97f4a7c15L;

  /** Tables that are changed in place are noticed after so many events. */
  private static final int TRUSTED = 1 << 20;

  private final Core core;
  private final Symbols symbols;
  private final Place[] places = new Place[PLACES];
  private Mode mode;
  private int events;

  private record Place(int pc, Mode mode, long regime, String name) {}

  EventNames(Core core, Symbols all) {
    this.core = core;
    this.symbols = all.seenThrough(new LiveAddressing(() -> core, this::space));
  }

  private AddressSpace space() {
    return Frame.space(core, mode);
  }

  /** The name of {@code pc} for code in {@code from}, a mode that the core may have left. */
  String of(int pc, Mode from) {
    if (++events % TRUSTED == 0) {
      java.util.Arrays.fill(places, null);
    }
    mode = from;
    long regime = regime();
    int index = (pc ^ pc >>> 12) >>> 1 & PLACES - 1;
    Place known = places[index];
    if (known == null || known.pc != pc || known.mode != from || known.regime != regime) {
      known = new Place(pc, from, regime, symbols.describe(pc));
      places[index] = known;
    }
    return known.name;
  }

  private long regime() {
    SysRegFile registers = core.sysRegs();
    if (mode == Mode.HYP) {
      return registers.rawGet(HTTBR) * MIX + registers.rawGet(HSCTLR);
    }
    boolean secure = space() == AddressSpace.PL1_SECURE;
    long stage1 = registers.rawGet(TTBR0, secure) * MIX + registers.rawGet(TTBR1, secure);
    long stage2 = registers.rawGet(VTTBR) * MIX + registers.rawGet(HCR);
    return (stage1 * MIX + registers.rawGet(SCTLR, secure)) * MIX + stage2;
  }
}
