package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.Hints;
import org.hypscope.arm.core.exec.SystemInstructions;

/** Hints, barriers and preloads (ARM ARM A5.2.11, A5.7.1). */
final class A32Hints {
  private static final String ONES = "(1)(1)(1)(1)";
  private static final String HINT = "cond 001100100000 " + ONES + " (0)(0)(0)(0) ";
  private static final String BARRIER = "111101010111 " + ONES + ONES + "(0)(0)(0)(0) ";

  private A32Hints() {}

  static List<RowBuilder> rows() {
    return List.of(
        hint("NOP", "00000000", "nop{c}", "A8.8.119", Hints::nothing),
        hint("YIELD", "00000001", "yield{c}", "A8.8.426", SystemInstructions::yield),
        hint("WFE", "00000010", "wfe{c}", "A8.8.424", SystemInstructions::wfe),
        hint("WFI", "00000011", "wfi{c}", "A8.8.425", SystemInstructions::wfi),
        hint("SEV", "00000100", "sev{c}", "A8.8.168", SystemInstructions::sev),
        hint("DBG", "1111 option:4", "dbg{c} #{option}", "A8.8.42", SystemInstructions::dbg),
        hint("NOP (unallocated hint)", "hint:8", "nop{c} {{}{hint}{}}", "A5.2.11", Hints::nothing),
        barrier("DSB", "0100", "{barrier}", "A8.8.44"),
        barrier("DMB", "0101", "{barrier}", "A8.8.43"),
        barrier("ISB", "0110", "{isboption}", "A8.8.53"),
        preload("PLD (immediate)", "pld", "11110101 U 101 Rn", "A8.8.126"),
        preload("PLDW (immediate)", "pldw", "11110101 U 001 Rn", "A8.8.126"),
        preload("PLD (literal)", "pld", "11110101 U 101 1111", "A8.8.127"),
        preload("PLI (immediate)", "pli", "11110100 U 101 Rn", "A8.8.129"),
        preload("PLI (literal)", "pli", "11110100 U 101 1111", "A8.8.129"),
        preloadRegister("PLD (register)", "pld", "11110111 U 101", "A8.8.128"),
        preloadRegister("PLDW (register)", "pldw", "11110111 U 001", "A8.8.128"),
        preloadRegister("PLI (register)", "pli", "11110110 U 101", "A8.8.130"),
        row("NOP (memory hint)", "11110100 hint1:1 001 hint2:20", "nop", Hints::nothing)
            .section("A5.7.1"),
        row(
                "NOP (memory hint, register)",
                "11110110 hint1:1 001 hint2:15 0 hint3:4",
                "nop",
                Hints::nothing)
            .section("A5.7.1"));
  }

  private static RowBuilder hint(
      String name, String bits, String template, String section, Operation operation) {
    return row(name, HINT + bits, template, operation).section(section).group("MSR immediate");
  }

  private static RowBuilder barrier(String name, String bits, String option, String section) {
    return row(
            name,
            BARRIER + bits + " option:4",
            name.toLowerCase(Locale.ROOT) + " " + option,
            Hints::nothing)
        .section(section);
  }

  private static RowBuilder preload(String name, String mnemonic, String bits, String section) {
    boolean literal = bits.endsWith("1111");
    String template = mnemonic + (literal ? " {literal}" : " {offset}");
    return row(name, bits + " " + ONES + " imm12", template, Hints::nothing)
        .section(section)
        .effects(literal ? "pc ->" : "Rn ->")
        .group(mnemonic);
  }

  private static RowBuilder preloadRegister(
      String name, String mnemonic, String bits, String section) {
    return row(
            name, bits + " Rn " + ONES + " imm5 type 0 Rm", mnemonic + " {offset}", Hints::nothing)
        .section(section)
        .effects("Rn Rm ->")
        .unpredictable("Rm==15");
  }
}
