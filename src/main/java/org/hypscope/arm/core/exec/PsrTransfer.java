package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.PsrWriter;

/** MRS, MSR, CPS and SETEND (ARM ARM B9.3.2, B9.3.8, B9.3.11, B9.3.12, A8.8.157). */
public final class PsrTransfer {
  private static final int CPSR_READABLE = ~(Psr.IT | Psr.J | Psr.T | 0x00f0_0000);

  private PsrTransfer() {}

  /** MRS: IT, J and T of CPSR read as zero. */
  public static void mrs(Core core, int insn) {
    int d = Bits.bits(insn, 15, 12);
    if (Bits.isSet(insn, 22)) {
      requireSpsr(core, insn);
      core.setR(d, core.spsr());
    } else {
      core.setR(d, core.cpsr() & CPSR_READABLE);
    }
  }

  /** MSR (register). */
  public static void msrRegister(Core core, int insn) {
    write(core, insn, core.r(insn & 0xf));
  }

  /** MSR (immediate). */
  public static void msrImmediate(Core core, int insn) {
    write(core, insn, Integer.rotateRight(insn & 0xff, 2 * Bits.bits(insn, 11, 8)));
  }

  /** CPS: no operation in User mode. */
  public static void cps(Core core, int insn) {
    if (core.mode() == Mode.USR) {
      return;
    }
    int value = core.cpsr();
    int masks = insn & (Psr.A | Psr.I | Psr.F);
    int imod = Bits.bits(insn, 19, 18);
    if (imod == 0b10) {
      value &= ~masks;
    } else if (imod == 0b11) {
      value |= masks;
    }
    if (Bits.isSet(insn, 17)) {
      value = value & ~Psr.M | insn & Psr.M;
    }
    PsrWriter.writeCpsr(core, insn, value, 0b1111);
  }

  /** SETEND. */
  public static void setend(Core core, int insn) {
    core.setCpsr(Bits.isSet(insn, 9) ? core.cpsr() | Psr.E : core.cpsr() & ~Psr.E);
  }

  private static void write(Core core, int insn, int value) {
    int byteMask = Bits.bits(insn, 19, 16);
    if (Bits.isSet(insn, 22)) {
      requireSpsr(core, insn);
      PsrWriter.writeSpsr(core, insn, value, byteMask);
    } else {
      PsrWriter.writeCpsr(core, insn, value, byteMask);
    }
  }

  /** SPSR in User or System mode is UNPREDICTABLE: in User mode UNDEFINED, as in QEMU. */
  private static void requireSpsr(Core core, int insn) {
    if (core.mode().hasSpsr()) {
      return;
    }
    core.unpredictable(insn, "SPSR is accessed in " + core.mode() + " mode, which has none");
    if (core.mode() == Mode.USR) {
      throw core.undefined();
    }
  }
}
