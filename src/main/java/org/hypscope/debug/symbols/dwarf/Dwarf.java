package org.hypscope.debug.symbols.dwarf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.hypscope.machine.load.ElfSections;

/**
 * The debug information of a file by the addresses that it was linked for. Whoever asks first pays
 * for finding the units; what a unit says is read when an address in it is asked for. Nothing
 * thrown: what cannot be read is empty, and {@link #notice} says why. For any thread.
 */
public final class Dwarf {
  private final Sections sections;
  private final LongPredicate loaded;
  private final Map<Unit, LineTable> lines = new Kept<>();
  private final Map<Unit, Functions> functions = new Kept<>();
  private List<Unit> all;
  private TreeMap<Long, Covered> byStart;
  private String notice = "";

  private record Covered(long end, Unit unit) {}

  /** What was read of the units that were asked for last: a run goes through hundreds. */
  private static final class Kept<T> extends LinkedHashMap<Unit, T> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 64;

    Kept() {
      super(MOST, 1, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Unit, T> eldest) {
      return size() > MOST;
    }
  }

  /**
   * The debug information in {@code file}.
   *
   * @param loaded whether an address belongs to what was linked; what the linker threw away is
   *     described, too, at addresses that mean nothing
   */
  public Dwarf(ElfSections file, LongPredicate loaded) {
    this.sections = new Sections(file);
    this.loaded = loaded;
  }

  /** Whether there is any. */
  public boolean isPresent() {
    return sections.has(".debug_info") && sections.has(".debug_abbrev");
  }

  /** What is wrong with what was read so far, as one sentence; empty where nothing is. */
  public synchronized Optional<String> notice() {
    return notice.isEmpty() ? Optional.empty() : Optional.of(notice);
  }

  /** The line that the instruction at {@code address} comes from. */
  public synchronized Optional<SourceLine> line(int address) {
    return asked(() -> lineAt(address & 0xffff_ffffL), Optional.empty());
  }

  /** The functions that the instruction at {@code address} is in: those inlined come last. */
  public synchronized List<Function> functions(int address) {
    long at = address & 0xffff_ffffL;
    return asked(() -> unit(at).map(unit -> functions(unit).at(at)).orElse(List.of()), List.of());
  }

  /**
   * Where the code of {@code line} of {@code file} begins, or of the next line after it that has
   * code: an address for each function that holds some.
   *
   * @param file a path, or the end of one after a slash
   */
  public synchronized List<Integer> addresses(String file, int line) {
    return asked(() -> find(file, line), List.of());
  }

  /**
   * Where each line of {@code file} begins in the unit that {@code address} is in: the lowest
   * address by line.
   *
   * @param file the whole path, as {@link #line} gives it
   */
  public synchronized Map<Integer, Integer> code(int address, String file) {
    return asked(
        () ->
            unit(address & 0xffff_ffffL)
                .flatMap(this::lines)
                .map(table -> beginnings(table, file))
                .orElse(Map.of()),
        Map.of());
  }

  private static Map<Integer, Integer> beginnings(LineTable table, String file) {
    Map<Integer, Integer> lowest = new TreeMap<>();
    for (LineTable.Row row : table.rows()) {
      if (row.statement() && !row.end() && table.file(row).equals(file)) {
        lowest.merge(row.line(), (int) row.address(), Dwarf::lower);
      }
    }
    return lowest;
  }

  private static Integer lower(Integer a, Integer b) {
    return Integer.compareUnsigned(a, b) <= 0 ? a : b;
  }

  /** The paths of all files that have code, without order. */
  public synchronized List<String> files() {
    return asked(
        () ->
            units().stream()
                .flatMap(unit -> lines(unit).stream())
                .flatMap(table -> table.rows().stream().map(table::file).distinct())
                .distinct()
                .toList(),
        List.of());
  }

  private <T> T asked(Supplier<T> question, T otherwise) {
    if (!isPresent()) {
      return otherwise;
    }
    try {
      return question.get();
    } catch (DwarfException e) {
      damaged(e.getMessage());
      return otherwise;
    }
  }

  private void damaged(String why) {
    if (notice.isEmpty()) {
      notice = "The debug information is damaged: " + why + "; some of it is missing.";
    }
  }

