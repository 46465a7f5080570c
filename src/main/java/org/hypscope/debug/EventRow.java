package org.hypscope.debug;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hypscope.arm.arch.ExceptionKind;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.core.Core;
import org.hypscope.arm.sysreg.SysReg;
import org.hypscope.arm.sysreg.SysRegs;

/**
 * A {@link TraceEvent} as numbers: a run that does nothing but take exceptions makes millions of
 * them a second, and an object for each would cost it more than to execute them.
 */
final class EventRow {
  /** How many numbers it takes. */
  static final int WIDTH = 10;

  private static final SysReg HVBAR = SysRegs.byName("HVBAR");
  private static final SysReg VTTBR = SysRegs.byName("VTTBR");

  private static final Mode[] MODES = Mode.values();

  /** What events call what happened: the exceptions by their ordinals, and the return. */
  private static final String[] KINDS =
      Stream.concat(Stream.of(ExceptionKind.values()).map(ExceptionKind::name), Stream.of("ERET"))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .toArray(String[]::new);

  private static final boolean[] CALLS = new boolean[KINDS.length];

  private static final int AT = 0;
  private static final int PLACES = 1;
  private static final int R0_R1 = 2;
  private static final int R2_R3 = 3;
  private static final int HVBAR_IMM = 4;
  private static final int VTTBR_VALUE = 5;
  private static final int SYNDROME_PSR = 6;
  private static final int TARGET_WHAT = 7;
  private static final int RETURN_AT = 8;
  private static final int RETURN_VALUES = 9;

  /** In the low half of {@link #TARGET_WHAT}. */
  private static final int KIND_SHIFT = 0;

  private static final int MODE_SHIFT = 8;
  private static final int TO_SHIFT = 12;
  private static final int BACK_SHIFT = 16;
  private static final int CORE_SHIFT = 20;
  private static final int MODE_MASK = 0xf;
  private static final int BYTE_MASK = 0xff;
  private static final int HAS_SYNDROME = 1 << 28;
  private static final int HAS_PSR = 1 << 29;
  private static final int HAS_TARGET = 1 << 30;
  private static final int HAS_RETURN = 1 << 31;

  static {
    IntStream.of(
            ExceptionKind.HVC.ordinal(), ExceptionKind.SVC.ordinal(), ExceptionKind.SMC.ordinal())
        .forEach(call -> CALLS[call] = true);
  }

  private final long[] numbers = new long[WIDTH];
  private String symbol;

  /** An exception of {@code kind} was, or will be, taken at {@code pc}. */
  EventRow exception(ExceptionKind kind, Core core, int number, int pc) {
    return set(kind.ordinal(), core, number, pc);
  }

  /** The core returned from an exception at {@code pc}. */
  EventRow exceptionReturn(Core core, int number, int pc) {
    return set(KINDS.length - 1, core, number, pc);
  }

  private EventRow set(int kind, Core core, int number, int pc) {
    numbers[AT] = core.retired();
    numbers[PLACES] = pair(pc, 0);
    numbers[R0_R1] = pair(core.r(0), core.r(1));
    numbers[R2_R3] = pair(core.r(2), core.r(3));
    numbers[HVBAR_IMM] = pair(core.sysRegs().word(HVBAR), 0);
    numbers[VTTBR_VALUE] = core.sysRegs().rawGet(VTTBR);
    numbers[SYNDROME_PSR] = 0;
    numbers[TARGET_WHAT] = kind << KIND_SHIFT | number << CORE_SHIFT;
    return this;
  }

  /** It led from one mode to another and to {@code vector}; {@code name} lies where it happened. */
  EventRow leads(Mode from, Mode to, int vector, String name) {
    symbol = name;
    numbers[PLACES] |= low(vector);
    numbers[TARGET_WHAT] |= (long) from.ordinal() << MODE_SHIFT | (long) to.ordinal() << TO_SHIFT;
    return this;
  }

  /** The call's immediate. */
  EventRow immediate(int imm) {
    numbers[HVBAR_IMM] |= low(imm);
    return this;
  }

