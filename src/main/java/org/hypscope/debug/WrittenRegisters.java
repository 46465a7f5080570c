package org.hypscope.debug;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.StopCheck;

/** Which registers are written when, of those whose writes no core tells of. */
final class WrittenRegisters {
  private static final int LR = 14;

  /** The fields of CPSR that instructions change which change nothing but registers and flags. */
  private static final int FLAGS = Psr.N | Psr.Z | Psr.C | Psr.V | Psr.Q | Psr.GE | Psr.T | Psr.IT;

  private WrittenRegisters() {}

  /** Whether no core tells of writes to {@code place}. */
  static boolean isLookedAt(Place place) {
    return place instanceof Place.Register
        || place instanceof Place.Doubleword
        || place instanceof Place.SystemRegister at && at.isFpscr();
  }

  /**
   * Whether {@code place}, which is of {@code core}, may be among what some instructions write, as
   * {@link StopCheck#mayStopWithin} is told it.
   */
  static boolean mayBeWritten(Core core, Place place, int written) {
    if (!(place instanceof Place.Register at)) {
      return (written & StopCheck.FLOATING) != 0;
    }
    if (at.isPc()) {
      return true;
    }
    if (at.isCpsr()) {
      return (at.mask() & FLAGS) != 0;
    }
    int[] map = Bank.map(core.mode());
    for (int n = 0; n <= LR; n++) {
      if (map[n] == at.bank().ordinal()) {
        return (written >>> n & 1) != 0;
      }
    }
    return false;
  }

  /** Whether the entry of an exception in {@code to} writes {@code place}. */
  static boolean entryWrites(Place place, Mode to) {
    if (!(place instanceof Place.Register at)) {
      return false;
    }
    Bank link = to == Mode.HYP ? Bank.ELR_hyp : Bank.at(Bank.map(to)[LR]);
    return at.bank() == link || at.bank().ordinal() == Bank.spsr(to) || at.isPc() || at.isCpsr();
  }
}
