package org.hypscope.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.debug.Snapshot;

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
  private boolean thumb;

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
    int at = lookedAt == null ? snapshot.pc() : Listing.aligned(snapshot, lookedAt);
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
    boolean thumbNow = (snapshot.cpsr() & Psr.T) != 0;
    if (!inside || thumbNow != thumb || !now.equals(words) || !Listing.has(lines, at)) {
      start = from;
      words = now;
      thumb = thumbNow;
      lines = new Listing(snapshot, at).lines(from, from + 4 * words.size());
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

  private static String explain(Snapshot snapshot, int at) {
    OptionalInt word = snapshot.memory().word(at);
    String where = at == snapshot.pc() ? "Next: " : String.format("At 0x%08x: ", at);
    if (word.isEmpty()) {
      return where + "nothing is mapped at " + String.format("0x%08x", at) + ".";
    }
    DisassembledInsn insn = new Listing(snapshot, at).insn(at, ItState.of(snapshot.cpsr()));
    StringBuilder text = new StringBuilder(where).append(insn.text()).append('.');
    if (insn.form() == null) {
      return text.append(snapshot.symbols().isData(at) ? " Data." : " UNDEFINED.").toString();
    }
    if (at == snapshot.pc() && snapshot.condition() != Cond.AL) {
      text.append(condition(snapshot));
    }
    phrase(text, "Reads", insn.reads());
    phrase(text, "Writes", insn.writes());
    if (insn.target() != null) {
      phrase(text, "Leads to", String.format("0x%08x", insn.target()));
    }
    phrase(text, "UNPREDICTABLE:", insn.unpredictable() == null ? "" : insn.unpredictable());
    return text.toString();
  }

  private static String condition(Snapshot snapshot) {
    String block = ItState.inBlock(ItState.of(snapshot.cpsr())) ? "In an IT block: " : "";
    String holds = snapshot.conditionHolds() ? " holds." : " does not hold: it will do nothing.";
    return " " + block + snapshot.condition() + holds;
  }

  private static void phrase(StringBuilder text, String verb, String object) {
    if (!object.isEmpty()) {
      text.append(' ').append(verb).append(' ').append(object);
      text.append(object.endsWith(".") ? "" : ".");
    }
  }
}
