package org.hypscope.arm.isa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows that belong together, for whoever reads the tables.
 *
 * @param title what they are, with the sections of the ARM ARM that draw their encodings
 * @param rows in the order of those sections; what rows are built from, while they are built
 */
public record Chapter<T>(String title, List<T> rows) {
  /** The chapter of these tables, one after the other. */
  @SafeVarargs
  static <T> Chapter<T> of(String title, List<T>... tables) {
    List<T> rows = new ArrayList<>();
    for (List<T> table : tables) {
      rows.addAll(table);
    }
    return new Chapter<>(title, List.copyOf(rows));
  }

  <R> Chapter<R> map(Function<T, R> function) {
    return new Chapter<>(title, rows.stream().map(function).toList());
  }

  /** The rows of all {@code chapters} in order. */
  static <T> List<T> rows(List<Chapter<T>> chapters) {
    return chapters.stream().flatMap(chapter -> chapter.rows.stream()).toList();
  }
}
