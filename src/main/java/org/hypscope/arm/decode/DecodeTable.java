package org.hypscope.arm.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the row that a word belongs to: a table by bits 27:20 and 7:4, one half for the conditional
 * and one for the unconditional space, with the few rows left to compare in each place.
 *
 * @param <T> what carries a form
 */
public final class DecodeTable<T> {
  private static final int PLACES = 1 << 13;
  private static final int INDEX_BITS = 0x0ff000f0;

  private final List<List<T>> table = new ArrayList<>(PLACES);
  private final Function<T, Form> form;

  /**
   * A table of {@code rows}.
   *
   * @throws IllegalArgumentException if two rows overlap without being declared as a group, in
   *     which the narrower row wins
   */
  public DecodeTable(List<T> rows, Function<T, Form> form) {
    this.form = form;
    List<T> narrowFirst = new ArrayList<>(rows);
    narrowFirst.sort((a, b) -> fixedBits(b) - fixedBits(a));
    checkOverlaps(narrowFirst);
    for (int place = 0; place < PLACES; place++) {
      table.add(rowsAt(narrowFirst, place));
    }
  }

  /** The row that {@code word} belongs to, or null where none does. */
  public T find(int word) {
    for (T row : table.get(place(word))) {
      if (form.apply(row).covers(word)) {
        return row;
      }
    }
    return null;
  }

  private static int place(int word) {
    int unconditional = word >>> 28 == 15 ? 1 << 12 : 0;
    return unconditional | (word >>> 16 & 0xff0) | (word >>> 4 & 0xf);
  }

  private List<T> rowsAt(List<T> rows, int place) {
    int word = (place & 0xff0) << 16 | (place & 0xf) << 4;
    boolean unconditional = place >>> 12 != 0;
    List<T> here = new ArrayList<>();
    for (T row : rows) {
      Pattern pattern = form.apply(row).pattern();
      boolean fits = ((word ^ pattern.value()) & pattern.mask() & INDEX_BITS) == 0;
      if (fits && unconditional == unconditional(pattern)) {
        here.add(row);
      }
    }
    return List.copyOf(here);
  }

  private static boolean unconditional(Pattern pattern) {
    return (pattern.mask() & pattern.value()) >>> 28 == 15;
  }

  private int fixedBits(T row) {
    return Integer.bitCount(form.apply(row).pattern().mask());
  }

  private void checkOverlaps(List<T> rows) {
    for (int i = 0; i < rows.size(); i++) {
      for (int k = i + 1; k < rows.size(); k++) {
        checkPair(form.apply(rows.get(i)), form.apply(rows.get(k)), rows);
      }
    }
  }

  private void checkPair(Form one, Form other, List<T> rows) {
    Pattern a = one.pattern();
    Pattern b = other.pattern();
    boolean overlap = ((a.value() ^ b.value()) & a.mask() & b.mask()) == 0;
    if (!overlap || unconditional(a) != unconditional(b)) {
      return;
    }
    boolean grouped = one.group() != null && one.group().equals(other.group());
    if (!grouped
        || a.mask() == b.mask()
        || !isRow(a.mask() | b.mask(), a.value() | b.value(), rows)) {
      throw new IllegalArgumentException(
          "rows overlap, and no group says which one wins: "
              + one.title()
              + " and "
              + other.title());
    }
  }

  /** Whether what two rows share is a row: the narrower one, or a third that settles it. */
  private boolean isRow(int mask, int value, List<T> rows) {
    for (T row : rows) {
      Pattern pattern = form.apply(row).pattern();
      if (pattern.mask() == mask && pattern.value() == value) {
        return true;
      }
    }
    return false;
  }
}
