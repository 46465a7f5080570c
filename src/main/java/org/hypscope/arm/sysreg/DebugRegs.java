package org.hypscope.arm.sysreg;

import java.util.List;

/**
 * CP14: the debug registers of v7.1 Debug that software reaches (ARM ARM C6.4, C11.11). They keep
 * what is written; no breakpoint, watchpoint or vector catch ever matches, as with DBGDSCR.MDBGen
 * clear or invasive debug disabled.
 */
public final class DebugRegs {
  private static final Rows R = new Rows("Debug", 8, "C11.11");
  private static final String[] NO_YES = {"no", "yes"};
  private static final String[] OFF_ON = {"off", "on"};

  public static final SysReg DBGDIDR =
      R.reg("DBGDIDR", "Debug ID Register")
          .at(14, 0, 0, 0, 0)
          .userRead()
          .userIf(UserGrant.DBGDSCREXT_UDCCDIS)
          .readOnly()
          .traps(Trap.HDCR_TDA)
          .reset(0x3515_f021L)
          .field("WRPs", 31, 28, "watchpoints less one")
          .field("BRPs", 27, 24, "breakpoints less one")
          .field("CTX_CMPs", 23, 20, "context-matching breakpoints less one")
          .field("Version", 19, 16, "debug architecture (5: v7.1 Debug)")
          .bit("DEVID_imp", 15, "DBGDEVID", "absent", "present")
          .bit("nSUHD_imp", 14, "Secure User halting debug", "present", "absent")
          .bit("PCSR_imp", 13, "program counter sampling as register 33", NO_YES)
          .bit("SE_imp", 12, "Security Extensions", "absent", "present")
          .field("Variant", 7, 4, "variant, as in MIDR")
          .field("Revision", 3, 0, "revision, as in MIDR")
          .row();

  public static final SysReg DBGDSCRext =
      R.reg("DBGDSCRext", "Debug Status and Control Register, external view")
          .at(14, 0, 0, 2, 2)
          .traps(Trap.HDCR_TDA)
          .writes(0x0000_d000L)
          .bit("RXfull", 30, "a word from the debugger waits in DBGDTRRX", NO_YES)
          .bit("TXfull", 29, "a word for the debugger waits in DBGDTRTX", NO_YES)
          .bit("MDBGen", 15, "Monitor debug-mode", OFF_ON)
          .bit("HDBGen", 14, "Halting debug-mode", OFF_ON)
          .bit("UDCCdis", 12, "User may use the debug communications channel", "yes", "no")
          .field("MOE", 5, 2, "method of debug entry")
          .row();

  public static final SysReg DBGDSCRint =
      R.reg("DBGDSCRint", "Debug Status and Control Register, internal view")
          .at(14, 0, 0, 1, 0)
          .userRead()
          .userIf(UserGrant.DBGDSCREXT_UDCCDIS)
          .readOnly()
          .traps(Trap.HDCR_TDA)
          .row();

  public static final SysReg DBGDTRRXext =
      plain("DBGDTRRXext", "Host to Target Data Transfer register, external view", 0, 0, 2).row();

  public static final SysReg DBGDTRTXext =
      plain("DBGDTRTXext", "Target to Host Data Transfer register, external view", 0, 3, 2).row();

  /** One encoding, two registers: a read takes from DBGDTRRX, a write puts into DBGDTRTX. */
  public static final SysReg DBGDTRint =
      R.reg("DBGDTRRXint", "Data Transfer registers, internal view: read RX, write TX")
          .alias("DBGDTRTXint")
          .at(14, 0, 0, 5, 0)
          .user()
          .userIf(UserGrant.DBGDSCREXT_UDCCDIS)
          .traps(Trap.HDCR_TDA)
          .row();

  public static final SysReg DBGWFAR =
      plain("DBGWFAR", "Watchpoint Fault Address Register (UNKNOWN in v7.1)", 0, 6, 0)
          .fixed()
          .row();

  public static final SysReg DBGVCR =
      plain("DBGVCR", "Vector Catch Register", 0, 7, 0)
          .writes(0xdefe_dcdfL)
          .field("NS", 31, 25, "Non-secure PL1 vectors to catch")
          .field("H", 23, 17, "HYP vectors to catch")
          .field("M", 15, 10, "Monitor vectors to catch")
          .field("S", 7, 0, "Secure PL1 vectors to catch")
          .row();