  EventRow syndrome(int hsr) {
    numbers[SYNDROME_PSR] |= (long) hsr << Integer.SIZE;
    numbers[TARGET_WHAT] |= HAS_SYNDROME;
    return this;
  }

  EventRow psr(int psr) {
    numbers[SYNDROME_PSR] |= low(psr);
    numbers[TARGET_WHAT] |= HAS_PSR;
    return this;
  }

  EventRow target(int target) {
    numbers[TARGET_WHAT] |= (long) target << Integer.SIZE | HAS_TARGET;
    return this;
  }

  /** What lies where it happened. */
  String symbol() {
    return symbol;
  }

  /** Writes the numbers to {@code to} from {@code at} on. */
  void write(long[] to, int at) {
    System.arraycopy(numbers, 0, to, at, WIDTH);
  }

  /** The event, as number {@code n} of its run. */
  TraceEvent event(int n) {
    return event(numbers, 0, symbol, n);
  }

  /** Adds the return of a call, or takes it away where {@code with} is null. */
  static void setReturn(long[] numbers, int at, TraceEvent.Return with) {
    long what = numbers[at + TARGET_WHAT];
    if (with == null) {
      numbers[at + TARGET_WHAT] = what & ~low(HAS_RETURN);
      return;
    }
    numbers[at + TARGET_WHAT] =
        what & ~((long) MODE_MASK << BACK_SHIFT)
            | low(HAS_RETURN)
            | (long) with.mode().ordinal() << BACK_SHIFT;
    numbers[at + RETURN_AT] = with.at();
    numbers[at + RETURN_VALUES] = pair(with.r0(), with.hvbar());
  }

  /** Whether the row from {@code at} on is a call that had not returned at {@code retired}. */
  static boolean isUnreturned(long[] numbers, int at, long retired) {
    int what = (int) numbers[at + TARGET_WHAT];
    return CALLS[what & BYTE_MASK]
        && ((what & HAS_RETURN) == 0 || numbers[at + RETURN_AT] > retired);
  }

  /** The row from {@code at} on as an event with this name and number. */
  static TraceEvent event(long[] numbers, int at, String symbol, int n) {
    int what = (int) numbers[at + TARGET_WHAT];
    return new TraceEvent(
        n,
        what >>> CORE_SHIFT & BYTE_MASK,
        KINDS[what & BYTE_MASK],
        numbers[at + AT],
        high(numbers[at + PLACES]),
        symbol,
        mode(what, MODE_SHIFT),
        mode(what, TO_SHIFT),
        (int) numbers[at + HVBAR_IMM],
        high(numbers[at + R0_R1]),
        (int) numbers[at + R0_R1],
        high(numbers[at + R2_R3]),
        (int) numbers[at + R2_R3],
        high(numbers[at + HVBAR_IMM]),
        numbers[at + VTTBR_VALUE],
        (int) numbers[at + PLACES],
        (what & HAS_SYNDROME) == 0 ? null : (Integer) high(numbers[at + SYNDROME_PSR]),
        (what & HAS_PSR) == 0 ? null : (Integer) (int) numbers[at + SYNDROME_PSR],
        (what & HAS_TARGET) == 0 ? null : (Integer) high(numbers[at + TARGET_WHAT]),
        (what & HAS_RETURN) == 0 ? null : returned(numbers, at, mode(what, BACK_SHIFT)));
  }

  private static TraceEvent.Return returned(long[] numbers, int at, Mode mode) {
    long values = numbers[at + RETURN_VALUES];
    return new TraceEvent.Return(numbers[at + RETURN_AT], high(values), (int) values, mode);
  }

  private static Mode mode(int what, int shift) {
    return MODES[what >>> shift & MODE_MASK];
  }

  private static long pair(int high, int low) {
    return (long) high << Integer.SIZE | low(low);
  }

  private static long low(int value) {
    return value & 0xffff_ffffL;
  }

  private static int high(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }
}
