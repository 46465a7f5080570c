package org.hypscope.arm.isa;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the tables of wide T32 instructions share: rows made from those of A32. */
final class T32Rows {
  private static final Map<String, RowBuilder> A32_ROWS =
      Chapter.rows(A32.builders()).stream()
          .collect(Collectors.toMap(RowBuilder::name, Function.identity()));

  private T32Rows() {}

  /**
   * The encoding {@code encoding} of the instruction that A32 has as {@code title}: {@link
   * RowBuilder#t32(String, String, String, String...)}, with the same syntax.
   */
  static RowBuilder like(String title, String encoding, String bits, String... fields) {
    RowBuilder row = a32(title);
    return row.t32(encoding, bits, row.template(), fields);
  }

  /** As {@link #like}, with {@code .w}, which tells it from an encoding of one halfword. */
  static RowBuilder wide(String title, String encoding, String bits, String... fields) {
    RowBuilder row = a32(title);
    return row.t32(encoding, bits, row.template().replace("{c}", "{c}.w"), fields);
  }

  static RowBuilder a32(String title) {
    RowBuilder row = A32_ROWS.get(title);
    if (row == null) {
      throw new IllegalArgumentException("A32 has no row '" + title + "'");
    }
    return row;
  }
}
