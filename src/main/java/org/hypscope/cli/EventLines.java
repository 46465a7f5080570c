package org.hypscope.cli;

import java.util.Locale;
import org.hypscope.arm.arch.Bits;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.TraceEvent;
import org.hypscope.debug.symbols.Sources;
import org.hypscope.debug.symbols.dwarf.SourceLine;

/**
 * Trace events as lines: the same facts in JSON and in text.
 *
 * @param severalCores whether a line says on which core it happened
 * @param sources of the image, by the addresses that it was loaded to
 */
record EventLines(boolean severalCores, Sources sources) {
  /** For events of {@code run}. */
  EventLines(Snapshot run) {
    this(run.cores().size() > 1, run.loadedSources());
  }

  String text(TraceEvent e) {
    return severalCores ? "core " + e.core() + "  " + facts(e) : facts(e);
  }

  private String facts(TraceEvent e) {
    String symbol = e.symbol().isEmpty() ? "" : " " + e.symbol();
    String from = sources.describe(e.pc());
    String place = Bits.hex(e.pc()) + symbol + (from.isEmpty() ? "" : " (" + from + ")");
    if (e.isReturn()) {
      return String.format(
          "#%-8d eret    %s to %s  %s -> %s",
          e.at(), e.mode(), e.toMode(), place, Bits.hex(e.target()));
    }
    String line =
        String.format(
            "#%-8d %-7s %s to %s  %s  #%d  r0-r3 %08x %08x %08x %08x  hvbar %08x  vector %08x",
            e.at(),
            e.kind(),
            e.mode(),
            e.toMode(),
            place,
            e.imm(),
            e.r0(),
            e.r1(),
            e.r2(),
            e.r3(),
            e.hvbar(),
            e.vectorPc());
    String syndrome = e.hsr() == null ? "" : String.format("  hsr %08x", e.hsr());
    return line + syndrome + returned(e);
  }

  private static String returned(TraceEvent e) {
    return e.ret() == null
        ? "  has not returned"
        : String.format(
            "  returned at #%d: r0 %08x, hvbar %08x", e.ret().at(), e.ret().r0(), e.ret().hvbar());
  }

  Json json(TraceEvent e) {
    Json json = new Json().put("n", e.n());
    if (severalCores) {
      json.put("core", e.core());
    }
    json.put("kind", e.kind())
        .put("at", e.at())
        .hex("pc", e.pc())
        .put("symbol", e.symbol())
        .put("source", sources.line(e.pc()).map(SourceLine::toString).orElse(null))
        .put("mode", e.mode().name())
        .put("to_mode", e.toMode().name());
    if (!e.isReturn()) {
      json.put("imm", e.imm())
          .hex("r0", e.r0())
          .hex("r1", e.r1())
          .hex("r2", e.r2())
          .hex("r3", e.r3())
          .hex("hvbar", e.hvbar())
          .hex("vttbr", e.vttbr(), 64);
    }
    json.hex("vector_pc", e.vectorPc()).hex("hsr", e.hsr());
    json.hex("target", e.target()).hex("spsr", e.spsr());
    if (e.ret() != null) {
      json.put("return_at", e.ret().at())
          .hex("ret_r0", e.ret().r0())
          .hex("ret_hvbar", e.ret().hvbar())
          .put("ret_mode", e.ret().mode().name().toUpperCase(Locale.ROOT));
    }
    return json;
  }
}
