package org.hypscope.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.arm.arch.Bits;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.debug.Disassembly;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.Symbols;

/**
 * The code around the place of interest, disassembled. Only a window of lines is a document: it is
 * made anew when the place leaves it or its words change, and otherwise only marks move.
 */
public final class CodeModel {
  private static final int BEFORE = 64;
  private static final int AFTER = 128;
  private static final int MARGIN = 12;

  /**
   * What is shown.
   *
   * @param lines the same list as before where only marks moved
   * @param pc the next instruction's address
   * @param at the address to bring into view
   * @param mode whose stripe marks the line at PC
   * @param explanation the instruction at {@code at} in words
   */
  public record Page(List<CodeLine> lines, int pc, int at, Mode mode, String explanation) {}

  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>();
  private List<CodeLine> lines = List.of();
  private List<OptionalInt> words = List.of();
  private int start;

  /** What is shown; null while nothing is open. */
  public ReadOnlyObjectProperty<Page> page() {
    return page.getReadOnlyProperty();
  }

  /**
   * Shows the code at {@code lookedAt}, or at PC if that is null; a null snapshot shows nothing.
   */
  public void show(Snapshot snapshot, Integer lookedAt) {
    if (snapshot == null) {
      page.set(null);
      return;
    }
    int at = lookedAt == null ? snapshot.pc() : lookedAt & ~3;
    prepare(snapshot, at);
    page.set(new Page(lines, snapshot.pc(), at, snapshot.mode(), explain(snapshot, at)));
  }

  /** The index of the instruction at {@code address} in {@code lines}; -1 where it is not there. */
  public static int lineAt(List<CodeLine> lines, int address) {
    for (int n = 0; n < lines.size(); n++) {
      if (lines.get(n).address() == address && lines.get(n).symbol().isEmpty()) {
        return n;
      }
    }
    return -1;
  }

  /** The lines as a listing, the one at PC marked with an arrow. */
  public String asText() {
    Page shown = page.get();
    if (shown == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (CodeLine line : shown.lines()) {
      boolean here = line.symbol().isEmpty() && line.address() == shown.pc();
      text.append(here ? "=> " : "   ").append(line.text()).append('\n');
    }
    return text.toString();
  }

  private void prepare(Snapshot snapshot, int at) {
    boolean inside = !lines.isEmpty() && inside(at, MARGIN);
    int from = inside ? start : (at & ~3) - 4 * BEFORE;
    List<OptionalInt> now = read(snapshot, from);
    if (!inside || !now.equals(words)) {
      start = from;
      words = now;
      lines = disassemble(snapshot);
    }
  }

  private boolean inside(int at, int margin) {
    int index = (at - start) >> 2;
    return index >= margin && index < BEFORE + AFTER - margin;
  }

  private static List<OptionalInt> read(Snapshot snapshot, int from) {
    List<OptionalInt> words = new ArrayList<>(BEFORE + AFTER);
    for (int n = 0; n < BEFORE + AFTER; n++) {
      words.add(snapshot.memory().word(from + 4 * n));
    }
    return words;
  }

  private List<CodeLine> disassemble(Snapshot snapshot) {
    List<CodeLine> made = new ArrayList<>();
    Symbols symbols = snapshot.symbols();
    for (int n = 0; n < words.size(); n++) {
      int address = start + 4 * n;
      symbols
          .at(address)
          .filter(symbol -> symbol.address() == address)
          .ifPresent(symbol -> made.add(CodeLine.name(address, symbol.name())));
      made.add(line(snapshot, address, words.get(n)));
    }
    return List.copyOf(made);
  }

  private static CodeLine line(Snapshot snapshot, int address, OptionalInt word) {
    if (word.isEmpty()) {
      return CodeLine.unmapped(address);
    }
    Symbols symbols = snapshot.symbols();
    DisassembledInsn insn =
        symbols.isData(address)
            ? data(address, word.getAsInt())
            : Disassembly.a32(word.getAsInt(), address);
    return named(snapshot, new CodeLine(address, "", insn, comment(snapshot, insn)));
  }

  /** A branch names the place it leads to, if that has a name; its address is in the words. */
  private static CodeLine named(Snapshot snapshot, CodeLine line) {
    DisassembledInsn insn = line.insn();
    if (insn.target() == null || !insn.operands().equals(Bits.hex(insn.target()))) {
      return line;
    }
    String name = snapshot.symbols().describe(insn.target());
    if (name.isEmpty()) {
      return new CodeLine(line.address(), "", insn, "");
    }
    DisassembledInsn named =
        new DisassembledInsn(
            insn.address(),
            insn.word(),
            insn.size(),
            insn.mnemonic(),
            name,
            "",
            insn.form(),
            insn.unpredictable(),
            insn.reads(),
            insn.writes(),
            insn.target());
    return new CodeLine(line.address(), "", named, "");
  }

  private static DisassembledInsn data(int address, int word) {
    return new DisassembledInsn(
        address, word, 4, ".word", String.format("0x%08x", word), "", null, null, "", "", null);
  }

  private static String comment(Snapshot snapshot, DisassembledInsn insn) {
    Symbols symbols = snapshot.symbols();
    if (insn.form() == null) {
      return symbols.describe(insn.word());
    }
    if (insn.target() == null) {
      return insn.comment();
    }
    String name = symbols.describe(insn.target());
    return name.isEmpty() ? String.format("0x%08x", insn.target()) : name;
  }

  private static String explain(Snapshot snapshot, int at) {
    OptionalInt word = snapshot.memory().word(at);
    String where = at == snapshot.pc() ? "Next: " : String.format("At 0x%08x: ", at);
    if (word.isEmpty()) {
      return where + "nothing is mapped at " + String.format("0x%08x", at) + ".";
    }
    DisassembledInsn insn = line(snapshot, at, word).insn();
    StringBuilder text = new StringBuilder(where).append(insn.text()).append('.');
    if (insn.form() == null) {
      return text.append(snapshot.symbols().isData(at) ? " Data." : " UNDEFINED.").toString();
    }
    phrase(text, "Reads", insn.reads());
    phrase(text, "Writes", insn.writes());
    if (insn.target() != null) {
      phrase(text, "Leads to", String.format("0x%08x", insn.target()));
    }
    phrase(text, "UNPREDICTABLE:", insn.unpredictable() == null ? "" : insn.unpredictable());
    return text.toString();
  }

  private static void phrase(StringBuilder text, String verb, String object) {
    if (!object.isEmpty()) {
      text.append(' ').append(verb).append(' ').append(object);
      text.append(object.endsWith(".") ? "" : ".");
    }
  }
}
