package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.ArmException;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.DebugRegs;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.PmuRegs;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.arm.sysreg.ThumbEeRegs;
import org.hypscope.arm.sysreg.TimerRegs;
import org.hypscope.arm.sysreg.Trap;

/**
 * Whether an access to a system register is allowed: UNDEFINED by level first, then the traps to
 * HYP (ARM ARM B1.14), then what PL1 has to grant to User mode.
 */
final class SysRegAccess {
  private static final int HCR_TIDCP = 1 << 20;
  private static final int HDCR_TDE = 1 << 8;
  private static final int UDCCDIS = 1 << 12;
  private static final int PL1PCTEN = 1;
  private static final int PL1PCEN = 1 << 1;

  private SysRegAccess() {}

  /**
   * Checks a read or write of {@code register}, which may be null where no row has the encoding.
   *
   * @param crn the register number that HSTR goes by: CRn, or CRm of a 64-bit access
   * @param hsr the syndrome if it is trapped
   */
  static void check(Core core, SysReg register, Encoding at, boolean read, int crn, int hsr) {
    Level level = core.level();
    if (register == null) {
      checkAbsent(core, at, level, hsr);
      throw core.undefined();
    }
    if (!(read ? register.readableAt(level) : register.writableAt(level))) {
      throw core.undefined();
    }
    if (level == Level.PL0 && !grantedToUser(core, register)) {
      throw core.undefined();
    }
    if (level == Level.PL1_S && register.isHyp()) {
      core.unpredictable(0, register + " is accessed from a Secure mode other than Monitor");
    }
    if (trappable(core, level) && trapped(core, register, at.cp(), read, crn)) {
      throw trap(core, hsr);
    }
  }

  /** IMPLEMENTATION DEFINED registers may be trapped even where there are none (HCR.TIDCP). */
  private static void checkAbsent(Core core, Encoding at, Level level, int hsr) {
    if (level == Level.PL1_NS && at.cp() == 15 && !at.wide() && tidcp(core, at)) {
      throw trap(core, hsr);
    }
  }

  private static ArmException trap(Core core, int hsr) {
    return core.exceptions().hypTrap(hsr);
  }

  private static boolean trappable(Core core, Level level) {
    return level == Level.PL1_NS || level == Level.PL0 && !core.isSecure();
  }

  private static boolean trapped(Core core, SysReg register, int cp, boolean read, int crn) {
    if (cp == 15) {
      boolean hstr = (core.sysRegs().word(HypRegs.HSTR) >>> crn & 1) != 0;
      if (hstr && crn != 4 && crn != 14) {
        return true;
      }
      Encoding first = register.encodings().get(0);
      if (!first.wide() && tidcp(core, first)) {
        return true;
      }
    }
    for (Trap trap : register.traps()) {
      if (!(read && trap.writesOnly()) && isSet(core, trap)) {
        return true;
      }
    }
    return timerTrapped(core, register);
  }

  private static boolean isSet(Core core, Trap trap) {
    int value = core.sysRegs().word(SysRegs.byName(trap.register()));
    boolean debug = trap == Trap.HDCR_TDA || trap == Trap.HDCR_TDRA || trap == Trap.HDCR_TDOSA;
    return (value >>> trap.bit() & 1) != 0 || debug && (value & HDCR_TDE) != 0;
  }

  private static boolean timerTrapped(Core core, SysReg register) {
    int control = core.sysRegs().word(TimerRegs.CNTHCTL);
    if (register == TimerRegs.CNTPCT) {
      return (control & PL1PCTEN) == 0;
    }
    boolean physical =
        register == TimerRegs.CNTP_CTL
            || register == TimerRegs.CNTP_CVAL
            || register == TimerRegs.CNTP_TVAL;
    return physical && (control & PL1PCEN) == 0;
  }

  /** The spaces of CP15 left to the implementation (ARM ARM B3.15.2). */
  private static boolean tidcp(Core core, Encoding at) {
    if ((core.sysRegs().word(HypRegs.HCR) & HCR_TIDCP) == 0) {
      return false;
    }
    int crm = 1 << at.crm();
    return switch (at.crn()) {
      case 9 -> (crm & 0x01e7) != 0;
      case 10 -> (crm & 0x0113) != 0;
      case 11 -> (crm & 0x81ff) != 0;
      default -> false;
    };
  }

  private static boolean grantedToUser(Core core, SysReg register) {
    int kernel = core.sysRegs().word(TimerRegs.CNTKCTL);
    return switch (register.group()) {
      case "Performance Monitors" ->
          register == PmuRegs.PMUSERENR || (core.sysRegs().word(PmuRegs.PMUSERENR) & 1) != 0;
      case "Generic Timer" -> grantedTimer(register, kernel);
      case "Debug" -> (core.sysRegs().word(DebugRegs.DBGDSCRext) & UDCCDIS) == 0;
      default ->
          register != ThumbEeRegs.TEEHBR || (core.sysRegs().word(ThumbEeRegs.TEECR) & 1) == 0;
    };
  }

  private static boolean grantedTimer(SysReg register, int kernel) {
    boolean physicalCount = (kernel & 1) != 0;
    boolean virtualCount = (kernel & 2) != 0;
    return switch (register.name()) {
      case "CNTFRQ" -> physicalCount || virtualCount;
      case "CNTPCT" -> physicalCount;
      case "CNTVCT" -> virtualCount;
      case "CNTP_CTL", "CNTP_CVAL", "CNTP_TVAL" -> (kernel & 1 << 9) != 0;
      default -> (kernel & 1 << 8) != 0;
    };
  }
}
