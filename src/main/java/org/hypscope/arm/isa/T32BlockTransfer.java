package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;
import static org.hypscope.arm.isa.T32Rows.like;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.BlockTransfer;
import org.hypscope.arm.core.exec.ThumbBranches;
import org.hypscope.arm.core.exec.ThumbExclusives;
import org.hypscope.arm.core.exec.ThumbLoadStore;

/**
 * Load and store multiple, dual and exclusive, and table branch (ARM ARM A6.3.5, A6.3.6), with RFE
 * and SRS.
 */
final class T32BlockTransfer {
  private static final String ONES = "(1)(1)(1)(1)";
  private static final String ZEROS = "(0)(0)(0)(0)";

  private T32BlockTransfer() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    addMultiples(rows);
    addReturns(rows);
    addPairs(rows);
    addExclusives(rows);
    rows.add(table("TBB", "0", "[{Rn}, {Rm}]", ThumbBranches::tbb));
    rows.add(table("TBH", "1", "[{Rn}, {Rm}, lsl #1]", ThumbBranches::tbh));
    return rows;
  }

  private static void addMultiples(List<RowBuilder> rows) {
    rows.add(store("T2", "10", "stmia{c}.w", "P=0 U=1"));
    rows.add(load("T2", "10", "ldmia{c}.w", "P=0 U=1"));
    rows.add(store("T1", "00", "stmdb{c}", "P=1 U=0").group("T32 STMDB"));
    rows.add(load("T1", "00", "ldmdb{c}", "P=1 U=0"));
  }

  private static RowBuilder store(String encoding, String op, String mnemonic, String index) {
    boolean before = op.equals("00");
    return thumb(
            (before ? "STMDB " : "STM ") + encoding,
            "1110100 " + (before ? "1" : "0") + " " + op.charAt(0) + " 0 W 0 Rn (0) M (0) low:13",
            "cond 100 " + index + " 0 W 0 Rn list=0.M.0.low",
            mnemonic + " {Rn}{wb}, {list}",
            BlockTransfer::stm)
        .section(before ? "A8.8.201" : "A8.8.199")
        .effects("Rn list -> memory W==1:Rn")
        .unpredictable("Rn==15", "count(list)<2", "W==1 && list[Rn]==1");
  }

  private static RowBuilder load(String encoding, String op, String mnemonic, String index) {
    boolean before = op.equals("00");
    return thumb(
            (before ? "LDMDB " : "LDM ") + encoding,
            "1110100 " + (before ? "1" : "0") + " " + op.charAt(0) + " 0 W 1 Rn high:2 (0) low:13",
            "cond 100 " + index + " 0 W 1 Rn list=high.0.low",
            mnemonic + " {Rn}{wb}, {list}",
            BlockTransfer::ldm)
        .section(before ? "A8.8.60" : "A8.8.57")
        .effects("Rn memory -> list W==1:Rn")
        .unpredictable(
            "Rn==15",
            "count(list)<2",
            "list[15]==1 && list[14]==1",
            "list[15]==1 && notLast",
            "W==1 && list[Rn]==1");
  }

  private static void addReturns(List<RowBuilder> rows) {
    String tail = " (1)(1)" + "(0)(0)" + ZEROS + ZEROS + ZEROS;
    rows.add(returning("T1", "1110100000 W 1 Rn" + tail, "P=1", "U=0"));
    rows.add(returning("T2", "1110100110 W 1 Rn" + tail, "P=0", "U=1"));
    String stack = " (1)(1)(0)(1) (1)(1)(0)(0)" + ZEROS + "(0)(0)(0) mode:5";
    rows.add(like("SRS", "T1", "1110100000 W 0" + stack, "P=1", "U=0").unpredictable("inIt"));
    rows.add(like("SRS", "T2", "1110100110 W 0" + stack, "P=0", "U=1").unpredictable("inIt"));
  }

  private static RowBuilder returning(String encoding, String bits, String... index) {
    RowBuilder a32 = T32Rows.a32("RFE");
    String syntax = a32.template().replace("{sysmode}", "{sysmode}{c}");
    return a32.t32(encoding, bits, syntax, index).unpredictable("notLast");
  }

  private static void addPairs(List<RowBuilder> rows) {
    for (String index : List.of("P U 1 W=1", "1 U 1 W=0")) {
      boolean writesBack = index.endsWith("1");
      String bits = index.replace("W=1", "1").replace("W=0", "0");
      String kind = writesBack ? "indexed" : "offset";
      String places = index.replace("1 U", "P=1 U").replace("U 1", "U 0");
      rows.add(
          pair("STRD", kind, bits + " 0 Rn!1111 ", places + " 0 Rn ", ThumbLoadStore::strd)
              .section("A8.8.210")
              .effects("Rt Rt2 Rn -> memory W==1:Rn"));
      rows.add(
          pair("LDRD", kind, bits + " 1 Rn!1111 ", places + " 1 Rn ", ThumbLoadStore::ldrd)
              .section("A8.8.72")
              .effects("Rn memory -> Rt Rt2 W==1:Rn")
              .unpredictable("Rt==Rt2"));
    }
    rows.add(
        thumb(
                "LDRD (literal) T1",
                "1110100 1 U 1 (0) 1 1111 Rt Rt2 imm8",
                "cond 010 P=1 U 0 W=0 1 Rn=1111 Rt Rt2 imm8",
                "ldrd{c} {Rt}, {Rt2}, {pairaddress}",
                ThumbLoadStore::ldrd)
            .section("A8.8.73")
            .effects("pc memory -> Rt Rt2")
            .noSpOrPc("Rt", "Rt2")
            .unpredictable("Rt==Rt2"));
  }

  private static RowBuilder pair(
      String name, String kind, String bits, String image, Operation operation) {
    RowBuilder row =
        thumb(
                name + " (immediate, " + kind + ") T1",
                "1110100 " + bits + "Rt Rt2 imm8",
                "cond 010 " + image + "Rt Rt2 imm8",
                name.toLowerCase(Locale.ROOT) + "{c} {Rt}, {Rt2}, {pairaddress}",
                operation)
            .noSpOrPc("Rt", "Rt2");
    return kind.equals("indexed") ? row.unpredictable("Rn==Rt", "Rn==Rt2") : row;
  }

  private static void addExclusives(List<RowBuilder> rows) {
    rows.add(
        thumb(
                "LDREX T1",
                "11101000 0101 Rn Rt " + ONES + " imm8",
                "1110 0001 1001 Rn Rt 1111 imm8",
                "ldrex{c} {Rt}, {exclusiveaddress}",
                ThumbExclusives::ldrex)
            .section("A8.8.75")
            .effects("Rn memory -> Rt monitor")
            .noSpOrPc("Rt")
            .unpredictable("Rn==15"));
    rows.add(
        thumb(
                "STREX T1",
                "11101000 0100 Rn Rt Rd imm8",
                "1110 0001 1000 Rn Rt Rd imm8",
                "strex{c} {Rd}, {Rt}, {exclusiveaddress}",
                ThumbExclusives::strex)
            .section("A8.8.212")
            .effects("Rt Rn monitor -> Rd memory monitor")
            .noSpOrPc("Rd", "Rt")
            .unpredictable("Rn==15", "Rd==Rn", "Rd==Rt"));
    for (String size : List.of("B", "H")) {
      String op = size.equals("B") ? "0100" : "0101";
      rows.add(
          like("LDREX" + size, "T1", "11101000 1101 Rn Rt " + ONES + " " + op + " " + ONES)
              .unpredictable("Rt==13"));
      rows.add(
          like("STREX" + size, "T1", "11101000 1100 Rn Rt " + ONES + " " + op + " Rd")
              .unpredictable("Rd==13", "Rt==13"));
    }
    rows.add(
        thumb(
                "LDREXD T1",
                "11101000 1101 Rn Rt Rt2 0111 " + ONES,
                "cond 00011011 Rn Rt Rt2 1001 1111",
                "ldrexd{c} {Rt}, {Rt2}, [{Rn}]",
                ThumbExclusives::ldrexd)
            .section("A8.8.77")
            .effects("Rn memory -> Rt Rt2 monitor")
            .noSpOrPc("Rt", "Rt2")
            .unpredictable("Rt==Rt2", "Rn==15"));
    rows.add(
        thumb(
                "STREXD T1",
                "11101000 1100 Rn Rt Rt2 0111 Rd",
                "cond 00011010 Rn Rd Rt2 1001 Rt",
                "strexd{c} {Rd}, {Rt}, {Rt2}, [{Rn}]",
                ThumbExclusives::strexd)
            .section("A8.8.214")
            .effects("Rt Rt2 Rn monitor -> Rd memory monitor")
            .noSpOrPc("Rd", "Rt", "Rt2")
            .unpredictable("Rn==15", "Rd==Rn", "Rd==Rt", "Rd==Rt2"));
  }

  private static RowBuilder table(String name, String half, String operand, Operation operation) {
    return thumb(
            name + " T1",
            "11101000 1101 Rn " + ONES + ZEROS + " 000 " + half + " Rm",
            "1111 00010001 Rn 11110000 000 " + half + " Rm",
            name.toLowerCase(Locale.ROOT) + "{c} " + operand,
            operation)
        .section("A8.8.236")
        .effects("Rn Rm memory -> pc")
        .unpredictable("Rn==13", "Rm==13", "Rm==15", "notLast");
  }
}
