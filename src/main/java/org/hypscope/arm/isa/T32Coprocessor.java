package org.hypscope.arm.isa;

import java.util.List;
import java.util.Set;

/** Coprocessor, Floating-point and Advanced SIMD encodings, which both instruction sets share. */
final class T32Coprocessor {
  /** What T32 does not allow the PC as the base of, though A32 does. */
  private static final Set<String> NO_PC =
      Set.of("STC", "STC2", "VSTR", "VSTM", "VLDM", "FSTMX", "FLDMX");

  private T32Coprocessor() {}

  /** The chapters of A32 that have such encodings, with those. */
  static List<Chapter<RowBuilder>> chapters() {
    return A32.builders().stream()
        .map(T32Coprocessor::shared)
        .filter(chapter -> !chapter.rows().isEmpty())
        .toList();
  }

  private static Chapter<RowBuilder> shared(Chapter<RowBuilder> chapter) {
    List<RowBuilder> rows = chapter.rows().stream().filter(RowBuilder::isShared).toList();
    return Chapter.of(chapter.title(), rows).map(RowBuilder::t32).map(T32Coprocessor::reserved);
  }

  /** The cases that are UNPREDICTABLE in T32 alone. */
  private static RowBuilder reserved(RowBuilder row) {
    for (String field : List.of("Rt", "Rt2")) {
      if (row.has(field)) {
        row.unpredictable(field + "==13");
      }
    }
    return NO_PC.contains(row.name().split(" ")[0]) && row.has("Rn")
        ? row.unpredictable("Rn==15")
        : row;
  }
}