  public static final SysReg DBGOSECCR =
      plain("DBGOSECCR", "Exception Catch Control Register as the OS saves it", 0, 6, 2)
          .fixed()
          .row();

  public static final SysReg DBGDRAR =
      R.reg("DBGDRAR", "Debug ROM Address Register")
          .at(14, 0, 1, 0, 0)
          .wide(14, 0, 1)
          .userRead()
          .userIf(UserGrant.DBGDSCREXT_UDCCDIS)
          .readOnly()
          .traps(Trap.HDCR_TDRA)
          .field("ROMADDR", 39, 12, "physical address of the ROM table, bits 39 to 12")
          .field("Valid", 1, 0, "the address is", "not valid", "reserved", "reserved", "valid")
          .row();

  public static final SysReg DBGDSAR =
      R.reg("DBGDSAR", "Debug Self Address Offset Register")
          .at(14, 0, 2, 0, 0)
          .wide(14, 0, 2)
          .userRead()
          .userIf(UserGrant.DBGDSCREXT_UDCCDIS)
          .readOnly()
          .traps(Trap.HDCR_TDRA)
          .field("SELFOFFSET", 39, 12, "distance from the ROM table to the debug registers")
          .field("Valid", 1, 0, "the offset is", "not valid", "reserved", "reserved", "valid")
          .row();

  public static final SysReg DBGOSLAR =
      R.reg("DBGOSLAR", "OS Lock Access Register")
          .at(14, 0, 1, 0, 4)
          .access(0, RowSpec.PL1)
          .traps(Trap.HDCR_TDOSA)
          .field("Key", 31, 0, "0xc5acce55 locks, anything else unlocks")
          .row();

  public static final SysReg DBGOSLSR =
      R.reg("DBGOSLSR", "OS Lock Status Register")
          .at(14, 0, 1, 1, 4)
          .readOnly()
          .traps(Trap.HDCR_TDOSA)
          .reset(10)
          .bit("OSLM1", 3, "OS Lock without save and restore", "absent", "present")
          .bit("nTT", 2, "a 32-bit access is needed to lock", NO_YES)
          .bit("OSLK", 1, "OS Lock", "unlocked", "locked")
          .bit("OSLM0", 0, "OS Save and Restore", "absent", "present")
          .row();

  public static final SysReg DBGOSDLR =
      R.reg("DBGOSDLR", "OS Double Lock Register")
          .at(14, 0, 1, 3, 4)
          .traps(Trap.HDCR_TDOSA)
          .writes(1)
          .bit("DLK", 0, "OS Double Lock", "unlocked", "locked")
          .row();

  public static final SysReg DBGPRCR =
      R.reg("DBGPRCR", "Device Powerdown and Reset Control Register")
          .at(14, 0, 1, 4, 4)
          .traps(Trap.HDCR_TDOSA)
          .writes(1)
          .bit("CORENPDRQ", 0, "power-down is only emulated", NO_YES)
          .row();

  public static final SysReg DBGCLAIMSET =
      plain("DBGCLAIMSET", "Claim Tag Set register", 7, 8, 6)
          .writes(0xff)
          .reset(0xff)
          .field("CLAIM", 7, 0, "claim tags that exist (read) or are set (write)")
          .row();

  public static final SysReg DBGCLAIMCLR =
      plain("DBGCLAIMCLR", "Claim Tag Clear register", 7, 9, 6)
          .writes(0xff)
          .field("CLAIM", 7, 0, "claim tags that are set (read) or cleared (write)")
          .row();

  public static final SysReg DBGAUTHSTATUS =
      plain("DBGAUTHSTATUS", "Authentication Status register", 7, 14, 6)
          .readOnly()
          .reset(0xaa)
          .field("SNI", 7, 6, "Secure non-invasive debug", "absent", "?", "disabled", "enabled")
          .field("SI", 5, 4, "Secure invasive debug", "absent", "?", "disabled", "enabled")
          .field(
              "NSNI", 3, 2, "Non-secure non-invasive debug", "absent", "?", "disabled", "enabled")
          .field("NSI", 1, 0, "Non-secure invasive debug", "absent", "?", "disabled", "enabled")
          .row();

