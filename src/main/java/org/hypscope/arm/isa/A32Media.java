package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.Media;
import org.hypscope.arm.core.exec.Parallel;
import org.hypscope.arm.core.exec.Saturating;

/** Media and saturating instructions (ARM ARM A5.2.6, A5.4). */
final class A32Media {
  private static final String ONES = "(1)(1)(1)(1)";

  private A32Media() {}

  static List<RowBuilder> saturating() {
    return List.of(
        saturatingSum("QADD", "00010000", "A8.8.134", Saturating::qadd),
        saturatingSum("QSUB", "00010010", "A8.8.141", Saturating::qsub),
        saturatingSum("QDADD", "00010100", "A8.8.138", Saturating::qdadd),
        saturatingSum("QDSUB", "00010110", "A8.8.139", Saturating::qdsub),
        row(
                "SSAT",
                "cond 0110101 satimm:5 Rd imm5 sh:1 01 Rn",
                "ssat{c} {Rd}, #{satimm+1}, {Rn}{satshift}",
                Saturating::ssat)
            .section("A8.8.193")
            .effects("Rn -> Rd Q")
            .unpredictable("Rd==15", "Rn==15"),
        row(
                "USAT",
                "cond 0110111 satimm:5 Rd imm5 sh:1 01 Rn",
                "usat{c} {Rd}, #{satimm}, {Rn}{satshift}",
                Saturating::usat)
            .section("A8.8.266")
            .effects("Rn -> Rd Q")
            .unpredictable("Rd==15", "Rn==15"),
        row(
                "SSAT16",
                "cond 01101010 satimm:4 Rd " + ONES + " 0011 Rn",
                "ssat16{c} {Rd}, #{satimm+1}, {Rn}",
                Saturating::ssat16)
            .section("A8.8.194")
            .effects("Rn -> Rd Q")
            .unpredictable("Rd==15", "Rn==15"),
        row(
                "USAT16",
                "cond 01101110 satimm:4 Rd " + ONES + " 0011 Rn",
                "usat16{c} {Rd}, #{satimm}, {Rn}",
                Saturating::usat16)
            .section("A8.8.267")
            .effects("Rn -> Rd Q")
            .unpredictable("Rd==15", "Rn==15"));
  }

