package org.hypscope.debug.symbols.unwind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hypscope.arm.arch.Bank;
import org.hypscope.arm.arch.Mode;

/**
 * Works out a call stack: from each frame to its caller by the first of call frame information, ARM
 * unwind tables, frame chain, the registers of an exception's return, and LR that has something to
 * say. It ends, always, with a reason, whatever tables and memory hold.
 */
public final class Unwinder {
  /** More frames than these are not looked for. */
  public static final int LIMIT = 256;

  private final UnwindTables tables;
  private final StackReader reader;
  private final ExceptionBoundary boundary;
  private final List<StackFrame> frames = new ArrayList<>();
  private final Set<Place> seen = new HashSet<>();
  private String complaint = "";

  /** What no two frames have in common. */
  private record Place(Mode mode, int pc, OptionalInt sp) {}

  private Unwinder(UnwindTables tables, StackReader reader) {
    this.tables = tables;
    this.reader = reader;
    this.boundary = new ExceptionBoundary(reader);
  }

  /** The calls that have not returned where {@code reader} stands. */
  public static CallStack unwind(UnwindTables tables, StackReader reader) {
    return new Unwinder(tables, reader).all();
  }

  private CallStack all() {
    FrameRegisters registers = FrameRegisters.of(reader);
    if (registers == null) {
      return new CallStack(
          List.of(), String.format("CPSR 0x%08x names no mode.", reader.register(Bank.CPSR)));
    }
    add(registers, Method.REGISTERS, Certainty.SURE, "");
    while (true) {
      Step step = next(registers);
      String end = step instanceof Step.To to ? refusal(to.registers()) : end(step);
      if (!end.isEmpty()) {
        return new CallStack(frames, end);
      }
      registers = follow((Step.To) step, registers.mode());
    }
  }

  private static String end(Step step) {
    return ((Step.End) step).reason();
  }

  private FrameRegisters follow(Step.To to, Mode from) {
    FrameRegisters registers = to.registers();
    int last = frames.size() - 1;
    boolean call = registers.mode() == from && !registers.exact();
    if (call) {
      frames.set(last, frames.get(last).enteredAt(registers.get(FrameRegisters.SP)));
    }
    Certainty certainty = frames.get(last).certainty().and(to.certainty());
    add(registers, to.method(), certainty, to.detail());
    return registers;
  }

  private void add(FrameRegisters registers, Method method, Certainty certainty, String detail) {
    OptionalInt sp = registers.get(FrameRegisters.SP);
    seen.add(new Place(registers.mode(), registers.pc(), sp));
    frames.add(
        new StackFrame(
            frames.size(),
            registers.mode(),
            registers.pc(),
            registers.thumb(),
            !registers.exact(),
            sp,
            OptionalInt.empty(),
            method,
            certainty,
            detail));
  }

  /** Why the frame that was found is none; empty where it is one. */
  private String refusal(FrameRegisters found) {
    int pc = found.pc();
    if (seen.contains(new Place(found.mode(), pc, found.get(FrameRegisters.SP)))) {
      return String.format("The frames go round in a circle: 0x%08x comes again.", pc);
    }
    if (reader.word(found.mode(), pc & ~3).isEmpty()) {
      return String.format(
          "The next frame would be at 0x%08x, where nothing can be read in %s.", pc, found.mode());
    }
    return frames.size() == LIMIT ? "More than " + LIMIT + " frames are not looked for." : "";
  }

  private Step next(FrameRegisters frame) {
    if (boundary.justTaken(frame)) {
      Optional<Step> interrupted = boundary.step(frame);
      if (interrupted.isPresent()) {
        return interrupted.get();
      }
    }
    complaint = "";
    Optional<Step> found = byData(frame).map(Unwinder::endAtZero);
    if (found.isPresent() && found.get() instanceof Step.To) {
      return found.get();
    }
    return outwards(frame, found).orElseGet(() -> found.orElseGet(() -> nothing(frame)));
  }

  /** Whoever starts a stack makes its first function return to 0. */
  private static Step endAtZero(Step found) {
    boolean zero =
        found instanceof Step.To to && to.registers().pc() == 0 && !to.registers().exact();
    return zero ? new Step.End("The return address is 0: the outermost frame.") : found;
  }

  private Optional<Step> byData(FrameRegisters frame) {
    for (Cfi each : tables.cfi()) {
      Optional<Step> step = guarded(() -> each.step(frame, reader));
      if (step.isPresent()) {
        return step;
      }
    }
    Optional<CodeReading> reading = CodeReading.of(tables, frame, reader);
    Optional<Step> certain =
        guarded(() -> Epilogue.step(frame, reader))
            .or(() -> guarded(() -> reading.flatMap(CodeReading::inPrologue)));
    return certain.isPresent() ? certain : byTablesOrCode(frame, reading);
  }

