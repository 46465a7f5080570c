package org.hypscope.debug.symbols.unwind;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;

/**
 * Finds what an exception interrupted by the banked registers of its return (ARM ARM B1.8.3):
 * ELR_hyp and SPSR_hyp, or LR and SPSR of the mode that it was taken to. They are those of the last
 * exception taken to a mode, so each mode is left by them at most once.
 */
final class ExceptionBoundary {
  private static final int VECTOR_TABLE = 0x20;
  private static final int UNDEFINED = 0x04;
  private static final int SUPERVISOR_CALL = 0x08;
  private static final int DATA_ABORT = 0x10;
  private static final int IRQ = 0x18;
  private static final int FIQ_BANK = 8;

  private final StackReader reader;
  private final Set<Mode> left = EnumSet.noneOf(Mode.class);

  ExceptionBoundary(StackReader reader) {
    this.reader = reader;
  }

  /**
   * Whether {@code frame} stands in the vector table of its mode, so that nothing is changed yet.
   */
  boolean justTaken(FrameRegisters frame) {
    return frame.exact() && frame.mode().hasSpsr() && offset(frame) >= 0;
  }

  /**
   * Whether {@code frame}'s mode is one that only a short handler runs in, or HYP, not yet left.
   */
  boolean applies(FrameRegisters frame) {
    Mode mode = frame.mode();
    return isHandlers(mode) && !left.contains(mode) && (mode == Mode.HYP || frame.exact());
  }

  /** Whether only exceptions lead to code in {@code mode}; SVC is a kernel's ordinary mode too. */
  static boolean isHandlers(Mode mode) {
    return mode.hasSpsr() && mode != Mode.SVC;
  }

  /** What was interrupted; empty where SPSR names no mode. */
  Optional<Step> step(FrameRegisters frame) {
    Mode from = frame.mode();
    int spsr = reader.register(Bank.at(Bank.spsr(from)));
    Mode to = Mode.of(spsr);
    if (to == null || !left.add(from)) {
      return Optional.empty();
    }
    OptionalInt target = target(frame, (spsr & Psr.T) != 0);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    FrameRegisters before = FrameRegisters.interrupted(spsr, target.getAsInt());
    give(frame, before);
    boolean sure = from == Mode.HYP || justTaken(frame);
    return Optional.of(
        new Step.To(
            before,
            Method.EXCEPTION,
            sure ? Certainty.SURE : Certainty.LIKELY,
            from == Mode.HYP ? "by ELR_hyp and SPSR_hyp" : "by LR and SPSR of " + from));
  }

  /** The offset in the vector table, or -1. */
  private int offset(FrameRegisters frame) {
    int offset = frame.pc() - reader.vectors(frame.mode());
    return offset >= 0 && offset < VECTOR_TABLE ? offset & ~3 : -1;
  }

  /** The instruction that comes next, or that failed. */
  private OptionalInt target(FrameRegisters frame, boolean thumb) {
    if (frame.mode() == Mode.HYP) {
      return OptionalInt.of(reader.register(Bank.ELR_hyp));
    }
    OptionalInt lr = frame.get(FrameRegisters.LR);
    return lr.isEmpty() ? lr : OptionalInt.of(lr.getAsInt() - ahead(frame, thumb));
  }

  /** By how much LR is beyond it: Table B1-7. */
  private int ahead(FrameRegisters frame, boolean thumb) {
    int offset = offset(frame);
    return switch (offset >= 0 ? offset : usual(frame.mode())) {
      case UNDEFINED -> thumb ? 2 : 4;
      case SUPERVISOR_CALL -> 0;
      case DATA_ABORT -> 8;
      default -> 4;
    };
  }

  private static int usual(Mode mode) {
    return switch (mode) {
      case UND -> UNDEFINED;
      case ABT -> DATA_ABORT;
      case SVC, MON -> SUPERVISOR_CALL;
      default -> IRQ;
    };
  }

  /** What the handler has not changed, as far as is known, and what is banked. */
  private void give(FrameRegisters frame, FrameRegisters before) {
    Mode from = frame.mode();
    Mode to = before.mode();
    int[] fromMap = Bank.map(from);
    int[] toMap = Bank.map(to);
    for (int n = 0; n < FrameRegisters.PC; n++) {
      if (fromMap[n] == toMap[n]) {
        frame.get(n).ifPresent(new Register(before, n)::set);
      } else if (n >= FIQ_BANK) {
        before.set(n, reader.register(Bank.at(toMap[n])));
      }
    }
  }

  private record Register(FrameRegisters of, int n) {
    void set(int value) {
      of.set(n, value);
    }
  }
}
