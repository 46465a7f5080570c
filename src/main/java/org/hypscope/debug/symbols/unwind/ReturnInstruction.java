package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;

/** Finds the caller of a frame whose very next instruction returns: by doing what it would do. */
final class ReturnInstruction {
  private static final int ALWAYS = 0xe;
  private static final int BX_LR = 0xe12fff1e;
  private static final int MOV_PC_LR = 0xe1a0f00e;
  private static final int LDR_PC_SP_4 = 0xe49df004;
  private static final int BX_LR_T32 = 0x4770;

  private ReturnInstruction() {}

  /** The caller, empty where the next instruction is no plain return. */
  static Optional<Step> step(FrameRegisters frame, StackReader reader) {
    if (!frame.exact()) {
      return Optional.empty();
    }
    OptionalInt popped = frame.thumb() ? poppedByT32(frame, reader) : poppedByA32(frame, reader);
    return popped.isEmpty() ? Optional.empty() : Optional.of(to(popped.getAsInt(), frame, reader));
  }

  /** The registers that are popped by the return, none where LR is the target. */
  private static OptionalInt poppedByA32(FrameRegisters frame, StackReader reader) {
    int insn = reader.word(frame.mode(), frame.pc()).orElse(0);
    if (insn == BX_LR || insn == MOV_PC_LR) {
      return OptionalInt.of(0);
    }
    if (insn == LDR_PC_SP_4) {
      return OptionalInt.of(1 << FrameRegisters.PC);
    }
    boolean pop = (insn & 0x0fff8000) == 0x08bd8000 && insn >>> 28 == ALWAYS;
    return pop ? OptionalInt.of(insn & 0xffff) : OptionalInt.empty();
  }

  private static OptionalInt poppedByT32(FrameRegisters frame, StackReader reader) {
    int first = Words.half(reader, frame.mode(), frame.pc());
    if (first == BX_LR_T32) {
      return OptionalInt.of(0);
    }
    if ((first & 0xff00) == 0xbd00) {
      return OptionalInt.of(first & 0xff | 1 << FrameRegisters.PC);
    }
    int second = Words.half(reader, frame.mode(), frame.pc() + 2);
    return first == 0xe8bd && (second & 0x8000) != 0
        ? OptionalInt.of(second & 0xffff)
        : OptionalInt.empty();
  }

  private static Step to(int popped, FrameRegisters frame, StackReader reader) {
    int sp = frame.need(FrameRegisters.SP);
    int[] values = new int[16];
    for (int n = 0; n < 16; n++) {
      if ((popped >>> n & 1) != 0) {
        values[n] = Words.word(reader, frame.mode(), sp);
        sp += 4;
      }
    }
    int target = popped == 0 ? frame.need(FrameRegisters.LR) : values[FrameRegisters.PC];
    FrameRegisters caller = frame.caller(target, OptionalInt.of(sp));
    for (int n = 4; n < FrameRegisters.SP; n++) {
      if ((popped >>> n & 1) != 0) {
        caller.set(n, values[n]);
      }
    }
    return new Step.To(caller, Method.RETURN, Certainty.SURE, "");
  }
}
