package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.FpGrants;
import org.hypscope.arm.sysreg.ControlRegs;
import org.hypscope.arm.sysreg.FpRegs;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.Syndrome;

/** Whether floating-point and Advanced SIMD instructions may be executed (ARM ARM B1.11). */
public final class FpAccess {
  private static final int ASEDIS = 1 << 31;
  private static final int D32DIS = 1 << 30;
  private static final int NS_CP10 = 1 << 10;
  private static final int NS_D32DIS = 1 << 14;
  private static final int NS_ASEDIS = 1 << 15;
  private static final int TCP10 = 1 << 10;
  private static final int TASE = 1 << 15;
  private static final int FPEXC_EN = 1 << 30;
  private static final int TA = 1 << 5;
  private static final int COPROCESSOR_10 = 10;

  private FpAccess() {}

  /**
   * CheckAdvSIMDOrVFPEnabled(TRUE, advSimd): returns where the instruction may go on; otherwise
   * throws the core's Undefined Instruction exception or trap to HYP. The first thing that every
   * floating-point and Advanced SIMD operation does.
   */
  public static void check(Core core, boolean advSimd) {
    int grant = advSimd ? FpGrants.SIMD : FpGrants.VFP;
    if (!core.fpGrants().has(grant)) {
      checkEnabled(core, advSimd);
      core.fpGrants().keep(grant);
    }
  }

  private static void checkEnabled(Core core, boolean advSimd) {
    checkCpacr(core, advSimd);
    if ((core.sysRegs().word(FpRegs.FPEXC) & FPEXC_EN) == 0) {
      throw core.undefined();
    }
    checkHcptr(core, advSimd);
  }

  /** CheckAdvSIMDOrVFPEnabled(FALSE, FALSE): FPEXC and the identification registers are reached. */
  public static void checkDisabled(Core core) {
    checkCpacr(core, false);
    checkHcptr(core, false);
  }

  /** Throws UNDEFINED where {@code register} (of doublewords) is one of D16 to D31 and disabled. */
  public static void checkD32(Core core, int register) {
    if (register > 15) {
      checkHighRegisters(core);
    }
  }

  /** Throws UNDEFINED where D16 to D31 are disabled. */
  static void checkHighRegisters(Core core) {
    if (!core.fpGrants().has(FpGrants.HIGH)) {
      if (d32Disabled(core)) {
        throw core.undefined();
      }
      core.fpGrants().keep(FpGrants.HIGH);
    }
  }

  /** Whether D16 to D31 are denied by CPACR.D32DIS or NSACR.NSD32DIS. */
  private static boolean d32Disabled(Core core) {
    boolean denied = !core.isSecure() && (core.sysRegs().word(SecurityRegs.NSACR) & NS_D32DIS) != 0;
    return denied
        || !core.currentModeIsHyp() && (core.sysRegs().word(ControlRegs.CPACR) & D32DIS) != 0;
  }

  private static void checkCpacr(Core core, boolean advSimd) {
    if (core.currentModeIsHyp()) {
      return;
    }
    int cpacr = core.sysRegs().word(ControlRegs.CPACR);
    int access = cpacr >>> 20 & 3;
    boolean disabled = (cpacr & ASEDIS) != 0;
    if (!core.isSecure()) {
      int nsacr = core.sysRegs().word(SecurityRegs.NSACR);
      access = (nsacr & NS_CP10) == 0 ? 0 : access;
      disabled |= (nsacr & NS_ASEDIS) != 0;
    }
    boolean denied = core.mode() == Mode.USR ? access != 3 : access == 0;
    if (denied || advSimd && disabled) {
      throw core.undefined();
    }
  }

  private static void checkHcptr(Core core, boolean advSimd) {
    if (core.isSecure()) {
      return;
    }
    int hcptr = core.sysRegs().word(HypRegs.HCPTR);
    int nsacr = core.sysRegs().word(SecurityRegs.NSACR);
    boolean all = (hcptr & TCP10) != 0 || (nsacr & NS_CP10) == 0;
    boolean simd = advSimd && ((hcptr & TASE) != 0 || (nsacr & NS_ASEDIS) != 0);
    if (all || simd) {
      int what = advSimd ? TA : COPROCESSOR_10;
      throw core.exceptions().hypTrap(Syndrome.of(Syndrome.HCPTR, true, Syndrome.COND_AL | what));
    }
  }
}
