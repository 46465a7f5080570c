package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.exec.Hints;

/** Preloads: the loads of bytes and halfwords with the PC as Rt (ARM ARM A6.3.8, A6.3.9). */
final class T32Preloads {
  private T32Preloads() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    add(rows, "PLD", "0", "00", 126, 128);
    add(rows, "PLDW", "0", "01", 126, 128);
    add(rows, "PLI", "1", "00", 129, 130);
    add(rows, "NOP", "1", "01", 0, 0);
    rows.add(literal("PLD", "1111100 0 U 0 (0) 1 ", "A8.8.127"));
    rows.add(literal("PLI", "1111100 1 U 00 1 ", "A8.8.129"));
    rows.add(literal("NOP", "1111100 1 U 01 1 ", "A6.3.8"));
    return rows;
  }

  /** Where no preload is allocated the word is a hint that does nothing. */
  private static void add(
      List<RowBuilder> rows, String name, String signed, String size, int at, int register) {
    String head = "1111100 " + signed + " ";
    boolean hint = name.equals("NOP");
    rows.add(immediate(name, "long offset", head + "1 " + size + " 1 Rn!1111 1111 imm12", "1", at));
    rows.add(
        immediate(
            name, "negative offset", head + "0 " + size + " 1 Rn!1111 1111 1100 imm8", "0", at));
    rows.add(
        thumb(
                name + " (register" + (hint ? " hint" : "") + ") T1",
                head + "0 " + size + " 1 Rn!1111 1111 000000 imm2:2 Rm",
                "11110111 U=1 001 Rn 1111 imm5=000.imm2 type=00 0 Rm",
                syntax(name, "{offset}"),
                Hints::nothing)
            .section(hint ? "A6.3.8" : "A8.8." + register)
            .effects(hint ? "->" : "Rn Rm ->")
            .noSpOrPc("Rm"));
  }

  private static String syntax(String name, String operand) {
    return name.equals("NOP") ? "nop{c}" : name.toLowerCase(Locale.ROOT) + "{c} " + operand;
  }

  private static RowBuilder immediate(String name, String kind, String bits, String up, int at) {
    String offset = up.equals("1") ? "imm12" : "imm12=0000.imm8";
    return thumb(
            name + " (" + kind + ") " + (up.equals("1") ? "T1" : "T2"),
            bits,
            "11110101 U=" + up + " 001 Rn 1111 " + offset,
            syntax(name, up.equals("1") ? "{offset}" : "{shortoffset}"),
            Hints::nothing)
        .section(at == 0 ? "A6.3.8" : "A8.8." + at)
        .effects(at == 0 ? "->" : "Rn ->");
  }

  private static RowBuilder literal(String name, String bits, String section) {
    return thumb(
            name + " (literal) " + (name.equals("PLI") ? "T3" : "T1"),
            bits + "1111 1111 imm12",
            "11110101 U 001 1111 1111 imm12",
            syntax(name, "{literal}"),
            Hints::nothing)
        .section(section)
        .effects(name.equals("NOP") ? "->" : "pc ->");
  }
}