  private Optional<SourceLine> lineAt(long address) {
    Optional<Unit> unit = unit(address);
    Optional<LineTable> table = unit.flatMap(this::lines);
    LineTable.Row row = table.map(t -> t.at(address)).orElse(null);
    return row == null || row.line() <= 0
        ? Optional.empty()
        : Optional.of(new SourceLine(table.get().file(row), row.line()));
  }

  private Optional<Unit> unit(long address) {
    Map.Entry<Long, Covered> found = ranges().floorEntry(address);
    return found == null || address >= found.getValue().end()
        ? Optional.empty()
        : Optional.of(found.getValue().unit());
  }

  private List<Unit> units() {
    if (all == null) {
      Units found = new Units(sections);
      all = found.all();
      if (!found.damage().isEmpty()) {
        damaged(found.damage());
      }
    }
    return all;
  }

  private TreeMap<Long, Covered> ranges() {
    if (byStart == null) {
      byStart = new TreeMap<>();
      for (Unit unit : units()) {
        asked(() -> cover(unit), null);
      }
    }
    return byStart;
  }

  private Void cover(Unit unit) {
    if (unit.isSplit() && notice.isEmpty()) {
      notice =
          "Functions are described in separate .dwo files (-gsplit-dwarf), which are not read:"
              + " lines are shown, functions and parameters are not.";
    }
    for (Span span : Span.of(unit.root())) {
      if (loaded.test(span.start())) {
        byStart.merge(
            span.start(),
            new Covered(span.end(), unit),
            (old, next) -> old.end() >= next.end() ? old : next);
      }
    }
    return null;
  }

  private Optional<LineTable> lines(Unit unit) {
    if (!lines.containsKey(unit)) {
      lines.put(unit, null);
      lines.put(unit, asked(() -> readLines(unit), null));
    }
    return Optional.ofNullable(lines.get(unit));
  }

  /** Its lines, which are not kept: a search looks at many units once. */
  private LineTable looked(Unit unit) {
    LineTable kept = lines.get(unit);
    return kept != null ? kept : readLines(unit);
  }

  private LineTable readLines(Unit unit) {
    return header(unit).map(header -> new LineTable(header, loaded)).orElse(null);
  }

  private Optional<LineHeader> header(Unit unit) {
    Entry root = unit.root();
    String home = root.text(Names.COMP_DIR).orElse("");
    String primary = root.name().orElse("");
    return root.value(Names.STMT_LIST)
        .map(
            at -> new LineHeader(sections, sections.at(".debug_line", at.number()), home, primary));
  }

  private Functions functions(Unit unit) {
    return functions.computeIfAbsent(unit, Functions::new);
  }

  private List<Integer> find(String file, int line) {
    int nearest = Integer.MAX_VALUE;
    List<Long> found = new ArrayList<>();
    for (Unit unit : units()) {
      Optional<LineHeader> header = asked(() -> header(unit), Optional.empty());
      boolean speaksOfIt =
          header.isPresent() && header.get().files().stream().anyMatch(p -> isFile(p, file));
      LineTable table = speaksOfIt ? asked(() -> looked(unit), null) : null;
      if (table == null) {
        continue;
      }
      int best = nearest(table, file, line);
      if (best < nearest) {
        found.clear();
        nearest = best;
      }
      if (best == nearest && best != Integer.MAX_VALUE) {
        found.addAll(beginnings(unit, table, file, best));
      }
    }
    return found.stream().distinct().sorted().map(Long::intValue).toList();
  }

  private static int nearest(LineTable table, String file, int line) {
    return table.rows().stream()
        .filter(row -> row.statement() && !row.end() && row.line() >= line)
        .filter(row -> isFile(table.file(row), file))
        .mapToInt(LineTable.Row::line)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** The first address of {@code line} in each function. */
  private List<Long> beginnings(Unit unit, LineTable table, String file, int line) {
    Map<Long, Long> byFunction = new TreeMap<>();
    Functions kept = functions.get(unit);
    Functions in = kept != null ? kept : asked(() -> new Functions(unit), null);
    for (LineTable.Row row : table.rows()) {
      boolean here = row.statement() && !row.end() && row.line() == line;
      if (here && isFile(table.file(row), file)) {
        long start = in == null ? row.address() : in.start(row.address());
        byFunction.merge(start, row.address(), Math::min);
      }
    }
    return List.copyOf(byFunction.values());
  }

  private static boolean isFile(String path, String wanted) {
    return path.equals(wanted) || path.endsWith("/" + wanted);
  }
}