  public static final SysReg DBGDEVID2 =
      plain("DBGDEVID2", "Debug Device ID register 2", 7, 0, 7).readOnly().row();

  public static final SysReg DBGDEVID1 =
      plain("DBGDEVID1", "Debug Device ID register 1", 7, 1, 7)
          .readOnly()
          .field("PCSROffset", 3, 0, "what program counter samples are offset by")
          .row();

  public static final SysReg DBGDEVID =
      plain("DBGDEVID", "Debug Device ID register", 7, 2, 7)
          .readOnly()
          .reset(0x0111_0f13L)
          .field("CIDMask", 31, 28, "context ID mask of breakpoints", "absent", "present")
          .field("AuxRegs", 27, 24, "DBGEACR", "absent", "present")
          .field("DoubleLock", 23, 20, "OS Double Lock", "absent", "present")
          .field("VirtExtns", 19, 16, "debug in HYP", "absent", "present")
          .field("VectorCatch", 15, 12, "vector catch by", "address", "exception")
          .field("BPAddrMask", 11, 8, "breakpoint address masks (0xf: absent)")
          .field("WPAddrMask", 7, 4, "watchpoint address masks", "perhaps", "present")
          .field("PCsample", 3, 0, "program counter sampling", "none", "PC", "with CID", "all")
          .row();

  static final List<SysReg> ROWS = rows();

  private DebugRegs() {}

  private static List<SysReg> rows() {
    for (int n = 0; n < 6; n++) {
      R.reg("DBGBVR" + n, "Breakpoint Value Register " + n)
          .at(14, 0, 0, n, 4)
          .traps(Trap.HDCR_TDA)
          .field("Value", 31, 0, "instruction address or context ID to match")
          .row();
      breakpointControl(n);
    }
    for (int n = 4; n < 6; n++) {
      plain("DBGBXVR" + n, "Breakpoint Extended Value Register " + n, 1, n, 1)
          .writes(0xff)
          .field("VMID", 7, 0, "virtual machine to match")
          .row();
    }
    for (int n = 0; n < 4; n++) {
      R.reg("DBGWVR" + n, "Watchpoint Value Register " + n)
          .at(14, 0, 0, n, 6)
          .traps(Trap.HDCR_TDA)
          .writes(0xffff_fffcL)
          .field("DataAddress", 31, 2, "address to match, bits 31 to 2")
          .row();
      watchpointControl(n);
    }
    return R.list();
  }

  private static void breakpointControl(int n) {
    R.reg("DBGBCR" + n, "Breakpoint Control Register " + n)
        .at(14, 0, 0, n, 5)
        .traps(Trap.HDCR_TDA)
        .writes(0x00ff_e1e7L)
        .field("BT", 23, 20, "what is matched")
        .field("LBN", 19, 16, "linked breakpoint")
        .field("SSC", 15, 14, "security states")
        .bit("HMC", 13, "matches in HYP", NO_YES)
        .field("BAS", 8, 5, "bytes of the word, one bit each")
        .field("PMC", 2, 1, "modes")
        .bit("E", 0, "breakpoint", OFF_ON)
        .row();
  }

  private static void watchpointControl(int n) {
    R.reg("DBGWCR" + n, "Watchpoint Control Register " + n)
        .at(14, 0, 0, n, 7)
        .traps(Trap.HDCR_TDA)
        .writes(0x1f1f_ffffL)
        .field("MASK", 28, 24, "low address bits that are not compared")
        .bit("WT", 20, "linked to a breakpoint", NO_YES)
        .field("LBN", 19, 16, "linked breakpoint")
        .field("SSC", 15, 14, "security states")
        .bit("HMC", 13, "matches in HYP", NO_YES)
        .field("BAS", 12, 5, "bytes of the doubleword, one bit each")
        .field("LSC", 4, 3, "accesses", "reserved", "loads", "stores", "loads and stores")
        .field("PAC", 2, 1, "modes")
        .bit("E", 0, "watchpoint", OFF_ON)
        .row();
  }

  private static Rows.Row plain(String name, String title, int crn, int crm, int opc2) {
    return R.reg(name, title).at(14, 0, crn, crm, opc2).traps(Trap.HDCR_TDA);
  }
}
