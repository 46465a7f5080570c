package org.hypscope.arm.core;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.sysreg.SysRegCopy;
import org.hypscope.arm.sysreg.SysRegFile;

/** States that the manual excludes, and entries to exceptions that it does not know. */
final class ExcludedStates {
  private static final long SCR_NS = 1;

  private ExcludedStates() {}

  /** What is wrong with the state of {@code core}; empty where nothing is. */
  static List<String> of(Core core, long scr) {
    List<String> wrong = new ArrayList<>();
    int cpsr = core.cpsr();
    if (Mode.of(cpsr) != core.mode()) {
      wrong.add("CPSR.M is not the mode");
    }
    if (core.mode() == Mode.HYP && (scr & SCR_NS) == 0) {
      wrong.add("HYP in Secure state");
    }
    boolean thumb = (cpsr & Psr.T) != 0;
    if ((cpsr & Psr.J) != 0 && !thumb) {
      wrong.add("Jazelle state");
    }
    int it = ItState.of(cpsr);
    if (it != 0 && !thumb) {
      wrong.add("ITSTATE in A32 state");
    }
    if (it != 0 && !ItState.inBlock(it)) {
      wrong.add("an ITSTATE that does not exist");
    }
    if (thumb && (core.pc() & 1) != 0) {
      wrong.add("an odd PC");
    }
    return wrong;
  }

  /**
   * What is wrong with an exception that was just taken by a core that had {@code before} as its
   * registers: vector, SPSR, masks, instruction set, endianness.
   */
  static List<String> afterEntry(Rig rig, int[] before) {
    List<String> wrong = new ArrayList<>();
    Core core = rig.core();
    int cpsr = core.cpsr();
    int old = before[Bank.CPSR.ordinal()];
    int differs = (core.spsr() ^ old) & ~Psr.IT;
    if (differs != 0) {
      wrong.add("SPSR is not the CPSR before");
    }
    if ((core.pc() & 0xfff) > 0x1c || (core.pc() & 3) != 0 || !base(core, core.pc() & ~0xfff)) {
      wrong.add("no vector: " + Integer.toHexString(core.pc()));
    }
    String control = core.mode() == Mode.HYP ? "HSCTLR" : core.isSecure() ? "SCTLR(S)" : "SCTLR";
    long value = rig.get(control);
    if ((value >>> 30 & 1) != 0 != core.thumb() || (value >>> 25 & 1) != 0 != core.bigEndian()) {
      wrong.add("instruction set or endianness is not that of " + control);
    }
    if (core.mode() != Mode.HYP && (cpsr & Psr.I) == 0) {
      wrong.add("IRQs are not masked");
    }
    if ((old & ~cpsr & (Psr.A | Psr.I | Psr.F)) != 0) {
      wrong.add("a mask is lifted");
    }
    return wrong;
  }

  private static boolean base(Core core, int page) {
    return switch (core.mode()) {
      case HYP -> page == 0x3000;
      case MON -> page == 0x4000;
      default -> page == (core.isSecure() ? 0x2000 : 0x1000);
    };
  }

  /** Registers of the other world that have changed since {@code before}. */
  static List<String> leaks(Core core, SysRegFile before, boolean secure) {
    return core.sysRegs().changedSince(before).stream()
        .filter(copy -> copy.register().isBanked() && copy.secure() != secure)
        .map(SysRegCopy::name)
        .toList();
  }
}