  private static RowBuilder saturatingSum(
      String name, String bits, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " Rn Rd (0)(0)(0)(0) 0101 Rm",
            name.toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rm}, {Rn}",
            operation)
        .section(section)
        .effects("Rm Rn -> Rd Q")
        .unpredictable("Rd==15", "Rn==15", "Rm==15");
  }

  /** What a parallel operation's prefix makes of each result, with the sections of the six. */
  private enum Prefix {
    S("001", 158, 159, 160, 195, 196, 197),
    Q("010", 135, 136, 137, 140, 142, 143),
    SH("011", 169, 170, 171, 172, 173, 174),
    U("101", 243, 244, 245, 268, 269, 270),
    UQ("110", 258, 259, 260, 261, 262, 263),
    UH("111", 249, 250, 251, 252, 253, 254);

    private final String bits;
    private final int[] sections;

    Prefix(String bits, int... sections) {
      this.bits = bits;
      this.sections = sections;
    }

    boolean setsGe() {
      return this == S || this == U;
    }
  }

  static List<RowBuilder> parallel() {
    String[] names = {"ADD16", "ADD8", "ASX", "SAX", "SUB16", "SUB8"};
    String[] bits = {"000", "100", "001", "010", "011", "111"};
    List<RowBuilder> rows = new ArrayList<>();
    for (Prefix prefix : Prefix.values()) {
      for (int n = 0; n < names.length; n++) {
        String name = prefix.name() + names[n];
        rows.add(
            row(
                    name,
                    "cond 01100 " + prefix.bits + " Rn Rd " + ONES + " " + bits[n] + " 1 Rm",
                    name.toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rn}, {Rm}",
                    names[n].endsWith("8") ? Parallel::bytes : Parallel::halfwords)
                .section("A8.8." + prefix.sections[n])
                .effects("Rn Rm -> Rd" + (prefix.setsGe() ? " GE" : ""))
                .unpredictable("Rd==15", "Rn==15", "Rm==15"));
      }
    }
    return rows;
  }

  static List<RowBuilder> extending() {
    List<RowBuilder> rows = new ArrayList<>();
    addExtend(rows, "SXT", "B16", "000", 231, 234, Media::sxtab16, Media::sxtb16);
    addExtend(rows, "SXT", "B", "010", 230, 233, Media::sxtab, Media::sxtb);
    addExtend(rows, "SXT", "H", "011", 232, 235, Media::sxtah, Media::sxth);
    addExtend(rows, "UXT", "B16", "100", 272, 275, Media::uxtab16, Media::uxtb16);
    addExtend(rows, "UXT", "B", "110", 271, 274, Media::uxtab, Media::uxtb);
    addExtend(rows, "UXT", "H", "111", 273, 276, Media::uxtah, Media::uxth);
    return rows;
  }

  private static void addExtend(
      List<RowBuilder> rows,
      String prefix,
      String size,
      String bits,
      int addSection,
      int section,
      Operation adding,
      Operation extending) {
    String name = prefix + "A" + size;
    rows.add(
        row(
                name,
                "cond 01101 " + bits + " Rn Rd rotate:2 (0)(0) 0111 Rm",
                name.toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rn}, {Rm}{rotate}",
                adding)
            .section("A8.8." + addSection)
            .effects("Rn Rm -> Rd")
            .unpredictable("Rd==15", "Rm==15")
            .group(name));
    rows.add(
        row(
                prefix + size,
                "cond 01101 " + bits + " 1111 Rd rotate:2 (0)(0) 0111 Rm",
                (prefix + size).toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rm}{rotate}",
                extending)
            .section("A8.8." + section)
            .effects("Rm -> Rd")
            .unpredictable("Rd==15", "Rm==15")
            .group(name));
  }

  static List<RowBuilder> packing() {
    return List.of(
        row(
                "PKHBT",
                "cond 01101000 Rn Rd imm5 0 01 Rm",
                "pkhbt{c} {Rd}, {Rn}, {Rm}{pkhshift}",
                Media::pkhbt)
            .section("A8.8.125")
            .effects("Rn Rm -> Rd")
            .unpredictable("Rd==15", "Rn==15", "Rm==15"),
        row(
                "PKHTB",
                "cond 01101000 Rn Rd imm5 1 01 Rm",
                "pkhtb{c} {Rd}, {Rn}, {Rm}{pkhshift}",
                Media::pkhtb)
            .section("A8.8.125")
            .effects("Rn Rm -> Rd")
            .unpredictable("Rd==15", "Rn==15", "Rm==15"),
        row(
                "SEL",
                "cond 01101000 Rn Rd " + ONES + " 1011 Rm",
                "sel{c} {Rd}, {Rn}, {Rm}",
                Parallel::sel)
            .section("A8.8.166")
            .effects("Rn Rm GE -> Rd")
            .unpredictable("Rd==15", "Rn==15", "Rm==15"),
        unary("REV", "01101011", "0011", "A8.8.145", Media::rev),
        unary("REV16", "01101011", "1011", "A8.8.146", Media::rev16),
        unary("RBIT", "01101111", "0011", "A8.8.144", Media::rbit),
        unary("REVSH", "01101111", "1011", "A8.8.147", Media::revsh),
        unary("CLZ", "00010110", "0001", "A8.8.33", Media::clz));
  }

  private static RowBuilder unary(
      String name, String bits, String op2, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " " + ONES + " Rd " + ONES + " " + op2 + " Rm",
            name.toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rm}",
            operation)
        .section(section)
        .effects("Rm -> Rd")
        .unpredictable("Rd==15", "Rm==15");
  }

  static List<RowBuilder> bitFields() {
    return List.of(
        row(
                "BFC",
                "cond 0111110 msb:5 Rd lsb:5 001 1111",
                "bfc{c} {Rd}, #{lsb}, #{bfwidth}",
                Media::bfc)
            .section("A8.8.19")
            .effects("Rd -> Rd")
            .unpredictable("Rd==15")
            .undefined("msb<lsb")
            .group("BFI"),
        row(
                "BFI",
                "cond 0111110 msb:5 Rd lsb:5 001 Rn",
                "bfi{c} {Rd}, {Rn}, #{lsb}, #{bfwidth}",
                Media::bfi)
            .section("A8.8.20")
            .effects("Rn Rd -> Rd")
            .unpredictable("Rd==15")
            .undefined("msb<lsb")
            .group("BFI"),
        extract("SBFX", "0111101", "A8.8.164", Media::sbfx),
        extract("UBFX", "0111111", "A8.8.246", Media::ubfx));
  }

  private static RowBuilder extract(String name, String bits, String section, Operation operation) {
    return row(
            name,
            "cond " + bits + " widthm1:5 Rd lsb:5 101 Rn",
            name.toLowerCase(Locale.ROOT) + "{c} {Rd}, {Rn}, #{lsb}, #{widthm1+1}",
            operation)
        .section(section)
        .effects("Rn -> Rd")
        .unpredictable("Rd==15", "Rn==15")
        .undefined("lsb+widthm1>31");
  }
}
