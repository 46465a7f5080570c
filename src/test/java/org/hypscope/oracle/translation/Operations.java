package org.hypscope.oracle.translation;

import java.util.List;
import org.hypscope.arm.sysreg.MaintenanceOps;
import org.hypscope.arm.sysreg.SysReg;

/** The address translation operations that Hyp mode does for a case. */
final class Operations {
  private static final List<SysReg> ALL =
      List.of(
          MaintenanceOps.ATS1CPR,
          MaintenanceOps.ATS1CPW,
          MaintenanceOps.ATS1CUR,
          MaintenanceOps.ATS1CUW,
          MaintenanceOps.ATS12NSOPR,
          MaintenanceOps.ATS12NSOPW,
          MaintenanceOps.ATS12NSOUR,
          MaintenanceOps.ATS12NSOUW,
          MaintenanceOps.ATS1HR,
          MaintenanceOps.ATS1HW);

  /** The first that is about the tables of Hyp. */
  static final int HYP = 8;

  /** The first that goes through both stages. */
  static final int BOTH = 4;

  private Operations() {}

  /** All, in the order of the supervisor's routines. */
  static List<SysReg> all() {
    return ALL;
  }
}
