package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.thumb;
import static org.hypscope.arm.isa.T32Rows.like;
import static org.hypscope.arm.isa.T32Rows.wide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hypscope.arm.core.exec.PlainImmediate;

/**
 * Plain immediates, bit fields, extensions, saturating and parallel instructions (ARM ARM A6.3.3,
 * A6.3.12 to A6.3.15).
 */
final class T32Media {
  private static final String BIT_FIELD = " 0 imm3 Rd imm2:2 (0) ";
  private static final String LSB = "lsb=imm3.imm2";

  private T32Media() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    addPlainImmediates(rows);
    addBitFields(rows);
    addExtensions(rows);
    addParallel(rows);
    addRest(rows);
    return rows;
  }

  private static void addPlainImmediates(List<RowBuilder> rows) {
    rows.add(
        thumb(
                "ADD (plain immediate) T4",
                "11110 i:1 100000 Rn 0 imm3 Rd imm8",
                "cond 001 0100 0 Rn Rd imm12=i.imm3.imm8",
                "addw{c} {Rd}, {Rn}, #{imm12}",
                PlainImmediate::add)
            .section("A8.8.4")
            .effects("Rn -> Rd")
            .unpredictable("Rd==13 && Rn!=13", "Rd==15")
            .group("T32 ADDW"));
    rows.add(
        thumb(
                "SUB (plain immediate) T4",
                "11110 i:1 101010 Rn 0 imm3 Rd imm8",
                "cond 001 0010 0 Rn Rd imm12=i.imm3.imm8",
                "subw{c} {Rd}, {Rn}, #{imm12}",
                PlainImmediate::sub)
            .section("A8.8.221")
            .effects("Rn -> Rd")
            .unpredictable("Rd==13 && Rn!=13", "Rd==15")
            .group("T32 SUBW"));
    rows.add(
        thumb(
                "ADR (after) T3",
                "11110 i:1 100000 1111 0 imm3 Rd imm8",
                "cond 001 0100 0 Rn=1111 Rd imm12=i.imm3.imm8",
                "addw{c} {Rd}, {Rn}, #{imm12}",
                PlainImmediate::add)
            .section("A8.8.12")
            .effects("pc -> Rd")
            .noSpOrPc("Rd")
            .group("T32 ADDW"));
    rows.add(
        thumb(
                "ADR (before) T2",
                "11110 i:1 101010 1111 0 imm3 Rd imm8",
                "cond 001 0010 0 Rn=1111 Rd imm12=i.imm3.imm8",
                "subw{c} {Rd}, {Rn}, #{imm12}",
                PlainImmediate::sub)
            .section("A8.8.12")
            .effects("pc -> Rd")
            .noSpOrPc("Rd")
            .group("T32 SUBW"));
    rows.add(
        like("MOVW", "T3", "11110 i:1 100100 imm4 0 imm3 Rd imm8", "imm12=i.imm3.imm8")
            .noSpOrPc("Rd"));
    rows.add(
        like("MOVT", "T1", "11110 i:1 101100 imm4 0 imm3 Rd imm8", "imm12=i.imm3.imm8")
            .noSpOrPc("Rd"));
  }

  private static void addBitFields(List<RowBuilder> rows) {
    for (String name : List.of("SSAT", "USAT")) {
      String op = name.equals("SSAT") ? "1100" : "1110";
      rows.add(
          like(
                  name,
                  "T1",
                  "11110 (0) " + op + " sh:1 0 Rn" + BIT_FIELD + "satimm:5",
                  "imm5=imm3.imm2")
              .noSpOrPc("Rd", "Rn")
              .group("T32 " + name));
      rows.add(
          like(name + "16", "T1", "11110 (0) " + op + " 1 0 Rn 0 000 Rd 00 (0)(0) satimm:4")
              .noSpOrPc("Rd", "Rn")
              .group("T32 " + name));
    }
    for (String name : List.of("SBFX", "UBFX")) {
      String op = name.equals("SBFX") ? "110100" : "111100";
      rows.add(
          like(name, "T1", "11110 (0) " + op + " Rn" + BIT_FIELD + "widthm1:5", LSB)
              .noSpOrPc("Rd", "Rn"));
    }
    rows.add(
        like("BFC", "T1", "11110 (0) 110110 1111" + BIT_FIELD + "msb:5", LSB)
            .noSpOrPc("Rd")
            .group("T32 BFI"));
    rows.add(
        like("BFI", "T1", "11110 (0) 110110 Rn" + BIT_FIELD + "msb:5", LSB)
            .noSpOrPc("Rd")
            .unpredictable("Rn==13")
            .group("T32 BFI"));
  }

  private static void addExtensions(List<RowBuilder> rows) {
    String[] sizes = {"H", "B16", "B"};
    for (int n = 0; n < 6; n++) {
      String prefix = n % 2 == 0 ? "SXT" : "UXT";
      String size = sizes[n / 2];
      String head = "11111010 0" + bits(n);
      String tail = " 1111 Rd 1 (0) rotate:2 Rm";
      String group = "T32 " + prefix + size;
      rows.add(
          like(prefix + "A" + size, "T1", head + " Rn" + tail)
              .noSpOrPc("Rd", "Rm")
              .unpredictable("Rn==13")
              .group(group));
      String plain = prefix + size;
      rows.add(
          (size.equals("B16")
                  ? like(plain, "T1", head + " 1111" + tail)
                  : wide(plain, "T2", head + " 1111" + tail))
              .noSpOrPc("Rd", "Rm")
              .group(group));
    }
  }

  private static void addParallel(List<RowBuilder> rows) {
    String[] prefixes = {"S", "Q", "SH", null, "U", "UQ", "UH"};
    String[] names = {"ADD8", "ADD16", "ASX", null, "SUB8", "SUB16", "SAX"};
    for (int p = 0; p < prefixes.length; p++) {
      for (int n = 0; n < names.length; n++) {
        if (prefixes[p] != null && names[n] != null) {
          rows.add(
              like(
                      prefixes[p] + names[n],
                      "T1",
                      "11111010 1" + bits(n) + " Rn 1111 Rd 0" + bits(p) + " Rm")
                  .noSpOrPc("Rd", "Rn", "Rm"));
        }
      }
    }
  }

  private static String bits(int n) {
    return (n >> 2) + "" + (n >> 1 & 1) + (n & 1);
  }

  private static void addRest(List<RowBuilder> rows) {
    String[] sums = {"QADD", "QDADD", "QSUB", "QDSUB"};
    for (int n = 0; n < sums.length; n++) {
      String op = "10" + (n >> 1) + (n & 1);
      rows.add(
          like(sums[n], "T1", "11111010 1000 Rn 1111 Rd " + op + " Rm").noSpOrPc("Rd", "Rn", "Rm"));
    }
    rows.add(unary("REV", "1001", "1000", true));
    rows.add(unary("REV16", "1001", "1001", true));
    rows.add(unary("RBIT", "1001", "1010", false));
    rows.add(unary("REVSH", "1001", "1011", true));
    rows.add(unary("CLZ", "1011", "1000", false));
    rows.add(like("SEL", "T1", "11111010 1010 Rn 1111 Rd 1000 Rm").noSpOrPc("Rd", "Rn", "Rm"));
    rows.add(
        like("PKHBT", "T1", "11101010 1100 Rn (0) imm3 Rd imm2:2 0 0 Rm", "imm5=imm3.imm2")
            .noSpOrPc("Rd", "Rn", "Rm"));
    rows.add(
        like("PKHTB", "T1", "11101010 1100 Rn (0) imm3 Rd imm2:2 1 0 Rm", "imm5=imm3.imm2")
            .noSpOrPc("Rd", "Rn", "Rm"));
  }

  /** Rm stands twice in the word, and must be the same. */
  private static RowBuilder unary(String name, String op1, String op2, boolean alsoNarrow) {
    RowBuilder a32 = T32Rows.a32(name);
    String syntax = a32.template().replace("{c}", alsoNarrow ? "{c}.w" : "{c}");
    String ones = "(1)(1)(1)(1)";
    return a32.as(
            name + (alsoNarrow ? " T2" : " T1"),
            "11111010 " + op1 + " again:4 1111 Rd " + op2 + " Rm",
            a32.pattern().replaceFirst(Pattern.quote(ones), "again:4"),
            syntax)
        .noSpOrPc("Rd", "Rm")
        .unpredictable("again!=Rm");
  }
}
