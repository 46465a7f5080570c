package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.sysregs.Effects;
import org.hypscope.arm.sysreg.SecurityRegs;
import org.hypscope.arm.sysreg.Syndrome;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;

/** MRC, MCR, MRRC, MCRR, CDP, LDC and STC (ARM ARM A8.8, B3.15). */
public final class Coprocessor {
  private static final int READ = 1;

  private Coprocessor() {}

  /** MRC: R15 as destination receives bits 31 to 28 as the flags. */
  public static void mrc(Core core, int insn) {
    SysReg register = narrow(core, insn, true);
    int value = (int) Effects.read(core, register, secureCopy(core));
    int t = Bits.bits(insn, 15, 12);
    if (t == 15) {
      core.setNzcv(value);
    } else {
      core.setR(t, value);
    }
  }

  /** MCR: the high half of a register that is 64 bits wide is kept. */
  public static void mcr(Core core, int insn) {
    SysReg register = narrow(core, insn, false);
    long value = core.r(Bits.bits(insn, 15, 12)) & 0xffff_ffffL;
    if (register.width() == 64) {
      value |= core.sysRegs().rawGet(register, secureCopy(core)) & ~0xffff_ffffL;
    }
    write(core, register, value);
  }

  /** MRRC: Rt is the low word. */
  public static void mrrc(Core core, int insn) {
    SysReg register = wide(core, insn, true);
    long value = Effects.read(core, register, secureCopy(core));
    core.setR(Bits.bits(insn, 15, 12), (int) value);
    core.setR(Bits.bits(insn, 19, 16), (int) (value >>> 32));
  }

  /** MCRR: Rt is the low word. */
  public static void mcrr(Core core, int insn) {
    SysReg register = wide(core, insn, false);
    long low = core.r(Bits.bits(insn, 15, 12)) & 0xffff_ffffL;
    long high = core.r(Bits.bits(insn, 19, 16));
    write(core, register, high << 32 | low);
  }

  /** CDP: no coprocessor of this core takes it. */
  public static void cdp(Core core, int insn) {
    throw core.undefined();
  }

  /** LDC. */
  public static void ldc(Core core, int insn) {
    DebugTransfer.ldc(core, insn);
  }

  /** STC. */
  public static void stc(Core core, int insn) {
    DebugTransfer.stc(core, insn);
  }

  private static SysReg narrow(Core core, int insn, boolean read) {
    int cp = systemCoprocessor(core, insn);
    int opc1 = Bits.bits(insn, 23, 21);
    int crn = Bits.bits(insn, 19, 16);
    int crm = insn & 0xf;
    int opc2 = Bits.bits(insn, 7, 5);
    SysReg register = SysRegs.narrow(cp, opc1, crn, crm, opc2);
    int iss =
        opc2 << 17
            | opc1 << 14
            | crn << 10
            | Bits.bits(insn, 15, 12) << 5
            | crm << 1
            | (read ? READ : 0);
    int hsr =
        Syndrome.of(cp == 15 ? Syndrome.CP15_32 : Syndrome.CP14_32, true, Syndrome.COND_AL | iss);
    SysRegAccess.check(core, register, cp, crn, crm, read, hsr);
    return register;
  }

  private static SysReg wide(Core core, int insn, boolean read) {
    int cp = systemCoprocessor(core, insn);
    int opc1 = Bits.bits(insn, 7, 4);
    int crm = insn & 0xf;
    SysReg register = SysRegs.wide(cp, opc1, crm);
    int iss =
        opc1 << 16
            | Bits.bits(insn, 19, 16) << 10
            | Bits.bits(insn, 15, 12) << 5
            | crm << 1
            | (read ? READ : 0);
    int hsr =
        Syndrome.of(cp == 15 ? Syndrome.CP15_64 : Syndrome.CP14_64, true, Syndrome.COND_AL | iss);
    SysRegAccess.check(core, register, cp, SysRegAccess.WIDE, crm, read, hsr);
    return register;
  }

  /** Only CP14 and CP15 exist beside Floating-point, and only in the conditional encodings. */
  private static int systemCoprocessor(Core core, int insn) {
    int cp = Bits.bits(insn, 11, 8);
    if (cp < 14 || insn >>> 28 == 15) {
      throw core.undefined();
    }
    return cp;
  }

  private static void write(Core core, SysReg register, long value) {
    boolean secure = secureCopy(core);
    long before = core.sysRegs().rawGet(register, secure);
    Effects.write(core, register, secure, value);
    if (core.listener() != null && !register.isOperation()) {
      long after = core.sysRegs().rawGet(register, secure);
      core.listener().sysRegWritten(core, core.pc(), register, before, after);
    }
  }

  /** Which copy of a banked register is accessed: Monitor mode too goes by SCR.NS (B3.15.3). */
  private static boolean secureCopy(Core core) {
    return (core.sysRegs().word(SecurityRegs.SCR) & 1) == 0;
  }
}
