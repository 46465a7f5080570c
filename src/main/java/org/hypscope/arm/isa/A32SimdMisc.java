package org.hypscope.arm.isa;

import static org.hypscope.arm.core.exec.simd.Elements.signed;
import static org.hypscope.arm.core.exec.simd.Elements.singles;
import static org.hypscope.arm.core.exec.simd.Elements.unsigned;
import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.simd.BitwiseLanes;
import org.hypscope.arm.core.exec.simd.ByImmediate;
import org.hypscope.arm.core.exec.simd.Elements;
import org.hypscope.arm.core.exec.simd.FloatLanes;
import org.hypscope.arm.core.exec.simd.IntegerLanes;
import org.hypscope.arm.core.exec.simd.Narrowing;
import org.hypscope.arm.core.exec.simd.Permutations;

/**
 * Advanced SIMD: two registers, miscellaneous (ARM ARM A7.4.5), and VEXT, VTBL, VTBX and VDUP of a
 * scalar (A7.4).
 */
final class A32SimdMisc {
  private static final String ALL_SIZES = "size:2";
  private static final String BYTES = "00";
  private static final String NO_DOUBLEWORDS = "size==3";

  /** What an instruction that exchanges elements does with one register is UNKNOWN. */
  private static final String SAME = "D==M && Vd==Vm";

  private A32SimdMisc() {}

