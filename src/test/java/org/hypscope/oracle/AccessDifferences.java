package org.hypscope.oracle;

import java.util.List;
import org.hypscope.arm.sysreg.Encoding;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.oracle.AccessProgram.Access;

/**
 * Where QEMU 7.2 departs from DDI 0406C, or from the Cortex-A15's and Cortex-A7's manuals where
 * that leaves it to them, in an access to a system register. The core follows the manuals.
 */
public final class AccessDifferences {
  private record Known(String registers, String reason, Test test) {
    boolean fits(String register, Access access, Level level, String here, String there) {
      return register.matches(registers) && test.fits(access, level, here, there);
    }
  }

  private interface Test {
    boolean fits(Access access, Level level, String here, String there);
  }

  private static final List<Known> ALL =
      List.of(
          new Known(
              "CNTPCT|CNTVCT|CNT(P|V|HP)_[TC]VAL",
              "the counter: QEMU's virtual time runs on while its gdb stub waits",
              (access, level, here, there) -> isValue(here) && isValue(there)),
          new Known(
              "PAR",
              "what translations leave there, which the translation suite compares",
              (access, level, here, there) -> isValue(here) && isValue(there)),
          new Known(
              "-",
              "B3.17.1: an unallocated encoding is UNPREDICTABLE from PL1; QEMU keeps some of ARMv6's",
              (access, level, here, there) -> level != Level.PL0 && here.equals("undefined")),
          new Known(
              "DBGDTR.*|DBGWFAR|DBGOSECCR|DBGPRCR|DBGCLAIM.*|DBGAUTHSTATUS|DBGDEVID.?|DBGBXVR.",
              "C11.11: registers of v7.1 Debug that QEMU has not got",
              (access, level, here, there) -> there.equals("undefined")),
          new Known(
              "PMCEID.",
              "B3.17.10: part of PMUv2; QEMU has it for ARMv8 only",
              (access, level, here, there) -> there.equals("undefined")),
          new Known(
              "DBGDSCRint",
              "C11.11: User mode reads it unless DBGDSCR.UDCCdis is set",
              (access, level, here, there) -> level == Level.PL0 && there.equals("undefined")),
          new Known(
              "TEECR",
              "A2.10: unprivileged reads are permitted",
              (access, level, here, there) -> level == Level.PL0 && there.equals("undefined")),
          new Known(
              "NSACR",
              "B3.17.11: Non-secure PL1 and PL2 read it; QEMU's virt without Security Extensions has"
                  + " none",
              (access, level, here, there) -> there.equals("undefined")),
          new Known(
              "CNTFRQ",
              "B3.17.13: written from Secure PL1 only; QEMU's virt without Security Extensions lets the"
                  + " highest level write it",
              (access, level, here, there) -> level == Level.HYP && there.equals("written")),
          new Known(
              "HCPTR",
              "B3.17.12: TCP13, TCP12 and TCP9 to TCP0 are RAO/WI, for there are no such coprocessors",
              (access, level, here, there) ->
                  isValue(there) && bits(here) == (bits(there) | 0x33ff)),
          new Known(
              "HDCR|HCPTR|HSTR|NSACR|SDER|TEEHBR",
              "B3.17: reserved bits are UNK/SBZP, and read as zero here; QEMU keeps what is written",
              (access, level, here, there) -> there.equals("ffffffff")),
          new Known(
              "FCSEIDR",
              "B3.17.4: RAZ/WI without the FCSE, which ARMv7 with LPAE has not",
              (access, level, here, there) -> here.equals("00000000") && there.equals("ffffffff")),
          new Known(
              "DBGVCR",
              "C11.11: vector catch bits can be set; QEMU has none",
              (access, level, here, there) -> here.equals("defedcdf")),
          new Known(
              "CCSIDR",
              "Cortex-A7 TRM 4.3: QEMU gives its Cortex-A7 the caches of a Cortex-A15",
              (access, level, here, there) -> here.matches("700fe01a|203fe009|707fe03a")),
          new Known(
              "ICI.*|DCI.*|DCC.*",
              "B1.14: QEMU ignores HCR.TPU, TPC and TSW",
              (access, level, here, there) -> here.startsWith("trapped 0f")),
          new Known(
              "L2CTLR|L2ECTLR",
              "B1.14: QEMU ignores HCR.TIDCP",
              (access, level, here, there) -> here.startsWith("trapped 0f")),
          new Known(
              "ID_.*|TCMTR|TLBTR|REVIDR|JIDR",
              "B1.14: QEMU takes HCR.TID0, TID1 and TID3 in part",
              (access, level, here, there) -> here.startsWith("trapped") && isValue(there)),
          new Known(
              "ATS12NSO..",
              "B1.14: an access that is UNDEFINED is not trapped by HSTR",
              (access, level, here, there) ->
                  here.equals("undefined") && there.startsWith("trapped")),
          new Known(
              "CPACR",
              "B1.14: QEMU ignores HCPTR.TCPAC",
              (access, level, here, there) -> here.startsWith("trapped 0fe404")),
          new Known(
              "DBGDRAR|DBGDSAR",
              "B1.14: HDCR.TDRA traps the 64-bit accesses too",
              (access, level, here, there) -> here.startsWith("trapped 33")),
          new Known(
              "PMCR",
              "B1.14: QEMU ignores HDCR.TPMCR",
              (access, level, here, there) -> here.startsWith("trapped 0fe024")));

  private AccessDifferences() {}

  static boolean explain(Access access, Level level, String here, String there) {
    String register = name(access);
    return ALL.stream().anyMatch(known -> known.fits(register, access, level, here, there));
  }

  private static boolean isValue(String outcome) {
    return outcome.matches("[0-9a-f_]+");
  }

  private static long bits(String outcome) {
    return isValue(outcome) ? Long.parseLong(outcome, 16) : 0;
  }

  /** The list, a line each: registers (a regular expression), and section and reason. */
  public static List<String[]> listed() {
    return ALL.stream().map(known -> new String[] {known.registers, known.reason}).toList();
  }

  /** The register's name, or "-" where the encoding has none. */
  static String name(Access access) {
    Encoding e = access.encoding();
    SysReg row =
        e.wide()
            ? SysRegs.wide(e.cp(), e.opc1(), e.crm())
            : SysRegs.narrow(e.cp(), e.opc1(), e.crn(), e.crm(), e.opc2());
    return row == null ? "-" : row.name();
  }
}
