package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Mode;

/** Finds callers by ARM unwind tables, which hold between prologue and epilogue only. */
final class Ehabi {
  private Ehabi() {}

  /** The caller of {@code frame}; empty where {@code table} says nothing about its code. */
  static Optional<Step> step(ExidxTable table, FrameRegisters frame, StackReader reader) {
    return table.find(frame.code()).map(entry -> step(entry, frame, reader));
  }

  private static Step step(ExidxTable.Entry entry, FrameRegisters frame, StackReader reader) {
    if (entry.cannot()) {
      return new Step.End("The ARM unwind table says that this code cannot be unwound.");
    }
    if (frame.exact() && frame.pc() == entry.function()) {
      return atFirstInstruction(frame);
    }
    UnwindOpcodes undo = new UnwindOpcodes(entry.opcodes(), frame, reader);
    if (!undo.run()) {
      return new Step.End("The ARM unwind table refuses to unwind this code.");
    }
    return undo.isExceptionFrame()
        ? interrupted(undo, frame.mode(), reader)
        : caller(undo, entry, frame, reader);
  }

  /** Nothing is pushed yet. */
  static Step atFirstInstruction(FrameRegisters frame) {
    FrameRegisters caller =
        frame.caller(frame.need(FrameRegisters.LR), frame.get(FrameRegisters.SP));
    return new Step.To(
        caller, Method.RETURN, Certainty.SURE, "the callee was at its first instruction");
  }

  private static Step caller(
      UnwindOpcodes undo, ExidxTable.Entry entry, FrameRegisters frame, StackReader reader) {
    int target = undo.target();
    FrameRegisters caller = frame.caller(target, OptionalInt.of(undo.sp()));
    undo.give(caller);
    if (target != 0 && !CallSite.before(target, frame.mode(), reader)) {
      return new Step.To(caller, Method.EHABI, Certainty.GUESS, CallSite.NONE);
    }
    boolean likely = frame.exact() || entry.generic();
    String detail = frame.exact() ? "unless the callee was in its prologue or epilogue" : "";
    return new Step.To(caller, Method.EHABI, likely ? Certainty.LIKELY : Certainty.SURE, detail);
  }

  /** What Linux's entry code interrupted: after R0 to PC it saves CPSR. */
  private static Step interrupted(UnwindOpcodes undo, Mode mode, StackReader reader) {
    int psr = Words.word(reader, mode, undo.afterRegisters());
    if (Mode.of(psr) == null) {
      throw new BadTableException(
          String.format("the saved CPSR is 0x%08x, which names no mode", psr));
    }
    FrameRegisters before = FrameRegisters.interrupted(psr, undo.popped(FrameRegisters.PC));
    undo.give(before);
    before.set(FrameRegisters.SP, undo.popped(FrameRegisters.SP));
    before.set(FrameRegisters.LR, undo.popped(FrameRegisters.LR));
    return new Step.To(before, Method.SAVED_REGISTERS, Certainty.SURE, "by an ARM unwind table");
  }
}
