package org.hypscope.debug.symbols.unwind;

import java.util.OptionalInt;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;

/** The registers of one frame, as far as they are known. */
final class FrameRegisters {
  static final int FP_T32 = 7;
  static final int FP_A32 = 11;
  static final int SP = 13;
  static final int LR = 14;
  static final int PC = 15;

  /** R0 to R3 and R12, which a callee need not keep (AAPCS). */
  private static final int SCRATCH = 0x100f;

  private final int[] values = new int[16];
  private int known;
  private final Mode mode;
  private final boolean thumb;
  private final boolean exact;

  private FrameRegisters(Mode mode, boolean thumb, boolean exact) {
    this.mode = mode;
    this.thumb = thumb;
    this.exact = exact;
  }

  /** Those of the core as it stands; null where CPSR names no mode. */
  static FrameRegisters of(StackReader reader) {
    int cpsr = reader.register(Bank.CPSR);
    Mode mode = Mode.of(cpsr);
    if (mode == null) {
      return null;
    }
    FrameRegisters all = new FrameRegisters(mode, (cpsr & Psr.T) != 0, true);
    int[] map = Bank.map(mode);
    for (int n = 0; n < 16; n++) {
      all.set(n, reader.register(Bank.at(map[n])));
    }
    return all;
  }

  /**
   * Those of the code that an exception interrupted.
   *
   * @param psr its CPSR, of a valid mode
   */
  static FrameRegisters interrupted(int psr, int pc) {
    FrameRegisters all = new FrameRegisters(Mode.of(psr), (psr & Psr.T) != 0, true);
    all.set(PC, pc & ~1);
    return all;
  }

  /**
   * Those of the caller, which {@code target} returns to: as here, but for what a callee need not
   * keep. LR is not known.
   */
  FrameRegisters caller(int target, OptionalInt sp) {
    FrameRegisters all = new FrameRegisters(mode, (target & 1) != 0, false);
    System.arraycopy(values, 0, all.values, 0, 16);
    all.known = known & ~SCRATCH & ~(1 << SP | 1 << LR);
    all.set(PC, target & ~1);
    sp.ifPresent(value -> all.set(SP, value));
    return all;
  }

  /** Those of the code that a signal interrupted at {@code target}, in the same mode. */
  FrameRegisters before(int target) {
    FrameRegisters all = new FrameRegisters(mode, (target & 1) != 0, true);
    System.arraycopy(values, 0, all.values, 0, 16);
    all.known = known;
    all.set(PC, target & ~1);
    return all;
  }

  Mode mode() {
    return mode;
  }

  boolean thumb() {
    return thumb;
  }

  /** Whether PC is the next instruction, and no return address. */
  boolean exact() {
    return exact;
  }

  int pc() {
    return values[PC];
  }

  /** An address inside the code that PC belongs to. */
  int code() {
    return exact ? pc() : pc() - 1;
  }

  boolean knows(int n) {
    return (known >>> n & 1) != 0;
  }

  /** Register {@code n}, empty where it is not known. */
  OptionalInt get(int n) {
    return knows(n) ? OptionalInt.of(values[n]) : OptionalInt.empty();
  }

  /** Register {@code n}, which the tables need. */
  int need(int n) {
    if (!knows(n)) {
      throw new BadTableException("needs R" + n + ", which is not known");
    }
    return values[n];
  }

  void set(int n, int value) {
    values[n] = value;
    known |= 1 << n;
  }

  void forget(int n) {
    known &= ~(1 << n);
  }
}
