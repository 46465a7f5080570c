package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;

/** Finds callers by what the function's own first instructions did, where a symbol tells them. */
final class CodeReading {
  private static final int LONGEST = 1 << 16;

  private final UnwindTables tables;
  private final FrameRegisters frame;
  private final StackReader reader;
  private final int function;
  private final Prologue prologue;

  private CodeReading(UnwindTables tables, int function, FrameRegisters frame, StackReader reader) {
    this.tables = tables;
    this.frame = frame;
    this.reader = reader;
    this.function = function;
    this.prologue = Prologue.read(function, frame.pc(), frame.thumb(), frame, reader);
  }

  /** The reading of {@code frame}'s function; empty where none is known. */
  static Optional<CodeReading> of(UnwindTables tables, FrameRegisters frame, StackReader reader) {
    OptionalInt function = tables.function(frame.code());
    boolean known =
        function.isPresent()
            && Integer.compareUnsigned(frame.pc() - function.getAsInt(), LONGEST) < 0;
    return known
        ? Optional.of(new CodeReading(tables, function.getAsInt(), frame, reader))
        : Optional.empty();
  }

  /** The caller where the prologue is still being executed, or was all that there is so far. */
  Optional<Step> inPrologue() {
    if (!frame.exact() || !prologue.isStraight()) {
      return Optional.empty();
    }
    Optional<FrameRegisters> caller = byPrologue();
    return caller
        .filter(c -> isCalled(c, false))
        .map(c -> step(c, isCalled(c, true) ? Certainty.SURE : Certainty.LIKELY));
  }

  /** The caller by the whole prologue, or by LR where the function has not used it. */
  Optional<Step> inBody(boolean strictly) {
    Optional<FrameRegisters> saved = byPrologue().filter(c -> isCalled(c, strictly));
    if (saved.isPresent() || !frame.exact()) {
      return saved.map(c -> step(c, Certainty.LIKELY));
    }
    return Optional.of(frame.caller(frame.need(FrameRegisters.LR), frame.get(FrameRegisters.SP)))
        .filter(c -> isCalled(c, strictly) && !isOwn(c))
        .map(c -> step(c, strictly ? Certainty.LIKELY : Certainty.GUESS));
  }

  /** Whether {@code found} is a caller that is known to have called this function. */
  boolean confirms(Step found) {
    return found instanceof Step.To to
        && (to.registers().exact() || isCalled(to.registers(), true));
  }

  private Optional<FrameRegisters> byPrologue() {
    OptionalInt entry = prologue.entrySp(frame);
    boolean lr = prologue.savesLr() || frame.exact();
    if (entry.isEmpty() || !lr) {
      return Optional.empty();
    }
    int target =
        prologue.savesLr()
            ? word(entry.getAsInt(), FrameRegisters.LR)
            : frame.need(FrameRegisters.LR);
    FrameRegisters caller = frame.caller(target, entry);
    for (int n = 4; n < FrameRegisters.SP; n++) {
      if (prologue.saved(n) != Prologue.NOT_SAVED) {
        caller.set(n, word(entry.getAsInt(), n));
      }
    }
    return !prologue.savesLr() && !prologue.isStraight() && isOwn(caller)
        ? Optional.empty()
        : Optional.of(caller);
  }

  private int word(int entry, int register) {
    return Words.word(reader, frame.mode(), entry + prologue.saved(register));
  }

  /** Whether a call stands before the return address; strictly, one that is known to lead here. */
  private boolean isCalled(FrameRegisters caller, boolean strictly) {
    int target = caller.pc() | (caller.thumb() ? 1 : 0);
    boolean outermost = target == 0 && prologue.savesLr();
    if (outermost && !ExceptionBoundary.isHandlers(frame.mode())) {
      return true;
    }
    OptionalInt callee = CallSite.callee(target, frame.mode(), reader);
    if (strictly || callee.isPresent()) {
      return callee.isPresent() && (callee.getAsInt() & ~1) == function;
    }
    return CallSite.before(target, frame.mode(), reader);
  }

  /** Whether the return address lies in the function itself: LR is left over from a call. */
  private boolean isOwn(FrameRegisters caller) {
    return tables.function(caller.pc() - 2).equals(OptionalInt.of(function));
  }

  private static Step step(FrameRegisters caller, Certainty certainty) {
    return new Step.To(caller, Method.PROLOGUE, certainty, "");
  }
}
