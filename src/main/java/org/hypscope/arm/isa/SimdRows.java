package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.Locale;
import org.hypscope.arm.core.Operation;

/** The frames that groups of Advanced SIMD rows have in common. */
final class SimdRows {
  /** Quadword registers are even doubleword ones. */
  static final String ODD = "Q==1 && (Vd[0]==1 || Vn[0]==1 || Vm[0]==1)";

  /** As {@link #ODD}, without Vn. */
  static final String ODD_TWO = "Q==1 && (Vd[0]==1 || Vm[0]==1)";

  private SimdRows() {}

  /** {@code VADD (integer)} is {@code vadd.} and what follows. */
  static String mnemonic(String name) {
    return name.split(" ")[0].toLowerCase(Locale.ROOT);
  }

  /**
   * Three registers of the same length.
   *
   * @param type the data type after the point, or empty
   * @param bits U, size, and the opcode in bits 11:8 and 4, parted by bars
   * @param notes {@code d} if the destination is read, {@code f} if FPSCR takes part, {@code s} if
   *     the operands are in the order of shifts, {@code p} if there are doublewords only
   * @param except when it is UNDEFINED other than by odd registers, or empty
   */
  static RowBuilder same(
      String name,
      int section,
      String type,
      String bits,
      String notes,
      String except,
      Operation operation) {
    String[] part = bits.split("\\|");
    boolean pairwise = notes.contains("p");
    String suffix = pairwise ? "" : "?Q";
    String prefix = pairwise ? "D" : "V";
    String d = prefix + "d" + suffix;
    String n = prefix + "n" + suffix;
    String m = prefix + "m" + suffix;
    String operands =
        notes.contains("s")
            ? "{" + d + "}, {" + m + "}, {" + n + "}"
            : "{" + d + "}, {" + n + "}, {" + m + "}";
    String q = pairwise ? "0" : "Q";
    String pattern =
        String.format(
            "1111 001 %s 0 D %s Vn:4 Vd:4 %s N %s M %s Vm:4",
            part[0], part[1], part[2], q, part[3]);
    RowBuilder row =
        row(name, pattern, mnemonic(name) + type(type) + " " + operands, operation)
            .section("A8.8." + section)
            .effects(effects(n + " " + m, d, notes));
    return except(row, pairwise ? "" : ODD, except);
  }

  static String type(String type) {
    return type.isEmpty() ? "" : "." + type;
  }

  /** The effects of reading {@code operands}, with the notes of {@link #same}. */
  static String effects(String operands, String d, String notes) {
    String reads = operands + (notes.contains("d") ? " " + d : "");
    String fpscr = notes.contains("f") ? " FPSCR" : "";
    return reads + fpscr + " -> " + d + fpscr;
  }

  /** UNDEFINED where {@code odd} or {@code other} holds, either of which may be empty. */
  static RowBuilder except(RowBuilder row, String odd, String other) {
    if (odd.isEmpty() && other.isEmpty()) {
      return row;
    }
    return row.except(odd.isEmpty() ? other : other.isEmpty() ? odd : odd + " || " + other);
  }
}
