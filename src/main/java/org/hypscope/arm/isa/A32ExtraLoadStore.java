package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.ExtraLoadStore;

/**
 * Loads and stores of halfwords and doublewords and loads that extend the sign (ARM ARM A5.2.8),
 * and their unprivileged forms (A5.2.9).
 */
final class A32ExtraLoadStore {
  private static final String NO_RM = "(0)(0)(0)(0) ";

  private A32ExtraLoadStore() {}

  /**
   * One kind of access.
   *
   * @param name the mnemonic
   * @param load bit 20
   * @param op2 bits 7:4
   * @param immediate the number in A8.8 of the immediate form
   * @param register the number of the register form
   * @param literal the number of the literal form, 0 for a store
   * @param operation what it does
   */
  private record Access(
      String name,
      String load,
      String op2,
      int immediate,
      int register,
      int literal,
      Operation operation) {
    boolean pair() {
      return name.endsWith("D");
    }

    boolean loads() {
      return name.startsWith("LD");
    }

    String effects(String address) {
      String data = pair() ? "Rt Rt+1" : "Rt";
      return loads()
          ? address + " memory -> " + data + " wback:Rn"
          : data + " " + address + " -> memory wback:Rn";
    }
  }

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    add(rows, new Access("STRH", "0", "1011", 217, 218, 0, ExtraLoadStore::strh));
    add(rows, new Access("LDRD", "0", "1101", 72, 74, 73, ExtraLoadStore::ldrd));
    add(rows, new Access("STRD", "0", "1111", 210, 211, 0, ExtraLoadStore::strd));
    add(rows, new Access("LDRH", "1", "1011", 80, 82, 81, ExtraLoadStore::ldrh));
    add(rows, new Access("LDRSB", "1", "1101", 84, 86, 85, ExtraLoadStore::ldrsb));
    add(rows, new Access("LDRSH", "1", "1111", 88, 90, 89, ExtraLoadStore::ldrsh));
    addUnprivileged(rows, "STRH", "0", "1011", 219, ExtraLoadStore::strht);
    addUnprivileged(rows, "LDRH", "1", "1011", 83, ExtraLoadStore::ldrht);
    addUnprivileged(rows, "LDRSB", "1", "1101", 87, ExtraLoadStore::ldrsbt);
    addUnprivileged(rows, "LDRSH", "1", "1111", 91, ExtraLoadStore::ldrsht);
    return rows;
  }

  private static void add(List<RowBuilder> rows, Access access) {
    String template = access.name.toLowerCase(Locale.ROOT) + "{c} {Rt}, {address}";
    rows.add(
        row(
                access.name + " (immediate)",
                "cond 000 P U 1 W " + access.load + " Rn Rt imm4H " + access.op2 + " imm4L",
                template,
                access.operation)
            .section("A8.8." + access.immediate)
            .effects(access.effects("Rn"))
            .undefined(pairRules(access))
            .unpredictable(data(access, ""))
            .group(access.name + " immediate"));
    rows.add(
        row(
                access.name + " (register)",
                "cond 000 P U 0 W " + access.load + " Rn Rt " + NO_RM + access.op2 + " Rm",
                template,
                access.operation)
            .section("A8.8." + access.register)
            .effects(access.effects("Rn Rm"))
            .undefined(pairRules(access))
            .unpredictable(data(access, "Rm==15"))
            .group(access.name + " register"));
    if (access.loads()) {
      addLiteral(rows, access);
    }
  }

  private static void addLiteral(List<RowBuilder> rows, Access access) {
    String data = access.pair() ? "Rt Rt+1" : "Rt";
    RowBuilder literal =
        row(
                access.name + " (literal)",
                "cond 0001 U 10 " + access.load + " 1111 Rt imm4H " + access.op2 + " imm4L",
                A32LoadStore.literal(access.name.toLowerCase(Locale.ROOT)),
                access.operation)
            .section("A8.8." + access.literal)
            .effects("pc memory -> " + data)
            .group(access.name + " immediate");
    rows.add(
        access.pair()
            ? literal.undefined("Rt[0]==1").unpredictable("Rt==14")
            : literal.unpredictable("Rt==15"));
  }

  /** QEMU takes an odd register and the index bits of no addressing mode as UNDEFINED. */
  private static String[] pairRules(Access access) {
    return access.pair() ? new String[] {"Rt[0]==1", "P==0 && W==1"} : new String[0];
  }

  private static String[] data(Access access, String more) {
    List<String> rules = new ArrayList<>();
    rules.add(access.pair() ? "Rt==14" : "Rt==15");
    if (!more.isEmpty()) {
      rules.add(more);
    }
    rules.add("wback && Rn==15");
    rules.add("wback && Rn==Rt");
    if (access.pair()) {
      rules.add("wback && Rn==Rt+1");
      if (!more.isEmpty() && access.loads()) {
        rules.add("Rm==Rt || Rm==Rt+1");
      }
    }
    return rules.toArray(String[]::new);
  }

  private static void addUnprivileged(
      List<RowBuilder> rows,
      String access,
      String load,
      String op2,
      int section,
      Operation operation) {
    String name = access + "T";
    String template = name.toLowerCase(Locale.ROOT) + "{c} {Rt}, {address}";
    boolean loads = load.equals("1");
    rows.add(
        row(
                name + " (immediate)",
                "cond 0000 U 11 " + load + " Rn Rt imm4H " + op2 + " imm4L",
                template,
                operation)
            .section("A8.8." + section)
            .effects(loads ? "Rn memory -> Rt Rn" : "Rt Rn -> memory Rn")
            .unpredictable("Rt==15", "Rn==15", "Rn==Rt")
            .group(access + " immediate"));
    rows.add(
        row(
                name + " (register)",
                "cond 0000 U 01 " + load + " Rn Rt " + NO_RM + op2 + " Rm",
                template,
                operation)
            .section("A8.8." + section)
            .effects(loads ? "Rn Rm memory -> Rt Rn" : "Rt Rn Rm -> memory Rn")
            .unpredictable("Rt==15", "Rn==15", "Rn==Rt", "Rm==15")
            .group(access + " register"));
  }
}
