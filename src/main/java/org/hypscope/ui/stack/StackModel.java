package org.hypscope.ui.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.MemoryRange;
import org.hypscope.debug.MemoryView;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.debug.symbols.unwind.Certainty;
import org.hypscope.debug.symbols.unwind.StackFrame;

/** The calls that have not returned, and the words of the stack of one of them. */
public final class StackModel {
  private static final int WORDS_BELOW = 2;
  private static final int WORDS = 96;

  /** The first halfword of BL and BLX (immediate). */
  private static final int T32_BL = 0xf000;

  private static final int T32_BL_MASK = 0xf800;

  /**
   * One frame in words.
   *
   * @param frame what was found
   * @param space the space of its addresses
   * @param place PC with its world: {@code HYP:0x40010000}
   * @param name function and offset; empty for nothing known
   * @param source file and line; empty for nothing known
   * @param pointers SP and, where it is known, CFA
   * @param found by what the frame was found, and how sure it is
   */
  public record Row(
      StackFrame frame,
      AddressSpace space,
      String place,
      String name,
      String source,
      String pointers,
      String found) {
    /** Its number, world, place and name in a line. */
    public String spoken() {
      return String.format(
          "frame %d, %s, %s, %s",
          frame.number(), frame.mode(), name.isEmpty() ? place : name, found);
    }
  }

  /**
   * One word of a stack.
   *
   * @param address where it lies
   * @param value empty where there is no memory
   * @param name what it points to in code; empty for nothing
   * @param mark the frames whose SP this is; empty for none
   * @param changed whether the last command changed it
   */
  public record Word(int address, OptionalInt value, String name, String mark, boolean changed) {
    /** Eight hexadecimal digits, or dashes where nothing can be read. */
    public String text() {
      return value.isPresent() ? String.format("%08x", value.getAsInt()) : "--------";
    }
  }

  private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Word>> words = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper end = new ReadOnlyStringWrapper("");
  private Snapshot snapshot;

  /** The frames from the innermost; none while nothing is open. */
  public ReadOnlyObjectProperty<List<Row>> rows() {
    return rows.getReadOnlyProperty();
  }

  /** The words from a little below the SP of the frame that was chosen. */
  public ReadOnlyObjectProperty<List<Word>> words() {
    return words.getReadOnlyProperty();
  }

  /** Why there are no more frames, in one sentence. */
  public ReadOnlyStringProperty end() {
    return end.getReadOnlyProperty();
  }

  /** Shows the stack of {@code next}, and the words of its innermost frame; null shows nothing. */
  public void show(Snapshot next) {
    snapshot = next;
    end.set(next == null ? "" : next.stack().end());
    rows.set(next == null ? List.of() : next.stack().frames().stream().map(this::row).toList());
    choose(0);
  }

  /** Shows the words of frame {@code index}. */
  public void choose(int index) {
    boolean known = index >= 0 && index < rows.get().size();
    words.set(known ? read(rows.get().get(index)) : List.of());
  }

  /** The stack as a Markdown table, with the reason why it ends. */
  public String asMarkdown() {
    StringBuilder text =
        new StringBuilder("| # | Mode | PC | Where | Source | SP | CFA | Found by |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    for (Row row : rows.get()) {
      StackFrame frame = row.frame();
      text.append(
          String.format(
              "| %d | %s | %s | %s | %s | %s | %s | %s |%n",
              frame.number(),
              frame.mode(),
              row.place(),
              row.name(),
              row.source(),
              hex(frame.sp()),
              hex(frame.cfa()),
              row.found()));
    }
    return text.append('\n').append(end.get()).append('\n').toString();
  }

  private Row row(StackFrame frame) {
    AddressSpace space = snapshot.space(frame.mode());
    Symbols symbols = snapshot.symbols(space);
    return new Row(
        frame,
        space,
        space.name(Integer.toUnsignedLong(frame.pc())),
        symbols.describe(frame.code(), frame.pc()),
        snapshot.loadedSources().seenBy(symbols).describe(frame.code()),
        "SP " + hex(frame.sp()) + (frame.cfa().isEmpty() ? "" : "  CFA " + hex(frame.cfa())),
        frame.method().label() + ", " + frame.certainty().word());
  }

  /** A mark for each certainty, so that it is not told by colour alone. */
  static String mark(Certainty certainty) {
    return switch (certainty) {
      case SURE -> "\u2713";
      case LIKELY -> "~";
      case GUESS -> "?";
    };
  }

  private List<Word> read(Row row) {
    OptionalInt sp = row.frame().sp();
    if (sp.isEmpty()) {
      return List.of();
    }
    MemoryView memory = snapshot.memory(row.space());
    Symbols symbols = snapshot.symbols(row.space());
    List<Word> all = new ArrayList<>();
    int start = (sp.getAsInt() & ~3) - 4 * WORDS_BELOW;
    for (int n = 0; n < WORDS; n++) {
      all.add(word(memory, symbols, row.frame().mode(), start + 4 * n));
    }
    return List.copyOf(all);
  }

  private Word word(MemoryView memory, Symbols symbols, Mode mode, int address) {
    OptionalInt value = memory.word(address);
    String name = value.isEmpty() ? "" : codeName(symbols, value.getAsInt());
    return new Word(address, value, name, frames(mode, address), changed(memory, address));
  }

  /** A function and offset; of a place that a call ending a function returns to, the caller's. */
  private static String codeName(Symbols symbols, int value) {
    int at = value & ~1;
    if (symbols.isFunction(at)) {
      return symbols.describe(at);
    }
    return symbols.isFunction(at - 2) ? symbols.describe(at - 2, at) : "";
  }

  private String frames(Mode mode, int address) {
    StringBuilder text = new StringBuilder();
    for (Row row : rows.get()) {
      StackFrame frame = row.frame();
      if (frame.mode() == mode && frame.sp().equals(OptionalInt.of(address))) {
        text.append(text.isEmpty() ? "SP of #" : " #").append(frame.number());
      }
    }
    return text.toString();
  }

  private boolean changed(MemoryView memory, int address) {
    OptionalLong physical = memory.physical(address);
    List<MemoryRange> written = snapshot.changes().written();
    return physical.isPresent()
        && written.stream().anyMatch(range -> touches(range, (int) physical.getAsLong()));
  }

  private static boolean touches(MemoryRange range, int word) {
    for (int n = 0; n < 4; n++) {
      if (range.contains(word + n)) {
        return true;
      }
    }
    return false;
  }

  private static String hex(OptionalInt value) {
    return value.isPresent() ? String.format("0x%08x", value.getAsInt()) : "not known";
  }

  /** Where the code of {@code row} stands: of a caller the call, which may end its function. */
  int codeAt(Row row) {
    StackFrame frame = row.frame();
    int pc = frame.pc();
    if (!frame.returnAddress()) {
      return pc;
    }
    int before = snapshot.memory(row.space()).half(pc - 4).orElse(0);
    boolean wide = !frame.thumb() || (before & T32_BL_MASK) == T32_BL;
    return wide ? pc - 4 : pc - 2;
  }

  /** The frame at {@code index}, if there is one. */
  Optional<Row> at(int index) {
    boolean known = index >= 0 && index < rows.get().size();
    return known ? Optional.of(rows.get().get(index)) : Optional.empty();
  }
}
