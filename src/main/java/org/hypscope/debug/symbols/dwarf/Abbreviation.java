package org.hypscope.debug.symbols.dwarf;

import java.util.HashMap;
import java.util.Map;

/**
 * The shape of an entry of {@code .debug_info} (DWARF 5, 7.5.3).
 *
 * @param tag what the entry describes
 * @param children whether entries below it follow
 * @param attributes name, form and constant, three numbers each; must not be changed
 */
record Abbreviation(int tag, boolean children, long[] attributes) {
  private static final int IMPLICIT_CONST = 0x21;
  private static final int MOST_ATTRIBUTES = 1 << 12;

  /** The one of code {@code wanted} in the table at {@code table}. */
  static Abbreviation find(Cursor table, long wanted) {
    for (long code = table.uleb(); code != 0; code = table.uleb()) {
      Abbreviation next = read(table);
      if (code == wanted) {
        return next;
      }
    }
    throw new DwarfException("an entry has a shape that is not declared");
  }

  /** All of the table at {@code table} by their codes. */
  static Map<Long, Abbreviation> all(Cursor table) {
    Map<Long, Abbreviation> all = new HashMap<>();
    for (long code = table.uleb(); code != 0; code = table.uleb()) {
      all.put(code, read(table));
    }
    return all;
  }

  private static Abbreviation read(Cursor from) {
    int tag = (int) from.uleb();
    boolean children = from.u8() != 0;
    long[] attributes = new long[24];
    int count = 0;
    while (true) {
      long name = from.uleb();
      long form = from.uleb();
      long constant = form == IMPLICIT_CONST ? from.sleb() : 0;
      if (name == 0 && form == 0) {
        return new Abbreviation(tag, children, java.util.Arrays.copyOf(attributes, count));
      }
      if (count + 3 > attributes.length) {
        if (count > MOST_ATTRIBUTES) {
          throw new DwarfException("an entry has no end of attributes");
        }
        attributes = java.util.Arrays.copyOf(attributes, 2 * attributes.length);
      }
      attributes[count++] = name;
      attributes[count++] = form;
      attributes[count++] = constant;
    }
  }
}
