package org.hypscope.arm.core.exec.fp;

import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.HypRegs;
import org.hypscope.arm.sysreg.Level;
import org.hypscope.arm.sysreg.Syndrome;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;
import org.hypscope.arm.sysreg.Trap;

/** VMRS and VMSR (ARM ARM A8.8.348, 349 and B9.3.22, 23). */
public final class VfpSystem {
  private static final int OPC1 = 7;
  private static final int READ = 1;

  private VfpSystem() {}

  /** VMRS of FPSCR; R15 as destination is APSR_nzcv. */
  public static void readStatus(Core core, int insn) {
    FpAccess.check(core, false);
    int t = insn >>> 12 & 0xf;
    if (t == 15) {
      core.setNzcv(core.fp().fpscr());
    } else {
      core.setR(t, core.fp().fpscr());
    }
  }

  /** VMSR of FPSCR. */
  public static void writeStatus(Core core, int insn) {
    FpAccess.check(core, false);
    core.fp().setFpscr(core.r(insn >>> 12 & 0xf));
  }

  /** VMRS of FPEXC or an identification register: from PL1 and up, whatever FPEXC.EN. */
  public static void read(Core core, int insn) {
    SysReg register = privileged(core, insn);
    if (core.level() == Level.PL1_NS) {
      checkTraps(core, register, insn);
    }
    core.setR(insn >>> 12 & 0xf, core.sysRegs().word(register));
  }

  /** VMSR of FPEXC; a write of an identification register is ignored. */
  public static void write(Core core, int insn) {
    SysReg register = privileged(core, insn);
    long before = core.sysRegs().rawGet(register);
    long mask = register.writeMask();
    long after = before & ~mask | core.r(insn >>> 12 & 0xf) & mask;
    core.sysRegs().rawSet(register, after);
    if (core.listener() != null) {
      core.listener().sysRegWritten(core, core.pc(), register, before, after);
    }
  }

  private static SysReg privileged(Core core, int insn) {
    SysReg register = SysRegs.narrow(10, OPC1, insn >>> 16 & 0xf, 0, 0);
    if (register == null || core.mode() == Mode.USR) {
      throw core.undefined();
    }
    FpAccess.checkDisabled(core);
    return register;
  }

  /** HCR.TID0 and TID3: reads from Non-secure PL1. */
  private static void checkTraps(Core core, SysReg register, int insn) {
    int hcr = core.sysRegs().word(HypRegs.HCR);
    for (Trap trap : register.traps()) {
      if ((hcr >>> trap.bit() & 1) != 0) {
        int operands = OPC1 << 14 | (insn >>> 16 & 0xf) << 10 | (insn >>> 12 & 0xf) << 5 | READ;
        int iss = Syndrome.COND_AL | operands;
        throw core.exceptions().hypTrap(Syndrome.of(Syndrome.CP10_ID, true, iss));
      }
    }
  }
}
