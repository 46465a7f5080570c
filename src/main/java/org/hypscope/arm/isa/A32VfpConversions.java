package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.fp.VfpConversions;

/** Floating-point conversions (ARM ARM A7.5). */
final class A32VfpConversions {
  private A32VfpConversions() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>(precisions());
    rows.addAll(fromInteger("u32", "0"));
    rows.addAll(fromInteger("s32", "1"));
    rows.addAll(toInteger("VCVT", "u32", "0", "1"));
    rows.addAll(toInteger("VCVT", "s32", "1", "1"));
    rows.addAll(toInteger("VCVTR", "u32", "0", "0"));
    rows.addAll(toInteger("VCVTR", "s32", "1", "0"));
    for (String u : List.of("0", "1")) {
      rows.addAll(fixed("16", u, "0"));
      rows.addAll(fixed("32", u, "1"));
    }
    return rows;
  }

  private static List<RowBuilder> precisions() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.add(
        convert(
            "f64.f32",
            "0111 Vd:4 1010 11 M 0 Vm:4",
            "{Dd}, {Sm}",
            309,
            "Sm FPSCR -> Dd FPSCR",
            VfpConversions::singleToDouble));
    rows.add(
        convert(
            "f32.f64",
            "0111 Vd:4 1011 11 M 0 Vm:4",
            "{Sd}, {Dm}",
            309,
            "Dm FPSCR -> Sd FPSCR",
            VfpConversions::doubleToSingle));
    rows.addAll(half("VCVTB", "0"));
    rows.addAll(half("VCVTT", "1"));
    return rows;
  }

  /** {@code title} ends in the types that the mnemonic shows. */
  private static RowBuilder convert(
      String title,
      String bits,
      String operands,
      int section,
      String effects,
      Operation operation) {
    return row(
            "VCVT (" + title + ")",
            "cond 11101 D 11 " + bits,
            "vcvt{c}." + title.substring(title.lastIndexOf(' ') + 1) + " " + operands,
            operation)
        .section("A8.8." + section)
        .effects(effects);
  }

  /** VCVTB or VCVTT: the low or the high half of a register. */
  private static List<RowBuilder> half(String name, String t) {
    String mnemonic = name.toLowerCase(Locale.ROOT);
    return List.of(
        row(
                name + " (f32.f16)",
                "cond 11101 D 11 0010 Vd:4 101(0) " + t + " 1 M 0 Vm:4",
                mnemonic + "{c}.f32.f16 {Sd}, {Sm}",
                VfpConversions::halfToSingle)
            .section("A8.8.311")
            .effects("Sm FPSCR -> Sd FPSCR"),
        row(
                name + " (f16.f32)",
                "cond 11101 D 11 0011 Vd:4 101(0) " + t + " 1 M 0 Vm:4",
                mnemonic + "{c}.f16.f32 {Sd}, {Sm}",
                VfpConversions::singleToHalf)
            .section("A8.8.311")
            .effects("Sd Sm FPSCR -> Sd FPSCR"));
  }

  private static List<RowBuilder> fromInteger(String type, String op) {
    return List.of(
        convert(
            "f32." + type,
            "1000 Vd:4 1010 " + op + " 1 M 0 Vm:4",
            "{Sd}, {Sm}",
            306,
            "Sm FPSCR -> Sd FPSCR",
            VfpConversions::integerToSingle),
        convert(
            "f64." + type,
            "1000 Vd:4 1011 " + op + " 1 M 0 Vm:4",
            "{Dd}, {Sm}",
            306,
            "Sm FPSCR -> Dd FPSCR",
            VfpConversions::integerToDouble));
  }

  /** VCVT rounds towards zero, VCVTR as FPSCR says. */
  private static List<RowBuilder> toInteger(String name, String type, String signed, String op) {
    String bits = "cond 11101 D 11 110" + signed + " Vd:4 101%s " + op + " 1 M 0 Vm:4";
    String mnemonic = name.toLowerCase(Locale.ROOT);
    return List.of(
        row(
                name + " (" + type + ".f32)",
                String.format(bits, "0"),
                mnemonic + "{c}." + type + ".f32 {Sd}, {Sm}",
                VfpConversions::singleToInteger)
            .section("A8.8.306")
            .effects("Sm FPSCR -> Sd FPSCR"),
        row(
                name + " (" + type + ".f64)",
                String.format(bits, "1"),
                mnemonic + "{c}." + type + ".f64 {Sd}, {Dm}",
                VfpConversions::doubleToInteger)
            .section("A8.8.306")
            .effects("Dm FPSCR -> Sd FPSCR"));
  }

  /** Conversions in place between fixed point of {@code size} bits and both precisions. */
  private static List<RowBuilder> fixed(String size, String u, String sx) {
    String type = (u.equals("1") ? "u" : "s") + size;
    String bits = "1%s1" + u + " Vd:4 101%s " + sx + " 1 i 0 imm4:4";
    return List.of(
        fixed("f32." + type, bits, "0", "0", size, VfpConversions::fixedToSingle),
        fixed("f64." + type, bits, "0", "1", size, VfpConversions::fixedToDouble),
        fixed(type + ".f32", bits, "1", "0", size, VfpConversions::singleToFixed),
        fixed(type + ".f64", bits, "1", "1", size, VfpConversions::doubleToFixed));
  }

  private static RowBuilder fixed(
      String types, String bits, String op, String sf, String size, Operation operation) {
    String register = sf.equals("1") ? "Dd" : "Sd";
    RowBuilder row =
        convert(
            "fixed point, " + types,
            String.format(bits, op, sf),
            "{" + register + "}, {" + register + "}, #{fbits" + size + "}",
            308,
            register + " FPSCR -> " + register + " FPSCR",
            operation);
    return size.equals("16") ? row.undefined("imm4+imm4+i>16") : row;
  }
}
