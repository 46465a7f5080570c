package org.hypscope.debug.symbols;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.hypscope.debug.symbols.dwarf.Dwarf;
import org.hypscope.debug.symbols.dwarf.Function;
import org.hypscope.debug.symbols.dwarf.SourceLine;
import org.hypscope.machine.load.ImageSymbols;
import org.hypscope.machine.load.LoadedImage;

/**
 * What an image's debug information says of addresses as {@link Symbols} sees them. Read when asked
 * for; immutable.
 */
public final class Sources {
  private final Supplier<Dwarf> dwarf;
  private final Symbols symbols;

  /** Those of {@code image}, whose names are {@code symbols}. */
  public Sources(LoadedImage image, Symbols symbols) {
    this(new Once<>(() -> read(image)), symbols);
  }

  private Sources(Supplier<Dwarf> dwarf, Symbols symbols) {
    this.dwarf = dwarf;
    this.symbols = symbols;
  }

  private static Dwarf read(LoadedImage image) {
    ImageSymbols names = image.names();
    return new Dwarf(
        names.sections(),
        address -> names.extents().stream().anyMatch(each -> each.linked().contains(address)));
  }

  /** The same by the addresses of another regime. */
  public Sources seenBy(Symbols other) {
    return new Sources(dwarf, other);
  }

  /** The line that the instruction at {@code address} comes from. */
  public Optional<SourceLine> line(int address) {
    OptionalInt linked = symbols.linked(address);
    return linked.isEmpty() ? Optional.empty() : dwarf.get().line(linked.getAsInt());
  }

  /** {@code head.S:123}, or the empty string where nothing is known. */
  public String describe(int address) {
    return line(address).map(SourceLine::brief).orElse("");
  }

  /** The functions that the instruction at {@code address} is in: those inlined come last. */
  public List<Function> functions(int address) {
    OptionalInt linked = symbols.linked(address);
    return linked.isEmpty() ? List.of() : dwarf.get().functions(linked.getAsInt());
  }

  /**
   * Where the code of {@code line} of {@code file} begins, or of the next line that has code: an
   * address for each function that holds some.
   *
   * @param file a path, or the end of one after a slash
   */
  public List<Integer> addresses(String file, int line) {
    return dwarf.get().addresses(file, line).stream().map(symbols::seen).toList();
  }

  /**
   * The address of each line of {@code file} that has code in the unit that {@code address} is in.
   *
   * @param file the whole path, as {@link #line} gives it
   */
  public Map<Integer, Integer> code(int address, String file) {
    OptionalInt linked = symbols.linked(address);
    Map<Integer, Integer> seen = new HashMap<>();
    if (linked.isPresent()) {
      dwarf.get().code(linked.getAsInt(), file).forEach((l, at) -> seen.put(l, symbols.seen(at)));
    }
    return seen;
  }

  /** Whether the image has debug information at all. */
  public boolean isPresent() {
    return dwarf.get().isPresent();
  }

  /** What is wrong with what was read so far, as one sentence. */
  public Optional<String> notice() {
    return dwarf.get().notice();
  }
}
