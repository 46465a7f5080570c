package org.hypscope.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.symbols.SourceFolders;
import org.hypscope.debug.symbols.dwarf.SourceLine;

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
   * @param pcLine the index of the line that stands for {@code pc}; -1 where none does
   * @param atLine the same for {@code at}
   * @param mode whose stripe marks the line at PC
   * @param heading the function and the source line; empty where they are not known
   * @param explanation the instruction at {@code at} in words
   */
  public record Page(
      List<CodeLine> lines,
      int pc,
      int at,
      int pcLine,
      int atLine,
      Mode mode,
      String heading,
      String explanation) {}

  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>();
  private List<CodeLine> lines = List.of();
  private List<OptionalInt> words = List.of();
  private int start;
  private boolean thumb;

  /** Whether what is executed was data when it was linked. */
  private boolean filled;

  private CodeMode shownAs = CodeMode.DISASSEMBLY;
  private SourceFolders folders = new SourceFolders(List.of());
  private List<CodeLine> listing = List.of();
  private String file = "";
  private int firstNumber;

  /** What is shown; null while nothing is open. */
  public ReadOnlyObjectProperty<Page> page() {
    return page.getReadOnlyProperty();
  }

  /**
   * Shows the code at {@code lookedAt}, or at PC if that is null; a null snapshot shows nothing.
   *
   * @param as how; where there is no source, the disassembly is shown
   * @param where the sources are
   */
  public void show(Snapshot snapshot, Integer lookedAt, CodeMode as, SourceFolders where) {
    if (snapshot == null) {
      page.set(null);
      return;
    }
    boolean anew = as != shownAs || where != folders;
    shownAs = as;
    folders = where;
    int at = lookedAt == null ? snapshot.pc() : Listing.aligned(snapshot, lookedAt);
    String heading = new Heading(snapshot, at).text(folders);
    SourceText text = new SourceText(snapshot, folders);
    Optional<SourceLine> line = as == CodeMode.SOURCE ? text.at(at) : Optional.empty();
    if (line.isPresent()) {
      prepareSource(text, at, line.get(), anew);
    } else {
      prepare(snapshot, at, anew, text);
    }
    int pcLine = line.isPresent() ? sourceLine(text, snapshot.pc()) : lineAt(lines, snapshot.pc());
    int atLine = line.isPresent() ? sourceLine(text, at) : lineAt(lines, at);
    page.set(
        new Page(
            lines,
            snapshot.pc(),
            at,
            pcLine,
            atLine,
            snapshot.mode(),
            heading,
            explain(snapshot, at)));
  }

  private void prepareSource(SourceText text, int at, SourceLine line, boolean anew) {
    int first = SourceText.first(line);
    if (anew || !file.equals(line.file()) || first != firstNumber) {
      file = line.file();
      firstNumber = first;
      listing = List.of();
      lines = text.around(at, line);
    }
  }

  /** The index of the line that {@code address} comes from; -1 where it is not shown. */
  private int sourceLine(SourceText text, int address) {
    return text.at(address)
        .filter(line -> line.file().equals(file))
        .map(line -> line.line() - firstNumber)
        .filter(index -> index >= 0 && index < lines.size())
        .orElse(-1);
  }

  /** The index of the instruction at {@code address} in {@code lines}; -1 where it is not there. */
  public static int lineAt(List<CodeLine> lines, int address) {
    for (int n = 0; n < lines.size(); n++) {
      if (lines.get(n).address() == address && lines.get(n).isPlace()) {
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
    for (int n = 0; n < shown.lines().size(); n++) {
      text.append(n == shown.pcLine() ? "=> " : "   ");
      text.append(shown.lines().get(n).text()).append('\n');
    }
    return text.toString();
  }

  private void prepare(Snapshot snapshot, int at, boolean anew, SourceText text) {
    boolean inside = !listing.isEmpty() && inside(at, MARGIN);
    int from = inside ? start : (at & ~3) - 4 * BEFORE;
    List<OptionalInt> now = read(snapshot, from);
    boolean thumbNow = (snapshot.cpsr() & Psr.T) != 0;
    boolean filledNow = snapshot.symbols().isData(snapshot.pc());
    boolean other = anew || thumbNow != thumb || filledNow != filled || !now.equals(words);
    if (!inside || other || !Listing.has(listing, at)) {
      start = from;
      words = now;
      thumb = thumbNow;
      filled = filledNow;
      file = "";
      listing = new Listing(snapshot, at).lines(from, from + 4 * words.size());
      lines = shownAs == CodeMode.BOTH ? text.between(listing) : listing;
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