  static List<RowBuilder> elements() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.add(vectors("VREV64", 386, "{bits}", "size:2|00|0000", "", Permutations.reverse(64)));
    rows.add(vectors("VREV32", 386, "{bits}", "0 h:1|00|0001", "", Permutations.reverse(32)));
    rows.add(vectors("VREV16", 386, "8", "00|00|0010", "", Permutations.reverse(16)));
    rows.add(vectors("VPADDL (signed)", 364, "s{bits}", "size:2|00|0100", "", pairs(false)));
    rows.add(vectors("VPADDL (unsigned)", 364, "u{bits}", "size:2|00|0101", "", pairs(false)));
    rows.add(vectors("VCLS", 299, "s{bits}", "size:2|00|1000", "", signed(IntegerLanes::cls)));
    rows.add(vectors("VCLZ", 302, "i{bits}", "size:2|00|1001", "", unsigned(IntegerLanes::clz)));
    rows.add(vectors("VCNT", 304, "8", "00|00|1010", "", unsigned(IntegerLanes::cnt)));
    rows.add(
        vectors("VMVN (register)", 354, "", "00|00|1011", "", Elements.bits(BitwiseLanes::mvn)));
    rows.add(vectors("VPADAL (signed)", 361, "s{bits}", "size:2|00|1100", "d", pairs(true)));
    rows.add(vectors("VPADAL (unsigned)", 361, "u{bits}", "size:2|00|1101", "d", pairs(true)));
    rows.add(vectors("VQABS", 369, "s{bits}", "size:2|00|1110", "f", signed(IntegerLanes::qabs)));
    rows.add(vectors("VQNEG", 375, "s{bits}", "size:2|00|1111", "f", signed(IntegerLanes::qneg)));
    rows.addAll(comparisons());
    rows.add(
        vectors("VABS (integer)", 280, "s{bits}", "size:2|01|0110", "", signed(IntegerLanes::abs)));
    rows.add(
        vectors("VNEG (integer)", 355, "s{bits}", "size:2|01|0111", "", signed(IntegerLanes::neg)));
    rows.add(vectors("VABS (f32 vectors)", 280, "f32", "10|01|1110", "", singles(FloatLanes::abs)));
    rows.add(vectors("VNEG (f32 vectors)", 355, "f32", "10|01|1111", "", singles(FloatLanes::neg)));
    rows.addAll(estimates());
    return rows;
  }

  private static Operation pairs(boolean accumulate) {
    return Elements.pairs(accumulate ? IntegerLanes::addBoth : IntegerLanes::add);
  }

  private static List<RowBuilder> comparisons() {
    return List.of(
        zero("VCGT", 296, "s", "000", signed(IntegerLanes::gtZero)),
        zero("VCGE", 294, "s", "001", signed(IntegerLanes::geZero)),
        zero("VCEQ", 292, "i", "010", signed(IntegerLanes::eqZero)),
        zero("VCLE", 298, "s", "011", signed(IntegerLanes::leZero)),
        zero("VCLT", 301, "s", "100", signed(IntegerLanes::ltZero)),
        singleZero("VCGT", 296, "000", singles(FloatLanes::gtZero)),
        singleZero("VCGE", 294, "001", singles(FloatLanes::geZero)),
        singleZero("VCEQ", 292, "010", singles(FloatLanes::eqZero)),
        singleZero("VCLE", 298, "011", singles(FloatLanes::leZero)),
        singleZero("VCLT", 301, "100", singles(FloatLanes::ltZero)));
  }

  private static RowBuilder zero(
      String name, int section, String type, String code, Operation operation) {
    String bits = "size:2|01|0" + code;
    return two(name + " (with zero)", section, type + "{bits}", bits, ", #0", "", operation);
  }

  private static RowBuilder singleZero(String name, int section, String code, Operation operation) {
    return two(name + " (f32 with zero)", section, "f32", "10|01|1" + code, ", #0", "f", operation);
  }

  private static List<RowBuilder> estimates() {
    return List.of(
        vectors("VRECPE (u32)", 384, "u32", "10|11|1000", "", singles(FloatLanes::unsignedRecpe)),
        vectors("VRECPE (f32)", 384, "f32", "10|11|1010", "f", singles(FloatLanes::recpe)),
        vectors("VRSQRTE (u32)", 391, "u32", "10|11|1001", "", singles(FloatLanes::unsignedRsqrte)),
        vectors("VRSQRTE (f32)", 391, "f32", "10|11|1011", "f", singles(FloatLanes::rsqrte)),
        vectors(
            "VCVT (f32 from s32 vectors)",
            305,
            "f32.s32",
            "10|11|1100",
            "f",
            singles(FloatLanes::fromSigned)),
        vectors(
            "VCVT (f32 from u32 vectors)",
            305,
            "f32.u32",
            "10|11|1101",
            "f",
            singles(FloatLanes::fromUnsigned)),
        vectors(
            "VCVT (s32 from f32 vectors)",
            305,
            "s32.f32",
            "10|11|1110",
            "f",
            singles(FloatLanes::toSigned)),
        vectors(
            "VCVT (u32 from f32 vectors)",
            305,
            "u32.f32",
            "10|11|1111",
            "f",
            singles(FloatLanes::toUnsigned)));
  }

  private static RowBuilder vectors(
      String name, int section, String type, String bits, String notes, Operation operation) {
    return two(name, section, type, bits, "", notes, operation);
  }

  /** {@code bits} are size, bits 17:16 and bits 10:7; {@code more} follows the operands. */
  private static RowBuilder two(
      String name,
      int section,
      String type,
      String bits,
      String more,
      String notes,
      Operation operation) {
    String[] part = bits.split("\\|");
    String syntax =
        SimdRows.type(type.replace("{bits}", part[0].contains("h") ? "{half}" : "{bits}"));
    RowBuilder row =
        row(
                name,
                frame(part[0], part[1], part[2] + " Q"),
                SimdRows.mnemonic(name) + syntax + " {Vd?Q}, {Vm?Q}" + more,
                operation)
            .section("A8.8." + section)
            .effects(SimdRows.effects("Vm?Q", "Vd?Q", notes));
    return SimdRows.except(row, SimdRows.ODD_TWO, part[0].equals(ALL_SIZES) ? NO_DOUBLEWORDS : "");
  }

  private static String frame(String size, String a, String opcode) {
    return String.format("1111 0011 1 D 11 %s %s Vd:4 0 %s M 0 Vm:4", size, a, opcode);
  }

  static List<RowBuilder> permutations() {
    return List.of(
        exchange("VSWP", 418, "", BYTES, "0000", "", Permutations::vswp),
        exchange("VTRN", 420, ".{bits}", ALL_SIZES, "0001", NO_DOUBLEWORDS, Permutations::vtrn)
            .unpredictable(SAME),
        exchange("VUZP", 422, ".{bits}", ALL_SIZES, "0010", tooFew(), Permutations::vuzp)
            .unpredictable(SAME),
        exchange("VZIP", 423, ".{bits}", ALL_SIZES, "0011", tooFew(), Permutations::vzip)
            .unpredictable(SAME),
        row(
                "VEXT",
                "1111 0010 1 D 11 Vn:4 Vd:4 imm4 N Q M 0 Vm:4",
                "vext.8 {Vd?Q}, {Vn?Q}, {Vm?Q}, #{imm4}",
                Permutations::vext)
            .section("A8.8.316")
            .effects("Vn?Q Vm?Q -> Vd?Q")
            .except(SimdRows.ODD + " || Q==0 && imm4>7"),
        table("VTBL", "0", "Dm table -> Dd"),
        table("VTBX", "1", "Dm Dd table -> Dd"),
        duplicate(8, "index:3 1"),
        duplicate(16, "index:2 10"),
        duplicate(32, "index:1 100"));
  }

  private static String tooFew() {
    return NO_DOUBLEWORDS + " || Q==0 && size==2";
  }

  /** Instructions that write both registers. */
  private static RowBuilder exchange(
      String name,
      int section,
      String type,
      String size,
      String opcode,
      String except,
      Operation operation) {
    RowBuilder row =
        row(
                name,
                frame(size, "10", opcode + " Q"),
                SimdRows.mnemonic(name) + type + " {Vd?Q}, {Vm?Q}",
                operation)
            .section("A8.8." + section)
            .effects("Vd?Q Vm?Q -> Vd?Q Vm?Q");
    return SimdRows.except(row, SimdRows.ODD_TWO, except);
  }

  /** A table past D31 is UNPREDICTABLE. */
  private static RowBuilder table(String name, String op, String effects) {
    return row(
            name,
            "1111 0011 1 D 11 Vn:4 Vd:4 10 len:2 N " + op + " M 0 Vm:4",
            SimdRows.mnemonic(name) + ".8 {Dd}, {table}, {Dm}",
            Permutations::table)
        .section("A8.8.419")
        .effects(effects)
        .undefined("N==1 && Vn+len>15");
  }

  private static RowBuilder duplicate(int bits, String index) {
    return row(
            "VDUP (scalar, " + bits + ")",
            "1111 0011 1 D 11 " + index + " Vd:4 11000 Q M 0 Vm:4",
            "vdup." + bits + " {Vd?Q}, {Dm}[{index}]",
            Permutations.duplicate(bits))
        .section("A8.8.313")
        .effects("Dm -> Vd?Q")
        .except("Q==1 && Vd[0]==1");
  }

  static List<RowBuilder> otherWidths() {
    return List.of(
        narrow("VMOVN", 347, "i{2bits}", "01000", "", Narrowing::vmovn),
        narrow("VQMOVUN", 374, "s{2bits}", "01001", "f", Narrowing::vqmovun),
        narrow("VQMOVN (signed)", 374, "s{2bits}", "01010", "f", Narrowing::vqmovn),
        narrow("VQMOVN (unsigned)", 374, "u{2bits}", "01011", "f", Narrowing::vqmovn),
        row(
                "VSHLL (maximum)",
                frame(ALL_SIZES, "10", "01100"),
                "vshll.i{bits} {Qd}, {Dm}, #{bits}",
                ByImmediate::wideningByWidth)
            .section("A8.8.397")
            .effects("Dm -> Qd")
            .except("size==3 || Vd[0]==1"),
        row(
                "VCVT (f16 from f32 vectors)",
                frame("01", "10", "11000"),
                "vcvt.f16.f32 {Dd}, {Qm}",
                Elements::singleToHalf)
            .section("A8.8.310")
            .effects("Qm FPSCR -> Dd FPSCR")
            .except("Vm[0]==1"),
        row(
                "VCVT (f32 from f16 vectors)",
                frame("01", "10", "11100"),
                "vcvt.f32.f16 {Qd}, {Dm}",
                Elements::halfToSingle)
            .section("A8.8.310")
            .effects("Dm FPSCR -> Qd FPSCR")
            .except("Vd[0]==1"));
  }

  private static RowBuilder narrow(
      String name, int section, String type, String opcode, String notes, Operation operation) {
    return row(
            name,
            frame(ALL_SIZES, "10", opcode),
            SimdRows.mnemonic(name) + "." + type + " {Dd}, {Qm}",
            operation)
        .section("A8.8." + section)
        .effects(SimdRows.effects("Qm", "Dd", notes))
        .except("size==3 || Vm[0]==1");
  }
}
