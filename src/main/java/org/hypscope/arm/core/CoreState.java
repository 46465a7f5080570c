package org.hypscope.arm.core;

import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;

/**
 * The physical register file and the program status of one core (ARM ARM B1.3).
 *
 * <p>Registers are one array with a slot for every bank; the current mode is an index map into it,
 * so nothing is copied on a mode change. N and Z are kept as the last result, C and V apart: most
 * instructions that set flags are followed by more that do.
 */
public class CoreState {
  private static final int PC = Bank.PC.ordinal();
  private static final int CPSR = Bank.CPSR.ordinal();
  private static final int FLAG_BITS = Psr.N | Psr.Z | Psr.C | Psr.V;

  /**
   * The physical registers by {@link Bank} ordinal. PC holds what reading R15 gives while an
   * instruction runs; the CPSR slot is only filled by {@link #registers()}.
   */
  protected final int[] regs = new int[Bank.COUNT];

  /** The current mode's index map. */
  protected int[] map = Bank.map(Mode.SVC);

  /** Address of the current instruction. */
  protected int pc;

  /** Where execution goes on after it. */
  protected int nextPc;

  /**
   * N is its sign, Z is set when it is zero; where the two do not follow from one value (MSR),
   * {@link #nAndZ} says that both are set.
   */
  private int nz = 1;

  private boolean nAndZ;
  private boolean carry;
  private boolean overflow;
  private int cpsrRest = Mode.SVC.encoding();

  /** CPSR.IT, eight bits, which {@link #cpsrRest} leaves out. */
  protected int itState;

  private Mode mode = Mode.SVC;

  /**
   * R{@code n} in the current mode; R15 reads as the address of the instruction plus 8 (A32) or 4
   * (T32).
   */
  public final int r(int n) {
    return regs[map[n]];
  }

  /**
   * Sets R{@code n}, 0 to 14, in the current mode. R15 is written by the PC-writing methods of
   * {@link Core} only.
   */
  public final void setR(int n, int value) {
    regs[map[n]] = value;
  }

  /** R{@code n} (0 to 14) as {@code other} mode sees it: Rmode[n, mode]. */
  public final int rmode(int n, Mode other) {
    return regs[Bank.map(other)[n]];
  }

  /** Sets R{@code n} (0 to 14) as {@code other} mode sees it. */
  public final void setRmode(int n, Mode other, int value) {
    regs[Bank.map(other)[n]] = value;
  }

  /**
   * The physical register {@code bank}; PC is the address of the current instruction, CPSR is
   * assembled.
   */
  public final int bank(Bank bank) {
    return switch (bank) {
      case PC -> pc;
      case CPSR -> cpsr();
      default -> regs[bank.ordinal()];
    };
  }

  /**
   * Sets a physical register without side effects, as a debugger does; setting PC redirects the
   * core, setting CPSR changes mode and flags.
   */
  public final void setBank(Bank bank, int value) {
    switch (bank) {
      case PC -> setPc(value);
      case CPSR -> setCpsr(value);
      default -> regs[bank.ordinal()] = value;
    }
  }

  /** A copy of the physical register file by {@link Bank} ordinal. */
  public final int[] registers() {
    int[] copy = regs.clone();
    copy[PC] = pc;
    copy[CPSR] = cpsr();
    return copy;
  }

  /** The address of the instruction that is executed now, or, between instructions, next. */
  public final int pc() {
    return pc;
  }

  /** Goes on at {@code address}: between instructions only. */
  public final void setPc(int address) {
    pc = address;
    nextPc = address;
    redirected();
  }

  /** Called when execution is sent elsewhere between two instructions. */
  protected void redirected() {}

  /** The current mode. */
  public final Mode mode() {
    return mode;
  }

  /** CPSR, assembled. */
  public final int cpsr() {
    return cpsrRest
        | ItState.psr(itState)
        | (n() ? Psr.N : 0)
        | (z() ? Psr.Z : 0)
        | (carry ? Psr.C : 0)
        | (overflow ? Psr.V : 0);
  }

  /**
   * Sets the whole CPSR. A mode field that names no mode leaves the mode as it was, so that the
   * core never stands in a mode that does not exist; callers report it.
   */
  public final void setCpsr(int value) {
    setNzcv(value);
    Mode next = Mode.of(value);
    if (next == null) {
      next = mode;
    }
    cpsrRest = (value & ~(FLAG_BITS | Psr.IT | Psr.M)) | next.encoding();
    itState = ItState.of(value);
    if (next != mode) {
      mode = next;
      map = Bank.map(next);
      modeChanged();
    }
  }

