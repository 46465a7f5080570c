package org.hypscope.arm.core;

import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SecurityRegs;

/**
 * CPSRWriteByInstr() and SPSRWriteByInstr() of the manual (B1.3.3), and the exception returns that
 * use them.
 *
 * <p>A mode that may not be entered is UNPREDICTABLE; here, as in QEMU, the mode stays and the
 * other bits are written.
 */
public final class PsrWriter {
  private static final int BYTE_3 = 0xf800_0000;
  private static final int BYTE_3_RETURN = 0xff00_0000;
  private static final int BYTE_2 = 0x000f_0000;

  /** Bits 23 to 21 are reserved; bit 20, reserved too, is kept as QEMU does. */
  private static final int SPSR_WRITABLE = 0xff1f_ffff;

  private static final int SCTLR_NMFI = 1 << 27;
  private static final int HCR_TGE = 1 << 27;

  private PsrWriter() {}

  /** CPSRWriteByInstr(value, bytemask, FALSE): MSR and CPS. */
  public static void writeCpsr(Core core, int insn, int value, int byteMask) {
    Mode from = core.mode();
    write(core, insn, value, writable(core, value, byteMask) & ~executionState(), false);
    core.passages().went(from, core.mode());
    if (core.mode() != from && core.listener() != null) {
      core.listener().modeWritten(core, core.pc(), from, core.mode());
    }
  }

  /**
   * An exception return: CPSRWriteByInstr(psr, '1111', TRUE), then BranchWritePC(target) in the new
   * instruction set.
   */
  public static void exceptionReturn(Core core, int insn, int target, int psr) {
    int pc = core.pc();
    Mode from = core.mode();
    int mask = writable(core, psr, 0xf) | BYTE_3_RETURN | executionState();
    write(core, insn, possibleState(core, insn, psr), mask, true);
    if ((core.cpsr() & Psr.J) != 0) {
      reportThumbEe(core, insn);
    }
    core.branchWritePc(target);
    core.passages().returned(from, core.mode());
    if (core.listener() != null) {
      core.setPc(core.nextPc);
      core.listener().exceptionReturn(core, pc, from, core.mode(), core.nextPc);
    }
  }

  /**
   * {@code psr} without the bits that make an instruction set state, or an ITSTATE, that there is
   * not (A2.5.1, A2.5.2): a return to it is UNPREDICTABLE.
   */
  private static int possibleState(Core core, int insn, int psr) {
    int possible = psr;
    boolean thumb = (psr & Psr.T) != 0;
    if ((psr & Psr.J) != 0 && !thumb) {
      core.unpredictable(insn, "exception return to Jazelle state, which is trivial here; to A32");
      possible &= ~Psr.J;
    }
    int it = ItState.of(psr);
    if (it != 0 && !(thumb && ItState.inBlock(it))) {
      core.unpredictable(insn, "exception return with an ITSTATE that does not exist; taken as 0");
      possible &= ~Psr.IT;
    }
    return possible;
  }

  /**
   * ThumbEE state is UNPREDICTABLE in HYP (B9.1); this core has no instructions of its own for it.
   */
  private static void reportThumbEe(Core core, int insn) {
    String where = core.currentModeIsHyp() ? " in HYP" : "";
    core.unpredictable(
        insn, "exception return to ThumbEE state" + where + "; it goes on with T32 instructions");
  }

  /** SPSRWriteByInstr(value, bytemask), in a mode that has an SPSR. */
  public static void writeSpsr(Core core, int insn, int value, int byteMask) {
    int mask = bytes(byteMask) & SPSR_WRITABLE;
    if ((byteMask & 1) != 0 && Mode.of(value) == null) {
      core.unpredictable(insn, "SPSR.M is given a value that names no mode");
    }
    core.setSpsr(core.spsr() & ~mask | value & mask);
  }

  private static void write(Core core, int insn, int value, int mask, boolean isReturn) {
    int kept = mask;
    if ((mask & Psr.M) != 0 && (value & Psr.M) != core.mode().encoding()) {
      String illegal = illegalMode(core, value & Psr.M, isReturn);
      if (illegal != null) {
        core.unpredictable(insn, illegal + "; the mode stays " + core.mode());
        kept = mask & ~Psr.M;
      }
    }
    core.setCpsr(core.cpsr() & ~kept | value & kept);
    core.checkInterrupts();
  }

  /** Why the current mode may not be left for {@code encoding}, or null where it may. */
  private static String illegalMode(Core core, int encoding, boolean isReturn) {
    Mode to = Mode.of(encoding);
    boolean secure = core.isSecure();
    boolean nonSecureWorld = (core.sysRegs().word(SecurityRegs.SCR) & 1) != 0;
    if (to == null) {
      return "CPSR.M is given a value that names no mode";
    }
    if (to == Mode.MON && !secure) {
      return "Monitor mode is entered from Non-secure state";
    }
    if (!isReturn && (to == Mode.HYP || core.currentModeIsHyp())) {
      return to == Mode.HYP
          ? "HYP is entered other than by an exception or a return"
          : "HYP is left other than by an exception return";
    }
    if (to == Mode.HYP && !(nonSecureWorld && core.mode() == Mode.MON)) {
      return "HYP is returned to from a less privileged mode or in Secure state";
    }
    boolean tge = (core.sysRegs().word(HypRegs.HCR) & HCR_TGE) != 0;
    if (!isReturn && tge && nonSecureWorld && core.mode() == Mode.MON && to != Mode.USR) {
      return "Monitor mode is left for a Non-secure PL1 mode with HCR.TGE set";
    }
    return null;
  }

  /** The bits that the mode may write with {@code value}, of the bytes of {@code byteMask}. */
  private static int writable(Core core, int value, int byteMask) {
    int mask = BYTE_3 | BYTE_2 | Psr.E;
    if (core.mode() != Mode.USR) {
      mask |= Psr.A | Psr.I | Psr.M | (fiqWritable(core, value) ? Psr.F : 0);
    }
    return mask & bytes(byteMask);
  }

  /** Where FIQs are not maskable, F can be cleared only. */
  private static boolean fiqWritable(Core core, int value) {
    return (value & Psr.F) == 0
        || (core.sysRegs().word(ControlRegs.SCTLR, core.isSecure()) & SCTLR_NMFI) == 0;
  }

  private static int executionState() {
    return Psr.T | Psr.J | Psr.IT;
  }

  private static int bytes(int byteMask) {
    int mask = 0;
    for (int n = 0; n < 4; n++) {
      mask |= (byteMask >>> n & 1) * 0xff << 8 * n;
    }
    return mask;
  }
}
