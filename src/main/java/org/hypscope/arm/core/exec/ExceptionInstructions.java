package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.bus.AccessKind;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.CoreListener;
import org.hypscope.arm.core.PsrWriter;
import org.hypscope.arm.mmu.Fault;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.Syndrome;

/** Instructions that enter and leave exceptions (ARM ARM A8.8, B9.3). */
public final class ExceptionInstructions {
  private static final int SCR_SCD = 1 << 7;
  private static final int SCR_HCE = 1 << 8;
  private static final int HCR_TSC = 1 << 19;

  private ExceptionInstructions() {}

  /** SVC (A8.8.228). */
  public static void svc(Core core, int insn) {
    core.exceptions().takeSvc(insn & 0xffff);
  }

  /** HVC (B9.3.4): UNDEFINED in User mode, in Secure state and with SCR.HCE clear. */
  public static void hvc(Core core, int insn) {
    boolean enabled = (core.sysRegs().word(SecurityRegs.SCR) & SCR_HCE) != 0;
    if (core.mode() == Mode.USR || core.isSecure()) {
      throw core.undefined();
    }
    if (!enabled) {
      if (core.currentModeIsHyp()) {
        core.unpredictable(insn, "HVC in HYP with SCR.HCE clear; taken as UNDEFINED");
      }
      throw core.undefined();
    }
    core.exceptions().takeHvc(Bits.bits(insn, 19, 8) << 4 | insn & 0xf);
  }

  /** SMC (B9.3.14): HCR.TSC, then SCR.SCD, then firmware or Monitor mode. */
  public static void smc(Core core, int insn) {
    if (core.mode() == Mode.USR) {
      throw core.undefined();
    }
    boolean nonSecurePl1 = !core.isSecure() && !core.currentModeIsHyp();
    if (nonSecurePl1 && (core.sysRegs().word(HypRegs.HCR) & HCR_TSC) != 0) {
      throw core.exceptions().hypTrap(Syndrome.of(Syndrome.SMC, true, 0));
    }
    if (!core.isSecure() && (core.sysRegs().word(SecurityRegs.SCR) & SCR_SCD) != 0) {
      throw core.undefined();
    }
    if (core.firmware() == null) {
      core.exceptions().takeSmc();
    } else {
      callFirmware(core, insn & 0xf);
    }
  }

  private static void callFirmware(Core core, int immediate) {
    CoreListener listener = core.listener();
    if (listener != null) {
      listener.beforeFirmware(core, immediate);
    }
    if (!core.firmware().call(core, immediate)) {
      core.exceptions().takeSmc();
    } else if (listener != null && !core.isMachineEnding()) {
      listener.afterFirmware(core, immediate);
    }
  }

  /** ERET (B9.3.3): from HYP to ELR_hyp, from other modes to R14. */
  public static void eret(Core core, int insn) {
    requireSpsr(core, insn);
    int target = core.currentModeIsHyp() ? core.bank(Bank.ELR_hyp) : core.r(14);
    PsrWriter.exceptionReturn(core, insn, target, core.spsr());
  }

  /** BKPT (A8.8.24): a debug event, taken as a Prefetch Abort. */
  public static void bkpt(Core core, int insn) {
    throw core.abort(core.pc(), AccessKind.FETCH, Fault.DEBUG);
  }

  /** UDF (A8.8.247): permanently UNDEFINED. */
  public static void udf(Core core, int insn) {
    throw core.undefined();
  }

  /** SUBS PC, LR and the other data-processing exception returns (B9.3.20), A32. */
  public static void subsPcLr(Core core, int insn) {
    if (core.currentModeIsHyp()) {
      throw core.undefined();
    }
    requireSpsr(core, insn);
    int target = ReturnArithmetic.result(core, insn);
    PsrWriter.exceptionReturn(core, insn, target, core.spsr());
  }

  /** RFE (B9.3.13). */
  public static void rfe(Core core, int insn) {
    if (core.currentModeIsHyp() || core.mode() == Mode.USR) {
      throw core.undefined();
    }
    int n = Bits.bits(insn, 19, 16);
    int address = lowest(insn, core.r(n), Bits.isSet(insn, 23));
    int target = core.mem().memA(address, 4);
    int psr = core.mem().memA(address + 4, 4);
    if (Bits.isSet(insn, 21)) {
      core.setR(n, core.r(n) + (Bits.isSet(insn, 23) ? 8 : -8));
    }
    PsrWriter.exceptionReturn(core, insn, target, psr);
  }

  /** SRS (B9.3.16). */
  public static void srs(Core core, int insn) {
    Mode to = Mode.of(insn);
    if (core.currentModeIsHyp() || !core.mode().hasSpsr() || !storable(core, to)) {
      throw core.undefined();
    }
    int base = core.rmode(13, to);
    int address = lowest(insn, base, Bits.isSet(insn, 23));
    core.mem().setMemA(address, 4, core.r(14));
    core.mem().setMemA(address + 4, 4, core.spsr());
    if (Bits.isSet(insn, 21)) {
      core.setRmode(13, to, base + (Bits.isSet(insn, 23) ? 8 : -8));
    }
  }

  /**
   * Whether SRS may use the stack of {@code to}: other cases are UNPREDICTABLE, and UNDEFINED here
   * as in QEMU.
   */
  private static boolean storable(Core core, Mode to) {
    if (to == null || to == Mode.MON && !core.isSecure()) {
      return false;
    }
    return to != Mode.HYP || core.isSecure();
  }

  /** The lower of the two words that RFE and SRS use: P is bit 24, U as given. */
  private static int lowest(int insn, int base, boolean increment) {
    boolean wordHigher = Bits.isSet(insn, 24) == increment;
    return base - (increment ? 0 : 8) + (wordHigher ? 4 : 0);
  }

  /** Exception returns without an SPSR: UNDEFINED in User mode as in QEMU, reported in System. */
  static void requireSpsr(Core core, int insn) {
    if (core.mode() == Mode.USR) {
      core.unpredictable(insn, "exception return in User mode; taken as UNDEFINED");
      throw core.undefined();
    }
    if (core.mode() == Mode.SYS) {
      core.unpredictable(insn, "exception return in System mode, which has no SPSR");
    }
  }
}
