package org.hypscope.arm.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Finds the row that a word belongs to: a table by the bits that tell most encodings of its {@link
 * Space} apart, with the few rows left to compare in each place.
 *
 * @param <T> what carries a form
 */
public final class DecodeTable<T> {
  private static final int PLACES = 1 << 13;

  private final List<List<T>> table;
  private final Function<T, Form> form;
  private final Space space;

  /** The words that a table is for. */
  enum Space {
    /** By bits 27:20 and 7:4, one half for the conditional and one for the unconditional space. */
    A32,
    /** Two halfwords, the first one above: by bits 28:20 and 7:4. */
    T32,
    /** A halfword: by bits 15:3. */
    T16;

    int place(int word) {
      return index(word) | half(word >>> 28 == 15);
    }

    private int index(int word) {
      return switch (this) {
        case A32 -> word >>> 16 & 0xff0 | word >>> 4 & 0xf;
        case T32 -> word >>> 16 & 0x1ff0 | word >>> 4 & 0xf;
        case T16 -> word >>> 3 & 0x1fff;
      };
    }

    private int half(boolean unconditional) {
      return this == A32 && unconditional ? 1 << 12 : 0;
    }

    /** Hands the places of all words that {@code pattern} may match to {@code visitor}. */
    void visit(Pattern pattern, IntConsumer visitor) {
      int first = index(pattern.value()) | half(unconditional(pattern));
      int free = index(-1) & ~index(pattern.mask());
      int chosen = 0;
      do {
        visitor.accept(first | chosen);
        chosen = chosen - free & free;
      } while (chosen != 0);
    }

    /** In A32 the field cond is never 0b1111, so that half of the space is another one. */
    boolean apart(Pattern a, Pattern b) {
      return this == A32 && unconditional(a) != unconditional(b);
    }

    private static boolean unconditional(Pattern pattern) {
      return (pattern.mask() & pattern.value()) >>> 28 == 15;
    }
  }

  /**
   * A table of {@code rows} in A32.
   *
   * @throws IllegalArgumentException if two rows overlap without being declared as a group, in
   *     which the narrower row wins
   */
  public DecodeTable(List<T> rows, Function<T, Form> form) {
    this(rows, form, Space.A32);
  }

  /** As the other constructor, of the words of {@code space}. */
  DecodeTable(List<T> rows, Function<T, Form> form, Space space) {
    this.form = form;
    this.space = space;
    List<T> narrowFirst = new ArrayList<>(rows);
    narrowFirst.sort((a, b) -> fixedBits(b) - fixedBits(a));
    checkOverlaps(narrowFirst);
    List<List<T>> growing =
        Stream.generate(() -> (List<T>) new ArrayList<T>()).limit(PLACES).toList();
    for (T row : narrowFirst) {
      space.visit(form.apply(row).pattern(), place -> growing.get(place).add(row));
    }
    table = growing.stream().map(List::copyOf).toList();
  }

  /** The row that {@code word} belongs to, or null where none does. */
  public T find(int word) {
    for (T row : table.get(space.place(word))) {
      if (form.apply(row).covers(word)) {
        return row;
      }
    }
    return null;
  }

  private int fixedBits(T row) {
    return Integer.bitCount(form.apply(row).pattern().mask());
  }

  /** A program's start waits for this, so that most pairs are told apart by numbers at hand. */
  private void checkOverlaps(List<T> rows) {
    int[] masks = rows.stream().mapToInt(row -> form.apply(row).pattern().mask()).toArray();
    int[] values = rows.stream().mapToInt(row -> form.apply(row).pattern().value()).toArray();
    for (int i = 0; i < masks.length; i++) {
      for (int k = i + 1; k < masks.length; k++) {
        if (((values[i] ^ values[k]) & masks[i] & masks[k]) == 0) {
          checkPair(form.apply(rows.get(i)), form.apply(rows.get(k)), rows);
        }
      }
    }
  }

  private void checkPair(Form one, Form other, List<T> rows) {
    Pattern a = one.pattern();
    Pattern b = other.pattern();
    if (space.apart(a, b)) {
      return;
    }
    if (a.leavesTo(b.mask(), b.value()) || b.leavesTo(a.mask(), a.value())) {
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
