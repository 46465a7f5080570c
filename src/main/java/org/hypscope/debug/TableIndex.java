package org.hypscope.debug;

import org.hypscope.arm.mmu.Regime;
import org.hypscope.arm.mmu.WalkStep;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SysRegFile;
import org.hypscope.arm.sysreg.TranslationRegs;

/**
 * Which bits of an address index a table.
 *
 * @param register what holds the base of the first table of a walk; empty for the later ones
 * @param high the highest bit
 * @param low the lowest
 */
record TableIndex(String register, int high, int low) {
  private static final int BITS = 9;

  /** Those of one step of a walk for {@code input}; {@code first} where the walk begins with it. */
  static TableIndex of(
      SysRegFile registers, Regime regime, WalkStep step, long input, boolean first) {
    if (step.format().equals("short")) {
      return shortFormat(registers, regime == Regime.PL1_S, step.level(), (int) input);
    }
    int low = 39 - BITS * step.level();
    if (!first) {
      return new TableIndex("", low + BITS - 1, low);
    }
    if (step.stage() == 2) {
      int size = registers.word(HypRegs.VTCR) << 28 >> 28;
      return new TableIndex("VTTBR", 31 - size, low);
    }
    if (regime == Regime.HYP) {
      return new TableIndex("HTTBR", 31 - (registers.word(HypRegs.HTCR) & 7), low);
    }
    return pl1(registers.word(TranslationRegs.TTBCR, regime == Regime.PL1_S), (int) input, low);
  }

  private static TableIndex shortFormat(
      SysRegFile registers, boolean secure, int level, int address) {
    if (level == 2) {
      return new TableIndex("", 19, 12);
    }
    int n = registers.word(TranslationRegs.TTBCR, secure) & 7;
    boolean lower = n == 0 || address >>> 32 - n == 0;
    return lower ? new TableIndex("TTBR0", 31 - n, 20) : new TableIndex("TTBR1", 31, 20);
  }

  private static TableIndex pl1(int ttbcr, int address, int low) {
    int t0 = ttbcr & 7;
    int t1 = ttbcr >>> 16 & 7;
    boolean lower = t0 == 0 ? t1 == 0 || ~address >>> 32 - t1 != 0 : address >>> 32 - t0 == 0;
    return lower ? new TableIndex("TTBR0", 31 - t0, low) : new TableIndex("TTBR1", 31 - t1, low);
  }

  /** The index that {@code address} has. */
  int of(long address) {
    return (int) (address >>> low & (1L << high - low + 1) - 1);
  }
}
