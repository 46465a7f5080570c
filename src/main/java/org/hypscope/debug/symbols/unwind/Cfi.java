package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.debug.symbols.unwind.CfiRow.Kind;
import org.hypscope.debug.symbols.unwind.CfiRow.Rule;

/** Finds callers by call frame information, which holds at every instruction. */
final class Cfi {
  private final CfiTable table;

  Cfi(CfiTable table) {
    this.table = table;
  }

  /** The caller of {@code frame}; empty where the table says nothing about its code. */
  Optional<Step> step(FrameRegisters frame, StackReader reader) {
    return table.find(frame.code()).map(entry -> step(entry, frame, reader));
  }

  private Step step(CfiTable.Entry entry, FrameRegisters frame, StackReader reader) {
    CfiRow row = CfiProgram.row(table, entry, frame.code());
    int column = entry.common().returnColumn();
    if (column < 0 || column > FrameRegisters.PC) {
      throw new BadTableException("the return address is in register " + column);
    }
    if (row.rule(column).kind() == Kind.UNDEFINED) {
      return new Step.End("The call frame information says that this function has no caller.");
    }
    int cfa = row.cfa(frame, reader);
    Found found = new Found(row, cfa, frame, reader);
    int target = found.value(column).orElseGet(() -> frame.need(column));
    FrameRegisters caller =
        entry.common().signal() ? frame.before(target) : frame.caller(target, OptionalInt.of(cfa));
    for (int n = 0; n < FrameRegisters.PC; n++) {
      if (n != column) {
        found.give(n, caller);
      }
    }
    return new Step.To(caller, Method.CFI, Certainty.SURE, "");
  }

  /** The values that one row gives. */
  private record Found(CfiRow row, int cfa, FrameRegisters frame, StackReader reader) {
    void give(int n, FrameRegisters caller) {
      Kind kind = row.rule(n).kind();
      if (kind == Kind.UNDEFINED) {
        caller.forget(n);
      } else if (kind != Kind.UNSPECIFIED) {
        value(n).ifPresentOrElse(v -> caller.set(n, v), () -> caller.forget(n));
      }
    }

    OptionalInt value(int n) {
      Rule rule = row.rule(n);
      return switch (rule.kind()) {
        case UNSPECIFIED, SAME -> frame.get(n);
        case UNDEFINED -> OptionalInt.empty();
        case OFFSET -> OptionalInt.of(word(cfa + rule.operand()));
        case VALUE_OFFSET -> OptionalInt.of(cfa + rule.operand());
        case REGISTER -> other(rule.operand());
        case EXPRESSION ->
            OptionalInt.of(word(new Expression(frame, reader).value(rule.expression(), cfa)));
        case VALUE_EXPRESSION ->
            OptionalInt.of(new Expression(frame, reader).value(rule.expression(), cfa));
      };
    }

    private OptionalInt other(int n) {
      return n >= 0 && n <= FrameRegisters.PC ? frame.get(n) : OptionalInt.empty();
    }

    private int word(int address) {
      return Words.word(reader, frame.mode(), address);
    }
  }
}
