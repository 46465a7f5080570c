package org.hypscope.debug.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses.
 *
 * @param start the first
 * @param end the one after the last
 */
record Span(long start, long end) {
  private static final long WORD = 0xffff_ffffL;

  boolean contains(long address) {
    return address >= start && address < end;
  }

  /** The addresses of what {@code entry} describes. */
  static List<Span> of(Entry entry) {
    Optional<Value> ranges = entry.value(Names.RANGES);
    if (ranges.isPresent()) {
      return entry.unit().version() < 5
          ? before5(entry.unit(), ranges.get())
          : from5(entry.unit(), ranges.get());
    }
    Optional<Value> low = entry.value(Names.LOW_PC);
    Optional<Value> high = entry.value(Names.HIGH_PC);
    if (low.isEmpty() || high.isEmpty()) {
      return List.of();
    }
    long start = entry.unit().address(low.get());
    Value end = high.get();
    return some(start, end.isAddress() ? entry.unit().address(end) : start + end.number());
  }

  private static List<Span> some(long start, long end) {
    return end > start && end <= WORD + 1 ? List.of(new Span(start, end)) : List.of();
  }

  private static List<Span> before5(Unit unit, Value ranges) {
    Cursor from = unit.sections().at(".debug_ranges", ranges.number());
    List<Span> spans = new ArrayList<>();
    long base = unit.base();
    int size = unit.addressSize();
    while (true) {
      long start = from.unsigned(size);
      long end = from.unsigned(size);
      if (start == 0 && end == 0) {
        return spans;
      }
      if (start == (size == 4 ? WORD : -1)) {
        base = end;
      } else {
        spans.addAll(some(base + start & WORD, (base + end - 1 & WORD) + 1));
      }
    }
  }

  private static List<Span> from5(Unit unit, Value ranges) {
    Cursor from = unit.list(ranges, ".debug_rnglists", Names.RNGLISTS_BASE);
    List<Span> spans = new ArrayList<>();
    long base = unit.base();
    int size = unit.addressSize();
    while (true) {
      int kind = from.u8();
      switch (kind) {
        case 0 -> {
          return spans;
        }
        case 1 -> base = unit.addressAt(from.uleb());
        case 2 -> spans.addAll(some(unit.addressAt(from.uleb()), unit.addressAt(from.uleb())));
        case 3 -> {
          long start = unit.addressAt(from.uleb());
          spans.addAll(some(start, start + from.uleb()));
        }
        case 4 -> spans.addAll(some(base + from.uleb(), base + from.uleb()));
        case 5 -> base = from.unsigned(size);
        case 6 -> spans.addAll(some(from.unsigned(size), from.unsigned(size)));
        case 7 -> {
          long start = from.unsigned(size);
          spans.addAll(some(start, start + from.uleb()));
        }
        default -> throw new DwarfException("a list of ranges has the unknown entry " + kind);
      }
    }
  }
}
