package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.LoadStore;

/** Loads and stores of words and bytes (ARM ARM A5.3), and their unprivileged forms. */
final class A32LoadStore {
  private A32LoadStore() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.addAll(store("STR", "0", 204, 205, LoadStore::str));
    rows.addAll(store("STRB", "1", 207, 208, LoadStore::strb));
    rows.addAll(load("LDR", "0", 63, 66, LoadStore::ldr));
    rows.addAll(load("LDRB", "1", 68, 70, LoadStore::ldrb));
    rows.addAll(unprivileged("STRT", "STR", "0", "0", 220, LoadStore::strt));
    rows.addAll(unprivileged("STRBT", "STRB", "1", "0", 209, LoadStore::strbt));
    rows.addAll(unprivileged("LDRT", "LDR", "0", "1", 92, LoadStore::ldrt));
    rows.addAll(unprivileged("LDRBT", "LDRB", "1", "1", 71, LoadStore::ldrbt));
    rows.addAll(literals());
    rows.addAll(stackSingles());
    return rows;
  }

  private static String template(String name) {
    return name.toLowerCase(Locale.ROOT) + "{c} {Rt}, {address}";
  }

  private static String[] byteRule(String name) {
    return name.endsWith("B") ? new String[] {"Rt==15"} : new String[0];
  }

  private static List<RowBuilder> store(
      String name, String b, int section, int register, Operation operation) {
    return List.of(
        row(
                name + " (immediate)",
                "cond 010 P U " + b + " W 0 Rn Rt imm12",
                template(name),
                operation)
            .section("A8.8." + section)
            .effects("Rt Rn -> memory wback:Rn")
            .unpredictable(byteRule(name))
            .unpredictable("wback && Rn==15", "wback && Rn==Rt")
            .group(name + " immediate"),
        row(
                name + " (register)",
                "cond 011 P U " + b + " W 0 Rn Rt imm5 type 0 Rm",
                template(name),
                operation)
            .section("A8.8." + register)
            .effects("Rt Rn Rm -> memory wback:Rn")
            .unpredictable(byteRule(name))
            .unpredictable("Rm==15", "wback && Rn==15", "wback && Rn==Rt")
            .group(name + " register"));
  }

  private static List<RowBuilder> load(
      String name, String b, int section, int register, Operation operation) {
    return List.of(
        row(
                name + " (immediate)",
                "cond 010 P U " + b + " W 1 Rn Rt imm12",
                template(name),
                operation)
            .section("A8.8." + section)
            .effects("Rn memory -> Rt wback:Rn")
            .unpredictable(byteRule(name))
            .unpredictable("wback && Rn==15", "wback && Rn==Rt")
            .group(name + " immediate"),
        row(
                name + " (register)",
                "cond 011 P U " + b + " W 1 Rn Rt imm5 type 0 Rm",
                template(name),
                operation)
            .section("A8.8." + register)
            .effects("Rn Rm memory -> Rt wback:Rn")
            .unpredictable(byteRule(name))
            .unpredictable("Rm==15", "wback && Rn==15", "wback && Rn==Rt")
            .group(name + " register"));
  }

  private static List<RowBuilder> unprivileged(
      String name, String group, String b, String l, int section, Operation operation) {
    String effects = l.equals("1") ? "memory -> Rt Rn" : "-> memory Rn";
    String reads = l.equals("1") ? "Rn " : "Rt Rn ";
    return List.of(
        row(
                name + " (immediate)",
                "cond 010 0 U " + b + " 1 " + l + " Rn Rt imm12",
                template(name),
                operation)
            .section("A8.8." + section)
            .effects(reads + effects)
            .unpredictable("Rt==15", "Rn==15", "Rn==Rt")
            .group(group + " immediate"),
        row(
                name + " (register)",
                "cond 011 0 U " + b + " 1 " + l + " Rn Rt imm5 type 0 Rm",
                template(name),
                operation)
            .section("A8.8." + section)
            .effects(reads + "Rm " + effects)
            .unpredictable("Rt==15", "Rn==15", "Rn==Rt", "Rm==15")
            .group(group + " register"));
  }

  private static List<RowBuilder> literals() {
    return List.of(
        row("LDR (literal)", "cond 0101 U 001 1111 Rt imm12", literal("ldr"), LoadStore::ldr)
            .section("A8.8.64")
            .effects("pc memory -> Rt")
            .group("LDR immediate"),
        row("LDRB (literal)", "cond 0101 U 101 1111 Rt imm12", literal("ldrb"), LoadStore::ldrb)
            .section("A8.8.69")
            .effects("pc memory -> Rt")
            .unpredictable("Rt==15")
            .group("LDRB immediate"));
  }

  static String literal(String mnemonic) {
    return mnemonic + "{c} {Rt}, {literal}";
  }

  /** PUSH and POP of one register. */
  private static List<RowBuilder> stackSingles() {
    return List.of(
        row(
                "PUSH (one register)",
                "cond 010100101101 Rt 000000000100",
                "push{c} {pushed}",
                LoadStore::str)
            .section("A8.8.133")
            .effects("Rt sp -> memory sp")
            .unpredictable("Rt==13")
            .group("STR immediate"),
        row(
                "POP (one register)",
                "cond 010010011101 Rt 000000000100",
                "pop{c} {popped}",
                LoadStore::ldr)
            .section("A8.8.132")
            .effects("sp memory -> Rt sp")
            .unpredictable("Rt==13")
            .group("LDR immediate"));
  }
}
