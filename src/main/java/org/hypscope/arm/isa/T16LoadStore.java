package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.BlockTransfer;
import org.hypscope.arm.core.exec.ExtraLoadStore;
import org.hypscope.arm.core.exec.LoadStore;

/** Loads and stores in one halfword (ARM ARM A6.2.4, A6.2.5). */
final class T16LoadStore {
  private T16LoadStore() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.add(
        thumb(
                "LDR (literal) T1",
                "01001 Rt:3 imm8",
                "cond 0101 U=1 001 1111 Rt=0.Rt imm12=00.imm8.00",
                "ldr{c} {Rt}, {literaladdress}",
                LoadStore::ldr)
            .section("A8.8.64")
            .effects("pc memory -> Rt"));
    addRegisterOffsets(rows);
    addImmediates(rows);
    addBlocks(rows);
    return rows;
  }

  private static void addRegisterOffsets(List<RowBuilder> rows) {
    rows.add(word("STR", "000", 205, LoadStore::str));
    rows.add(extra("STRH", "001", "1011", 218, ExtraLoadStore::strh));
    rows.add(word("STRB", "010", 208, LoadStore::strb));
    rows.add(extra("LDRSB", "011", "1101", 86, ExtraLoadStore::ldrsb));
    rows.add(word("LDR", "100", 65, LoadStore::ldr));
    rows.add(extra("LDRH", "101", "1011", 82, ExtraLoadStore::ldrh));
    rows.add(word("LDRB", "110", 70, LoadStore::ldrb));
    rows.add(extra("LDRSH", "111", "1111", 90, ExtraLoadStore::ldrsh));
  }

  private static RowBuilder word(String name, String bits, int section, Operation operation) {
    String size = name.endsWith("B") ? "1" : "0";
    String load = name.startsWith("L") ? "1" : "0";
    return byRegister(
        name,
        bits,
        "cond 011 P=1 U=1 " + size + " W=0 " + load + " Rn=0.Rn Rt=0.Rt 00000 00 0 Rm=0.Rm",
        section,
        operation);
  }

  private static RowBuilder extra(
      String name, String bits, String op2, int section, Operation operation) {
    String load = name.startsWith("L") ? "1" : "0";
    return byRegister(
        name,
        bits,
        "cond 000 P=1 U=1 0 W=0 " + load + " Rn=0.Rn Rt=0.Rt 0000 " + op2 + " Rm=0.Rm",
        section,
        operation);
  }

  private static RowBuilder byRegister(
      String name, String bits, String image, int section, Operation operation) {
    boolean load = name.startsWith("L");
    return thumb(
            name + " (register) T1",
            "0101 " + bits + " Rm:3 Rn:3 Rt:3",
            image,
            name.toLowerCase(Locale.ROOT) + "{c} {Rt}, {address}",
            operation)
        .section("A8.8." + section)
        .effects(load ? "Rn Rm memory -> Rt" : "Rt Rn Rm -> memory");
  }

  private static void addImmediates(List<RowBuilder> rows) {
    rows.add(immediate("STR", "01100", "imm12=00000.imm5.00", 203, LoadStore::str));
    rows.add(immediate("LDR", "01101", "imm12=00000.imm5.00", 62, LoadStore::ldr));
    rows.add(immediate("STRB", "01110", "imm12=0000000.imm5", 206, LoadStore::strb));
    rows.add(immediate("LDRB", "01111", "imm12=0000000.imm5", 67, LoadStore::ldrb));
    rows.add(half("STRH", "10000", "0", 216, ExtraLoadStore::strh));
    rows.add(half("LDRH", "10001", "1", 79, ExtraLoadStore::ldrh));
    rows.add(stack("STR", "10010", "0", 203, LoadStore::str));
    rows.add(stack("LDR", "10011", "1", 62, LoadStore::ldr));
  }

  private static RowBuilder immediate(
      String name, String bits, String offset, int section, Operation operation) {
    String size = name.endsWith("B") ? "1" : "0";
    String load = name.startsWith("L") ? "1" : "0";
    return byImmediate(
        name + " (immediate) T1",
        bits + " imm5 Rn:3 Rt:3",
        "cond 010 P=1 U=1 " + size + " W=0 " + load + " Rn=0.Rn Rt=0.Rt " + offset,
        section,
        operation);
  }

  private static RowBuilder half(
      String name, String bits, String load, int section, Operation operation) {
    return byImmediate(
        name + " (immediate) T1",
        bits + " high:2 low:3 Rn:3 Rt:3",
        "cond 000 P=1 U=1 1 W=0 " + load + " Rn=0.Rn Rt=0.Rt imm4H=00.high 1011 imm4L=low.0",
        section,
        operation);
  }

  private static RowBuilder stack(
      String name, String bits, String load, int section, Operation operation) {
    return byImmediate(
        name + " (immediate) T2",
        bits + " Rt:3 imm8",
        "cond 010 P=1 U=1 0 W=0 " + load + " Rn=1101 Rt=0.Rt imm12=00.imm8.00",
        section,
        operation);
  }

  private static RowBuilder byImmediate(
      String name, String pattern, String image, int section, Operation operation) {
    boolean load = name.startsWith("L");
    String mnemonic = name.split(" ")[0].toLowerCase(Locale.ROOT);
    return thumb(name, pattern, image, mnemonic + "{c} {Rt}, {narrowaddress}", operation)
        .section("A8.8." + section)
        .effects(load ? "Rn memory -> Rt" : "Rt Rn -> memory");
  }

  private static void addBlocks(List<RowBuilder> rows) {
    rows.add(
        thumb(
                "STM T1",
                "11000 Rn:3 registers:8",
                "cond 100 P=0 U=1 0 W=1 0 Rn=0.Rn list=00000000.registers",
                "stmia{c} {Rn}!, {list}",
                BlockTransfer::stm)
            .section("A8.8.199")
            .effects("Rn list -> memory Rn")
            .undefined("count(list)<1"));
    rows.add(
        thumb(
                "LDM T1",
                "11001 Rn:3 registers:8",
                "cond 100 P=0 U=1 0 W=1 1 Rn=0.Rn list=00000000.registers",
                "ldmia{c} {Rn}{loadwb}, {list}",
                BlockTransfer::ldm)
            .section("A8.8.57")
            .effects("Rn memory -> list Rn")
            .undefined("count(list)<1"));
    rows.add(
        thumb(
                "PUSH T1",
                "1011010 M registers:8",
                "cond 100100101101 list=0.M.000000.registers",
                "push{c} {list}",
                BlockTransfer::stm)
            .section("A8.8.133")
            .effects("list sp -> memory sp")
            .undefined("count(list)<1"));
    rows.add(
        thumb(
                "POP T1",
                "1011110 P registers:8",
                "cond 100010111101 list=P.0000000.registers",
                "pop{c} {list}",
                BlockTransfer::ldm)
            .section("A8.8.131")
            .effects("sp memory -> list sp")
            .undefined("count(list)<1")
            .unpredictable("list[15]==1 && notLast"));
  }
}
