package org.hypscope.ui.code;

import org.hypscope.arm.decode.DisassembledInsn;

/**
 * One line of the Code view.
 *
 * @param address where it lies
 * @param symbol the name that begins here, for a line of its own; empty for an instruction
 * @param insn the instruction; null for a name and for memory that is not mapped
 * @param comment what stands behind the operands: where a branch leads, a literal's value
 * @param source a line of a source file; null for any other line
 */
public record CodeLine(
    int address, String symbol, DisassembledInsn insn, String comment, Source source) {
  /**
   * A line of a source file.
   *
   * @param number from 1 on
   * @param text without its end
   * @param stop whether its code begins at the line's address, so that it can be stopped at
   */
  public record Source(int number, String text, boolean stop) {}

  /** A line that says only that {@code symbol} begins at {@code address}. */
  static CodeLine name(int address, String symbol) {
    return new CodeLine(address, symbol, null, "", null);
  }

  /** A line for an instruction, or for data. */
  static CodeLine of(DisassembledInsn insn, String comment) {
    return new CodeLine(insn.address(), "", insn, comment, null);
  }

  /** A line for a word that no bus answers for. */
  static CodeLine unmapped(int address) {
    return new CodeLine(address, "", null, "not mapped", null);
  }

  /** A line of a source file. */
  static CodeLine source(int address, Source source) {
    return new CodeLine(address, "", null, "", source);
  }

  /** Whether the line stands for code or data at its address, so that it can be stopped at. */
  public boolean canStop() {
    return insn != null || source != null && source.stop();
  }

  /** Whether the line is what lies at its address: an instruction, data, or nothing. */
  boolean isPlace() {
    return symbol.isEmpty() && source == null;
  }

  /** The line as text with address, bytes and symbols. */
  public String text() {
    if (source != null) {
      return String.format("%6d | %s", source.number(), source.text()).stripTrailing();
    }
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
