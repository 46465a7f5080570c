package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.ArmException;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.arm.sysreg.Trap;
import org.hypscope.arm.sysreg.UserGrant;

/**
 * Whether an access to a system register is allowed: UNDEFINED by level first, then the traps to
 * HYP (ARM ARM B1.14), then what PL1 has to grant to User mode.
 */
final class SysRegAccess {
  /** Stands for CRn of a 64-bit access, which has none. */
  static final int WIDE = -1;

  private static final int HCR_TIDCP = 1 << 20;
  private static final int HDCR_TDE = 1 << 8;

  private SysRegAccess() {}

  /**
   * Checks a read or write of {@code register}, which may be null where no row has the encoding.
   *
   * @param hsr the syndrome if it is trapped
   */
  static void check(Core core, SysReg register, int cp, int crn, int crm, boolean read, int hsr) {
    Level level = core.level();
    if (register == null) {
      checkAbsent(core, level, tidcp(core, cp, crn, crm), hsr);
      throw core.undefined();
    }
    if (!(read ? register.readableAt(level) : register.writableAt(level))) {
      throw core.undefined();
    }
    if (level == Level.PL0 && !grantedToUser(core, register)) {
      throw core.exceptions().refused();
    }
    if (level == Level.PL1_S && register.isHyp()) {
      core.unpredictable(0, register + " is accessed from a Secure mode other than Monitor");
    }
    if (trappable(core, level) && trapped(core, register, cp, crn, crm, read)) {
      throw trap(core, hsr);
    }
  }

  /** IMPLEMENTATION DEFINED registers may be trapped even where there are none (HCR.TIDCP). */
  private static void checkAbsent(Core core, Level level, boolean tidcp, int hsr) {
    if (level == Level.PL1_NS && tidcp) {
      throw trap(core, hsr);
    }
  }

  private static ArmException trap(Core core, int hsr) {
    return core.exceptions().accessTrap(hsr);
  }

  private static boolean trappable(Core core, Level level) {
    return level == Level.PL1_NS || level == Level.PL0 && !core.isSecure();
  }

  private static boolean trapped(
      Core core, SysReg register, int cp, int crn, int crm, boolean read) {
    int hstr = Encoding.hstrBit(cp, crn == WIDE ? crm : crn);
    if (hstr >= 0 && (core.sysRegs().word(HypRegs.HSTR) >>> hstr & 1) != 0) {
      return true;
    }
    if (tidcp(core, cp, crn, crm)) {
      return true;
    }
    for (Trap trap : register.traps()) {
      if (!(read && trap.writesOnly()) && isSet(core, trap) && taken(core, trap)) {
        return true;
      }
    }
    return false;
  }

  private static boolean taken(Core core, Trap trap) {
    boolean untrapped = core.untrapped().contains(trap);
    if (untrapped && core.listener() != null) {
      core.listener().untrapped(core, core.pc(), trap);
    }
    return !untrapped;
  }

  private static boolean isSet(Core core, Trap trap) {
    int value = core.sysRegs().word(SysRegs.byName(trap.register()));
    boolean debug = trap == Trap.HDCR_TDA || trap == Trap.HDCR_TDRA || trap == Trap.HDCR_TDOSA;
    return trap.traps(value) || debug && (value & HDCR_TDE) != 0;
  }

  private static boolean tidcp(Core core, int cp, int crn, int crm) {
    return Encoding.isImplementationDefined(cp, crn, crm)
        && (core.sysRegs().word(HypRegs.HCR) & HCR_TIDCP) != 0;
  }

  private static boolean grantedToUser(Core core, SysReg register) {
    UserGrant grant = register.userGrant();
    return grant == null || grant.permits(core.sysRegs().word(SysRegs.byName(grant.register())));
  }
}
