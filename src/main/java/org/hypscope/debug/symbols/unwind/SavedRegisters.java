package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Mode;

/**
 * Finds what an exception interrupted in what Linux's entry code leaves on the stack ({@code struct
 * pt_regs}): R0 to R15, CPSR, and the first argument, with no gap. It is known by its contents.
 */
final class SavedRegisters {
  private static final int WORDS_SAVED = 17;
  private static final int CPSR = 16;
  private static final int RESERVED = 0x01f0_0000;

  /** Arguments of a system call that the kernel pushes below. */
  private static final int[] BELOW = {0, 8};

  private SavedRegisters() {}

  /** What was interrupted, empty where the stack of {@code frame} holds nothing of the kind. */
  static Optional<Step> step(FrameRegisters frame, StackReader reader) {
    OptionalInt sp = frame.get(FrameRegisters.SP);
    boolean kernel = frame.mode() == Mode.SVC || frame.mode() == Mode.SYS;
    if (!kernel || sp.isEmpty() || (sp.getAsInt() & 3) != 0) {
      return Optional.empty();
    }
    for (int below : BELOW) {
      Optional<Step> found = at(sp.getAsInt() + below, frame.mode(), reader);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Step> at(int address, Mode mode, StackReader reader) {
    int[] saved = new int[WORDS_SAVED];
    for (int n = 0; n < WORDS_SAVED; n++) {
      OptionalInt word = reader.word(mode, address + 4 * n);
      if (word.isEmpty()) {
        return Optional.empty();
      }
      saved[n] = word.getAsInt();
    }
    if (!isPlausible(saved, mode, reader)) {
      return Optional.empty();
    }
    FrameRegisters before = FrameRegisters.interrupted(saved[CPSR], saved[FrameRegisters.PC]);
    for (int n = 0; n < FrameRegisters.PC; n++) {
      before.set(n, saved[n]);
    }
    return Optional.of(
        new Step.To(
            before,
            Method.SAVED_REGISTERS,
            Certainty.LIKELY,
            String.format("pt_regs at 0x%08x", address)));
  }

  private static boolean isPlausible(int[] saved, Mode mode, StackReader reader) {
    int psr = saved[CPSR];
    Mode to = Mode.of(psr);
    int pc = saved[FrameRegisters.PC];
    boolean interrupted = to == Mode.USR || to == mode;
    return interrupted
        && (psr & RESERVED) == 0
        && pc != 0
        && (pc & 1) == 0
        && (saved[FrameRegisters.SP] & 3) == 0
        && reader.word(to, pc & ~3).isPresent();
  }
}
