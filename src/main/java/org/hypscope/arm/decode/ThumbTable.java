package org.hypscope.arm.decode;

import java.util.List;
import java.util.function.Function;

/**
 * Finds the row of a T32 instruction of one or of two halfwords.
 *
 * @param <T> what carries a form
 */
public final class ThumbTable<T> {
  private final DecodeTable<T> narrow;
  private final DecodeTable<T> wide;

  /**
   * A table of {@code rows}, narrow and wide in any order.
   *
   * @throws IllegalArgumentException as {@link DecodeTable#DecodeTable}
   */
  public ThumbTable(List<T> rows, Function<T, Form> form) {
    narrow = new DecodeTable<>(ofWidth(rows, form, 16), form, DecodeTable.Space.T16);
    wide = new DecodeTable<>(ofWidth(rows, form, 32), form, DecodeTable.Space.T32);
  }

  private static <T> List<T> ofWidth(List<T> rows, Function<T, Form> form, int width) {
    return rows.stream().filter(row -> form.apply(row).pattern().width() == width).toList();
  }

  /** Whether a halfword is the first one of two. */
  public static boolean isWide(int halfword) {
    return (halfword & 0xffff) >>> 11 >= 0b11101;
  }

  /** The instruction of these halfwords as one number: hw1, or hw1 and hw2 below it. */
  public static int raw(int hw1, int hw2) {
    return isWide(hw1) ? hw1 << 16 | hw2 & 0xffff : hw1 & 0xffff;
  }

  /** The row of {@code raw}, as {@link #raw(int, int)} makes it, or null where there is none. */
  public T find(int raw) {
    return (raw >>> 16 == 0 ? narrow : wide).find(raw);
  }
}
