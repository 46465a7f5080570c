package org.hypscope.debug.symbols.dwarf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The units of {@code .debug_info}; only their headers are read to find them. */
final class Units {
  private final List<Unit> all = new ArrayList<>();
  private String damage = "";

  Units(Sections sections) {
    try {
      Cursor from = sections.at(".debug_info", 0);
      while (!from.atEnd()) {
        all.add(new Unit(this, sections, from));
      }
    } catch (DwarfException e) {
      damage = e.getMessage();
    }
  }

  /** By their offsets. */
  List<Unit> all() {
    return all;
  }

  /** Why there are no more; empty where that is all. */
  String damage() {
    return damage;
  }

  /** The unit that {@code offset} of the section lies in. */
  Optional<Unit> at(long offset) {
    int low = 0;
    int high = all.size() - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      Unit unit = all.get(middle);
      if (offset < unit.offset()) {
        high = middle - 1;
      } else if (offset >= unit.end()) {
        low = middle + 1;
      } else {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
