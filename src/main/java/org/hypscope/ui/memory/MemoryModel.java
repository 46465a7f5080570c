package org.hypscope.ui.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.debug.AddressSpace;
import org.hypscope.debug.MemoryRange;
import org.hypscope.debug.MemoryView;
import org.hypscope.debug.Snapshot;

/** A window of memory as words and characters, sixteen bytes a line. */
public final class MemoryModel {
  private static final int LINES = 64;
  private static final int BEFORE = 8;

  /**
   * One word.
   *
   * @param address where it lies
   * @param value empty where there is no memory, and for devices, which are never read
   * @param changed whether the last command changed it
   */
  public record Word(int address, OptionalInt value, boolean changed) {
    /** Eight hexadecimal digits, or dashes where nothing can be read. */
    public String text() {
      return value.isPresent() ? String.format("%08x", value.getAsInt()) : "--------";
    }
  }

  /**
   * Sixteen bytes.
   *
   * @param address of the first
   * @param symbol what the first byte belongs to; empty for nothing known
   * @param words four
   * @param characters sixteen, a dot for what does not print
   */
  public record Line(int address, String symbol, List<Word> words, String characters) {}

  private AddressSpace space = AddressSpace.PL1;
  private Snapshot shown;
  private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());

  /** The lines; empty while nothing is open. */
  public ReadOnlyObjectProperty<List<Line>> lines() {
    return lines.getReadOnlyProperty();
  }

  /** Where to look unless a place was gone to: at the last write, or at PC. */
  static int place(Snapshot snapshot, AddressSpace wanted) {
    MemoryView memory = snapshot.memory(wanted == null ? snapshot.currentSpace() : wanted);
    return snapshot.changes().written().stream()
        .map(MemoryRange::address)
        .filter(at -> memory.physical(at).equals(OptionalLong.of(Integer.toUnsignedLong(at))))
        .findFirst()
        .orElse(snapshot.pc());
  }

  /**
   * Shows the memory around {@code at}; a null snapshot shows nothing.
   *
   * @param wanted what kind of address {@code at} is; null for the one of the code that runs
   */
  public void show(Snapshot snapshot, int at, AddressSpace wanted) {
    List<Line> made = new ArrayList<>();
    shown = snapshot;
    if (snapshot != null) {
      space = wanted == null ? snapshot.currentSpace() : wanted;
      int start = (at & ~0xf) - 16 * BEFORE;
      for (int n = 0; n < LINES; n++) {
        made.add(line(snapshot, snapshot.memory(space), start + 16 * n));
      }
    }
    lines.set(List.copyOf(made));
  }

  /** What kind of address {@link #lines} have. */
  public AddressSpace space() {
    return space;
  }

  /** The address of {@code line} with its world: {@code PL1:0x40010000}. */
  public String place(Line line) {
    return space.name(Integer.toUnsignedLong(line.address()));
  }

  /** Where {@code word} lies in physical memory; empty where its address is not mapped. */
  public OptionalLong physical(Word word) {
    return shown == null ? OptionalLong.empty() : shown.memory(space).physical(word.address());
  }

  /** The index of the line that {@link #show} was asked for. */
  public int wanted() {
    return BEFORE;
  }

  /** The lines as text with symbols. */
  public String asText() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines.get()) {
      text.append(place(line)).append(' ');
      line.words().forEach(word -> text.append(' ').append(word.text()));
      text.append("  ").append(line.characters()).append("  ").append(line.symbol());
      text.append('\n');
    }
    return text.toString();
  }

  private static Line line(Snapshot snapshot, MemoryView memory, int address) {
    List<Word> words = new ArrayList<>();
    StringBuilder characters = new StringBuilder();
    for (int offset = 0; offset < 16; offset += 4) {
      int at = address + offset;
      words.add(new Word(at, memory.word(at), changed(snapshot, memory.physical(at))));
    }
    for (int offset = 0; offset < 16; offset++) {
      int c = memory.byteAt(address + offset).orElse(0);
      characters.append(c >= 0x20 && c < 0x7f ? (char) c : '.');
    }
    String symbol = snapshot.symbols(memory.space()).describe(address);
    return new Line(address, symbol, List.copyOf(words), characters.toString());
  }

  private static boolean changed(Snapshot snapshot, OptionalLong physical) {
    if (physical.isEmpty()) {
      return false;
    }
    for (MemoryRange range : snapshot.changes().written()) {
      for (int n = 0; n < 4; n++) {
        if (range.contains((int) physical.getAsLong() + n)) {
          return true;
        }
      }
    }
    return false;
  }
}