  /** Tables of ARM unwinding may not hold here: a caller that is known to call this wins. */
  private Optional<Step> byTablesOrCode(FrameRegisters frame, Optional<CodeReading> reading) {
    Optional<Step> table = byExidx(frame);
    boolean confirmed =
        table.isPresent()
            && (!frame.exact() || reading.isEmpty() || reading.get().confirms(table.get()));
    if (confirmed) {
      return table;
    }
    return guarded(() -> reading.flatMap(r -> r.inBody(true)))
        .or(() -> table.filter(step -> !isGuess(step)))
        .or(() -> frame.exact() ? inBody(reading) : Optional.empty())
        .or(() -> table)
        .or(() -> guarded(() -> FrameChain.step(frame, reader)))
        .or(() -> inBody(reading));
  }

  private static boolean isGuess(Step step) {
    return step instanceof Step.To to && to.certainty() == Certainty.GUESS;
  }

  private Optional<Step> inBody(Optional<CodeReading> reading) {
    return guarded(() -> reading.flatMap(r -> r.inBody(false)));
  }

  private Optional<Step> byExidx(FrameRegisters frame) {
    for (ExidxTable each : exidx(frame)) {
      Optional<Step> step = guarded(() -> Ehabi.step(each, frame, reader));
      if (step.isPresent()) {
        return step;
      }
    }
    return Optional.empty();
  }

  private List<ExidxTable> exidx(FrameRegisters frame) {
    List<ExidxTable> all = new ArrayList<>(tables.inFile());
    List<UnwindTables.Extent> inMemory = new ArrayList<>(tables.inMemory());
    boolean kernel = frame.mode() != Mode.USR && frame.mode() != Mode.HYP;
    if (kernel && all.isEmpty() && inMemory.isEmpty()) {
      inMemory.addAll(tables.byForm(reader, frame.mode(), frame.code()));
    }
    for (UnwindTables.Extent each : inMemory) {
      all.add(new ExidxTable(each.start(), each.end(), at -> reader.word(frame.mode(), at)));
    }
    return all;
  }

  /** Out of an exception, or by LR where there is nothing better. */
  private Optional<Step> outwards(FrameRegisters frame, Optional<Step> end) {
    boolean hyp = frame.mode() == Mode.HYP;
    if (hyp && end.isEmpty()) {
      Optional<Step> caller = byLr(frame);
      if (caller.isPresent()) {
        return caller;
      }
    }
    if (boundary.applies(frame)) {
      return boundary.step(frame);
    }
    Optional<Step> saved = SavedRegisters.step(frame, reader);
    return saved.isPresent() || end.isPresent() ? saved : byLr(frame);
  }

  /** LR, if it can be a return address into another function. */
  private Optional<Step> byLr(FrameRegisters frame) {
    OptionalInt lr = frame.exact() ? frame.get(FrameRegisters.LR) : OptionalInt.empty();
    if (lr.isEmpty() || !CallSite.before(lr.getAsInt(), frame.mode(), reader)) {
      return Optional.empty();
    }
    OptionalInt own = tables.function(frame.pc());
    if (own.isPresent() && own.equals(tables.function(lr.getAsInt() - 2))) {
      complaint = "LR leads into the function itself, so it is no longer its return address";
      return Optional.empty();
    }
    OptionalInt callee = CallSite.callee(lr.getAsInt(), frame.mode(), reader);
    if (own.isPresent() && callee.isPresent() && !callee.equals(own)) {
      complaint = "LR is left from the call of another function";
      return Optional.empty();
    }
    FrameRegisters caller = frame.caller(lr.getAsInt(), frame.get(FrameRegisters.SP));
    return Optional.of(
        new Step.To(
            caller, Method.LINK_REGISTER, Certainty.GUESS, "no unwind data and no frame chain"));
  }

  private Step nothing(FrameRegisters frame) {
    String what = String.format("Nothing says who called the code at 0x%08x", frame.pc());
    return new Step.End(complaint.isEmpty() ? what + "." : what + ": " + complaint + ".");
  }

  /** What damaged tables throw is kept as a reason, and the next way is tried. */
  private Optional<Step> guarded(java.util.function.Supplier<Optional<Step>> way) {
    try {
      return way.get();
    } catch (BadTableException e) {
      complaint = "its unwind data is unusable (" + e.getMessage() + ")";
      return Optional.empty();
    }
  }
}
