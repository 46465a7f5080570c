package org.hypscope.ui.vectors;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hypscope.debug.Breakpoint;
import org.hypscope.debug.Disassembly;
import org.hypscope.debug.Snapshot;
import org.hypscope.debug.VectorBase;
import org.hypscope.debug.VectorTableView;
import org.hypscope.debug.symbols.Symbols;
import org.hypscope.ui.NumberWords;

/** The vector tables that exceptions may enter, as they are in memory at one instant. */
public final class VectorsModel {
  /**
   * A table.
   *
   * @param which PL1's, the Monitor's or HYP's
   * @param title the world's name and the register that holds the base
   * @param base the base as text, with its symbol
   * @param lines its eight vectors
   */
  public record Table(VectorBase which, String title, String base, List<Line> lines) {}

  /**
   * A vector.
   *
   * @param offset from the base
   * @param address of the vector
   * @param name what leads here, in a word or two
   * @param meaning the same in full
   * @param instruction the instruction there
   * @param leadsTo where it branches, by name where there is one; empty where it does not
   * @param target where it branches
   * @param caught whether a run stops when it is taken
   * @param taken whether the last step entered here
   */
  public record Line(
      int offset,
      int address,
      String name,
      String meaning,
      String instruction,
      String leadsTo,
      Optional<Integer> target,
      boolean caught,
      boolean taken) {}

  private final ReadOnlyObjectWrapper<List<Table>> tables = new ReadOnlyObjectWrapper<>(List.of());

  /** PL1, Monitor and HYP, in that order; empty while nothing is open. */
  public ReadOnlyObjectProperty<List<Table>> tables() {
    return tables.getReadOnlyProperty();
  }

  /** Shows {@code snapshot} with the vectors at which {@code stops} stop; null shows nothing. */
  public void show(Snapshot snapshot, Set<Breakpoint> stops) {
    tables.set(
        snapshot == null
            ? List.of()
            : snapshot.vectorTables().stream()
                .map(table -> table(snapshot, table, stops))
                .toList());
  }

  /** The tables as Markdown. */
  public String asMarkdown() {
    StringBuilder text = new StringBuilder();
    for (Table table : tables.get()) {
      text.append("### ").append(table.title()).append(" = ").append(table.base()).append("\n\n");
      text.append("| offset | for | instruction | leads to |\n|---|---|---|---|\n");
      for (Line line : table.lines()) {
        text.append(
            String.format(
                "| 0x%02x%s | %s | %s | %s |%n",
                line.offset(),
                line.taken() ? " (taken)" : "",
                line.meaning(),
                line.instruction(),
                line.leadsTo()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static Table table(Snapshot now, VectorTableView table, Set<Breakpoint> stops) {
    String name =
        NumberWords.symbol(table.base(), now.symbols(table.space())).map(s -> "  " + s).orElse("");
    return new Table(
        table.which(),
        table.register(),
        NumberWords.grouped(table.base()) + name,
        table.rows().stream()
            .map(row -> line(now, table, row, stops.contains(stop(table, row))))
            .toList());
  }

  private static Breakpoint stop(VectorTableView table, VectorTableView.Row row) {
    return new Breakpoint.Vector(table.which(), row.offset());
  }

  private static Line line(
      Snapshot now, VectorTableView table, VectorTableView.Row row, boolean caught) {
    String leadsTo =
        row.leadsTo()
            .map(to -> to == row.address() ? "itself" : place(now.symbols(table.space()), to))
            .orElse("");
    return new Line(
        row.offset(),
        row.address(),
        shortName(row.meaning()),
        row.meaning(),
        instruction(table, row),
        leadsTo,
        row.leadsTo(),
        caught,
        row.offset() == table.taken());
  }

  /** The full name without what stands in brackets or after a comma or colon. */
  private static String shortName(String meaning) {
    String name = meaning.split("[,:(]")[0].trim();
    return switch (name) {
      case "Undefined Instruction" -> "Undefined";
      case "Supervisor Call" -> "SVC";
      case "Secure Monitor Call" -> "SMC";
      case "Reset" -> "not used";
      default -> name;
    };
  }

  private static String instruction(VectorTableView table, VectorTableView.Row row) {
    if (row.word().isEmpty()) {
      return "no memory";
    }
    int word = row.word().get();
    return table.thumb()
        ? Disassembly.t32(word & 0xffff, word >>> 16, row.address(), 0).text()
        : Disassembly.a32(word, row.address()).text();
  }

  private static String place(Symbols symbols, int address) {
    return NumberWords.symbol(address, symbols).orElse(NumberWords.grouped(address));
  }
}