  /** Called when the current mode is another than before. */
  protected void modeChanged() {}

  /**
   * SPSR of the current mode. Undefined result in User and System mode, where reading it is
   * UNPREDICTABLE: here 0.
   */
  public final int spsr() {
    int slot = Bank.spsr(mode);
    return slot < 0 ? 0 : regs[slot];
  }

  /** Sets the SPSR of the current mode; ignored in User and System mode. */
  public final void setSpsr(int value) {
    int slot = Bank.spsr(mode);
    if (slot >= 0) {
      regs[slot] = value;
    }
  }

  /** Whether the core is in T32 (or ThumbEE) state. */
  public final boolean thumb() {
    return (cpsrRest & Psr.T) != 0;
  }

  /** SelectInstrSet(): T32 or A32 state, in which there are no IT blocks. */
  public final void setThumb(boolean thumb) {
    cpsrRest = thumb ? cpsrRest | Psr.T : cpsrRest & ~Psr.T;
    if (!thumb) {
      itState = 0;
    }
  }

  /** CPSR.IT, eight bits, as {@link ItState} reads them. */
  public final int itState() {
    return itState;
  }

  /** Sets CPSR.IT: what the next instruction is executed under. */
  public final void setItState(int it) {
    itState = it;
  }

  /** Whether data accesses are big-endian (CPSR.E). */
  public final boolean bigEndian() {
    return (cpsrRest & Psr.E) != 0;
  }

  /** CPSR.GE, four bits. */
  public final int ge() {
    return (cpsrRest & Psr.GE) >>> Psr.GE_SHIFT;
  }

  /** Sets CPSR.GE to the low four bits. */
  public final void setGe(int ge) {
    cpsrRest = (cpsrRest & ~Psr.GE) | (ge & 0xf) << Psr.GE_SHIFT;
  }

  /** Sets CPSR.Q, which is sticky. */
  public final void setQ() {
    cpsrRest |= Psr.Q;
  }

  /** Sets N and Z from a result. */
  public final void setNz(int result) {
    nz = result;
    nAndZ = false;
  }

  /** Sets N and Z from a 64-bit result. */
  public final void setNz64(long result) {
    nz = (int) (result >>> 32) | ((int) result != 0 ? 1 : 0);
    nAndZ = false;
  }

  /** Sets C. */
  public final void setC(boolean c) {
    carry = c;
  }

  /** Sets V. */
  public final void setV(boolean v) {
    overflow = v;
  }

  /** Sets N, Z, C and V from bits 31 to 28. */
  public final void setNzcv(int psr) {
    boolean z = (psr & Psr.Z) != 0;
    nAndZ = z && psr < 0;
    nz = psr < 0 ? -1 : z ? 0 : 1;
    carry = (psr & Psr.C) != 0;
    overflow = (psr & Psr.V) != 0;
  }

  /** CPSR.N. */
  public final boolean n() {
    return nz < 0;
  }

  /** CPSR.Z. */
  public final boolean z() {
    return nz == 0 || nAndZ;
  }

  /** CPSR.C. */
  public final boolean c() {
    return carry;
  }

  /** CPSR.V. */
  public final boolean v() {
    return overflow;
  }

  /** ConditionPassed() for the condition with this {@link org.hypscope.arm.arch.Cond} ordinal. */
  public final boolean passes(int cond) {
    return switch (cond) {
      case 0 -> z();
      case 1 -> !z();
      case 2 -> carry;
      case 3 -> !carry;
      case 4 -> n();
      case 5 -> !n();
      case 6 -> overflow;
      case 7 -> !overflow;
      case 8 -> carry && !z();
      case 9 -> !carry || z();
      case 10 -> n() == overflow;
      case 11 -> n() != overflow;
      case 12 -> !z() && n() == overflow;
      case 13 -> z() || n() != overflow;
      default -> true;
    };
  }

  /** Copies everything from {@code other}. */
  protected final void copyStateFrom(CoreState other) {
    System.arraycopy(other.regs, 0, regs, 0, regs.length);
    map = other.map;
    pc = other.pc;
    nextPc = other.nextPc;
    nz = other.nz;
    nAndZ = other.nAndZ;
    carry = other.carry;
    overflow = other.overflow;
    cpsrRest = other.cpsrRest;
    itState = other.itState;
    mode = other.mode;
  }
}
