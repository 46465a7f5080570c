package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;
import org.hypscope.arm.arch.Mode;

/**
 * Finds the index of a kernel's ARM unwind tables in memory by its form, where no symbol tells it
 * (kallsyms of most kernels name code only): many pairs of words, the first of each leading to
 * ascending functions, around the code that asks.
 */
final class ExidxSearch {
  private static final int FARTHEST = 32 << 20;
  private static final int PAGE = 4096;
  private static final int ENTRY = 8;
  private static final int PROBES = 4;
  private static final int FEWEST = 2 * PAGE / ENTRY / PROBES;
  private static final int LONGEST = 4 << 20;
  private static final int CANNOT_UNWIND = 1;

  private final StackReader reader;
  private final Mode mode;
  private final int code;
  private int lastStart;
  private int lastEnd;

  private ExidxSearch(StackReader reader, Mode mode, int code) {
    this.reader = reader;
    this.mode = mode;
    this.code = code;
  }

  /** The index that covers {@code code}: above it first, where linkers put it. */
  static Optional<UnwindTables.Extent> find(StackReader reader, Mode mode, int code) {
    ExidxSearch search = new ExidxSearch(reader, mode, code & ~(PAGE - 1));
    return search.pages(1).or(() -> search.pages(-1));
  }

  /** Looks page by page, up or down, as far as memory is mapped without a gap. */
  private Optional<UnwindTables.Extent> pages(int direction) {
    for (int n = 0; n < FARTHEST / PAGE; n++) {
      int page = code + direction * n * PAGE;
      if (reader.word(mode, page).isEmpty()) {
        break;
      }
      // A run that is long enough has an entry at one of these places.
      for (int at = page; at < page + PAGE; at += PAGE / PROBES) {
        Optional<UnwindTables.Extent> found = run(at);
        found = found.isPresent() ? found : run(at + 4);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The whole run of entries around {@code at}, if it is long enough and covers the code. */
  private Optional<UnwindTables.Extent> run(int at) {
    boolean again = unsigned(at) >= unsigned(lastStart) && unsigned(at) < unsigned(lastEnd);
    if (again || !isEntry(at)) {
      return Optional.empty();
    }
    int start = at;
    while (start > at - LONGEST && isEntry(start - ENTRY) && ascends(start - ENTRY)) {
      start -= ENTRY;
    }
    int end = at + ENTRY;
    while (end < at + LONGEST && isEntry(end) && ascends(end - ENTRY)) {
      end += ENTRY;
    }
    lastStart = start;
    lastEnd = end;
    boolean covers = function(start) <= unsigned(code) && unsigned(code) < function(end - ENTRY);
    return covers && end - start >= FEWEST * ENTRY
        ? Optional.of(new UnwindTables.Extent(start, end))
        : Optional.empty();
  }

  private boolean ascends(int at) {
    return function(at) < function(at + ENTRY);
  }

  private boolean isEntry(int at) {
    OptionalInt first = reader.word(mode, at);
    if (first.isEmpty() || first.getAsInt() < 0 || !isNear(function(at))) {
      return false;
    }
    int second = reader.word(mode, at + 4).orElse(0);
    boolean inline = second >>> 24 == 0x80;
    return second == CANNOT_UNWIND || inline || second > 0 && isNear(place(at + 4, second));
  }

  private boolean isNear(long function) {
    return Math.abs(function - unsigned(code)) < 2L * FARTHEST;
  }

  private long function(int at) {
    return place(at, reader.word(mode, at).orElse(0));
  }

  private static long place(int at, int word) {
    return unsigned(at + (word << 1 >> 1));
  }

  private static long unsigned(int address) {
    return Integer.toUnsignedLong(address);
  }
}
