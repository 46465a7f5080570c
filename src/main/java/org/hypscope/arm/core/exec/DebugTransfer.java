package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.sysregs.Effects;
import org.hypscope.arm.sysreg.DebugRegs;
import org.hypscope.arm.sysreg.Syndrome;

/**
 * LDC and STC of CP14's data transfer register, the only one that they reach (ARM ARM A8.8.55,
 * A8.8.198, C6.4). Every other coprocessor, register and the long forms are UNDEFINED.
 */
final class DebugTransfer {
  private static final int CP14 = 14;
  private static final int DTR = 5;
  private static final int PC = 15;

  private DebugTransfer() {}

  /** LDC p14, c5: a word of memory goes into DBGDTRTXint. */
  static void ldc(Core core, int insn) {
    check(core, insn, false);
    int value = core.mem().memA(address(core, insn), 4);
    Effects.write(core, DebugRegs.DBGDTRint, false, value & 0xffff_ffffL);
    writeBack(core, insn);
  }

  /** STC p14, c5: DBGDTRRXint goes into memory. */
  static void stc(Core core, int insn) {
    check(core, insn, true);
    int address = address(core, insn);
    core.mem().setMemA(address, 4, (int) Effects.read(core, DebugRegs.DBGDTRint, false));
    writeBack(core, insn);
  }

  private static void check(Core core, int insn, boolean store) {
    boolean there = Bits.bits(insn, 11, 8) == CP14 && Bits.bits(insn, 15, 12) == DTR;
    if (!there || Bits.bit(insn, 22) != 0 || insn >>> 28 == 15) {
      throw core.undefined();
    }
    int hsr = Syndrome.of(Syndrome.CP14_LOAD_STORE, true, Syndrome.COND_AL | iss(insn, store));
    SysRegAccess.check(core, DebugRegs.DBGDTRint, CP14, 0, DTR, store, hsr);
  }

  /** imm8, Rn, offset, addressing mode and direction (B3.13.6). */
  private static int iss(int insn, boolean store) {
    int literal = rn(insn) == PC ? 1 << 2 : 0;
    int mode = literal | Bits.bit(insn, 24) << 1 | Bits.bit(insn, 21);
    return (insn & 0xff) << 12
        | rn(insn) << 5
        | Bits.bit(insn, 23) << 4
        | mode << 1
        | (store ? 0 : 1);
  }

  private static int address(Core core, int insn) {
    boolean indexed = Bits.bit(insn, 24) != 0;
    return indexed ? offsetBase(core, insn) : base(core, insn);
  }

  private static void writeBack(Core core, int insn) {
    if (Bits.bit(insn, 21) != 0) {
      core.setR(rn(insn), offsetBase(core, insn));
    }
  }

  private static int offsetBase(Core core, int insn) {
    int offset = (insn & 0xff) << 2;
    return base(core, insn) + (Bits.bit(insn, 23) != 0 ? offset : -offset);
  }

  private static int base(Core core, int insn) {
    int base = core.r(rn(insn));
    return rn(insn) == PC ? base & ~3 : base;
  }

  private static int rn(int insn) {
    return Bits.bits(insn, 19, 16);
  }
}
