package org.hypscope.arm.core.exec;

import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.core.PsrWriter;

/** LDM and STM with the S bit: User registers and exception return (ARM ARM B9.3.5, .6, .17). */
public final class BlockTransferSystem {
  private BlockTransferSystem() {}

  /** LDM (exception return): registers of the current mode, then R15 and CPSR from SPSR. */
  public static void ldmExceptionReturn(Core core, int insn) {
    check(core, insn);
    int[] loaded = load(core, insn);
    int next = 0;
    int n = Bits.bits(insn, 19, 16);
    int base = core.r(n);
    for (int i = 0; i < 15; i++) {
      if (Bits.isSet(insn, i)) {
        core.setR(i, loaded[next++]);
      }
    }
    if (Bits.isSet(insn, 21) && !Bits.isSet(insn, n)) {
      core.setR(n, base + step(insn));
    }
    PsrWriter.exceptionReturn(core, insn, loaded[next], core.spsr());
  }

  /** LDM (User registers). */
  public static void ldmUser(Core core, int insn) {
    check(core, insn);
    int[] loaded = load(core, insn);
    int next = 0;
    for (int i = 0; i < 15; i++) {
      if (Bits.isSet(insn, i)) {
        core.setRmode(i, Mode.USR, loaded[next++]);
      }
    }
  }

  /** STM (User registers). */
  public static void stmUser(Core core, int insn) {
    check(core, insn);
    int address = lowest(core, insn);
    for (int i = 0; i < 16; i++) {
      if (Bits.isSet(insn, i)) {
        core.mem().setMemA(address, 4, i == 15 ? core.r(15) : core.rmode(i, Mode.USR));
        address += 4;
      }
    }
  }

  /** UNDEFINED in HYP; UNPREDICTABLE in User and System mode, in User UNDEFINED as in QEMU. */
  private static void check(Core core, int insn) {
    if (core.currentModeIsHyp()) {
      throw core.undefined();
    }
    if (core.mode().hasSpsr()) {
      return;
    }
    core.unpredictable(insn, "LDM or STM with ^ in " + core.mode() + " mode");
    if (core.mode() == Mode.USR) {
      throw core.undefined();
    }
  }

  /** Reads all words before anything is written, so that an abort changes nothing. */
  private static int[] load(Core core, int insn) {
    int address = lowest(core, insn);
    int[] loaded = new int[Integer.bitCount(insn & 0xffff)];
    for (int i = 0; i < loaded.length; i++) {
      loaded[i] = core.mem().memA(address + 4 * i, 4);
    }
    return loaded;
  }

  private static int lowest(Core core, int insn) {
    int base = core.r(Bits.bits(insn, 19, 16));
    boolean increment = Bits.isSet(insn, 23);
    boolean wordHigher = Bits.isSet(insn, 24) == increment;
    return base + (increment ? 0 : step(insn)) + (wordHigher ? 4 : 0);
  }

  private static int step(int insn) {
    int length = 4 * Integer.bitCount(insn & 0xffff);
    return Bits.isSet(insn, 23) ? length : -length;
  }
}
