package org.hypscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.debug.symbols.unwind.StackFrame;

/** A call stack as lines and as JSON. */
final class StackLines {
  private StackLines() {}

  /** A line a frame, and one for why there are no more. */
  static List<String> of(Snapshot snapshot) {
    List<String> lines = new ArrayList<>();
    for (StackFrame frame : snapshot.stack().frames()) {
      lines.add(line(snapshot, frame));
    }
    lines.add(snapshot.stack().end());
    return lines;
  }

  /** An object a frame. */
  static List<Object> json(Snapshot snapshot) {
    List<Object> all = new ArrayList<>();
    for (StackFrame frame : snapshot.stack().frames()) {
      Json json =
          new Json()
              .put("frame", frame.number())
              .put("mode", frame.mode().name())
              .put("space", snapshot.space(frame.mode()).label())
              .hex("pc", frame.pc())
              .put("symbol", symbols(snapshot, frame).describe(frame.code(), frame.pc()))
              .put("source", source(snapshot, frame));
      frame.sp().ifPresent(sp -> json.hex("sp", sp));
      frame.cfa().ifPresent(cfa -> json.hex("cfa", cfa));
      all.add(
          json.put("found_by", frame.method().label())
              .put("certainty", frame.certainty().word())
              .put("detail", frame.detail())
              .map());
    }
    return all;
  }

  private static String line(Snapshot snapshot, StackFrame frame) {
    String place = snapshot.space(frame.mode()).name(Integer.toUnsignedLong(frame.pc()));
    String name = symbols(snapshot, frame).describe(frame.code(), frame.pc());
    String found = frame.method().label() + ", " + frame.certainty().word();
    return String.format(
            "#%-3d %-3s %-16s sp %-10s  %-32s  %s  %s",
            frame.number(),
            frame.mode(),
            place,
            hex(frame.sp()),
            found,
            name,
            source(snapshot, frame))
        .stripTrailing();
  }

  private static Symbols symbols(Snapshot snapshot, StackFrame frame) {
    return snapshot.symbols(snapshot.space(frame.mode()));
  }

  private static String source(Snapshot snapshot, StackFrame frame) {
    return snapshot.loadedSources().seenBy(symbols(snapshot, frame)).describe(frame.code());
  }

  private static String hex(OptionalInt value) {
    return value.isPresent() ? String.format("0x%08x", value.getAsInt()) : "?";
  }
}
