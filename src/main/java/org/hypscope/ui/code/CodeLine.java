package org.hypscope.ui.code;

import org.hypscope.arm.decode.DisassembledInsn;

/**
 * One line of the Code view.
 *
 * @param address where it lies
 * @param symbol the name that begins here, for a line of its own; empty for an instruction
 * @param insn the instruction; null for a name and for memory that is not mapped
 * @param comment what stands behind the operands: where a branch leads, a literal's value
 */
public record CodeLine(int address, String symbol, DisassembledInsn insn, String comment) {
  /** A line that says only that {@code symbol} begins at {@code address}. */
  static CodeLine name(int address, String symbol) {
    return new CodeLine(address, symbol, null, "");
  }

  /** A line for a word that no bus answers for. */
  static CodeLine unmapped(int address) {
    return new CodeLine(address, "", null, "not mapped");
  }

  /** Whether the line is an instruction or data at an address, so that it can be stopped at. */
  public boolean isInstruction() {
    return insn != null;
  }

  /** The line as text with address, bytes and symbols. */
  public String text() {
    if (!symbol.isEmpty()) {
      return symbol + ":";
    }
    if (insn == null) {
      return String.format("%08x  %s", address, comment);
    }
    String line =
        String.format("%08x  %-8s  %-7s %s", address, bytes(), insn.mnemonic(), insn.operands());
    return comment.isEmpty() ? line.stripTrailing() : line + "  ; " + comment;
  }

  /** The word, or the one or two halfwords, in hexadecimal; empty where there is nothing. */
  String bytes() {
    return insn == null ? "" : String.format(insn.size() == 4 ? "%08x" : "%04x", insn.word());
  }
}
