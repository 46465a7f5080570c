package org.hypscope.ui.code;

import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.hypscope.arm.decode.DisassembledInsn;

/** A line of code as text with the style class of each piece. */
final class LineStyles {
  private LineStyles() {}

  /** Appends {@code line} to {@code text}, without a line end, and its styles to {@code spans}. */
  static void append(
      CodeLine line, StringBuilder text, StyleSpansBuilder<Collection<String>> spans) {
    if (!line.symbol().isEmpty()) {
      piece(text, spans, line.symbol() + ":", "symbol");
      return;
    }
    if (line.source() != null) {
      CodeLine.Source source = line.source();
      String number = String.format("%6d | ", source.number());
      piece(text, spans, number, source.stop() ? "source-stop" : "address");
      piece(text, spans, source.text().replace("\t", "        "), "source");
      return;
    }
    piece(text, spans, String.format("%08x  ", line.address()), "address");
    DisassembledInsn insn = line.insn();
    if (insn == null) {
      piece(text, spans, line.comment(), "address");
      return;
    }
    piece(text, spans, String.format("%-8s  ", line.bytes()), "bytes");
    boolean odd = insn.unpredictable() != null;
    piece(text, spans, String.format("%-7s", insn.mnemonic()), odd ? "unpredictable" : "mnemonic");
    piece(text, spans, " " + insn.operands(), "operands");
    if (!line.comment().isEmpty()) {
      piece(text, spans, "  ; " + line.comment(), "target");
    }
    if (odd) {
      piece(text, spans, "  UNPREDICTABLE", "unpredictable");
    }
  }

  private static void piece(
      StringBuilder text,
      StyleSpansBuilder<Collection<String>> spans,
      String piece,
      String styleClass) {
    text.append(piece);
    spans.add(List.of(styleClass), piece.length());
  }
}
