package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.fp.VfpArithmetic;
import org.hypscope.arm.core.exec.fp.VfpMultiplyAdd;
import org.hypscope.arm.core.exec.fp.VfpUnary;

/** Floating-point data processing (ARM ARM A7.5): a row for each precision. */
final class A32VfpArithmetic {
  private static final String STATUS = " FPSCR";

  private A32VfpArithmetic() {}

  static List<RowBuilder> rows() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.addAll(
        accumulate(
            "VMLA",
            "11100 D 00",
            "0",
            337,
            VfpMultiplyAdd::vmlaSingle,
            VfpMultiplyAdd::vmlaDouble));
    rows.addAll(
        accumulate(
            "VMLS",
            "11100 D 00",
            "1",
            337,
            VfpMultiplyAdd::vmlsSingle,
            VfpMultiplyAdd::vmlsDouble));
    rows.addAll(
        accumulate(
            "VNMLS",
            "11100 D 01",
            "0",
            356,
            VfpMultiplyAdd::vnmlsSingle,
            VfpMultiplyAdd::vnmlsDouble));
    rows.addAll(
        accumulate(
            "VNMLA",
            "11100 D 01",
            "1",
            356,
            VfpMultiplyAdd::vnmlaSingle,
            VfpMultiplyAdd::vnmlaDouble));
    rows.addAll(
        three(
            "VMUL", "11100 D 10", "0", 351, VfpArithmetic::vmulSingle, VfpArithmetic::vmulDouble));
    rows.addAll(
        three(
            "VNMUL",
            "11100 D 10",
            "1",
            356,
            VfpArithmetic::vnmulSingle,
            VfpArithmetic::vnmulDouble));
    rows.addAll(
        three(
            "VADD", "11100 D 11", "0", 283, VfpArithmetic::vaddSingle, VfpArithmetic::vaddDouble));
    rows.addAll(
        three(
            "VSUB", "11100 D 11", "1", 415, VfpArithmetic::vsubSingle, VfpArithmetic::vsubDouble));
    rows.addAll(
        three(
            "VDIV", "11101 D 00", "0", 312, VfpArithmetic::vdivSingle, VfpArithmetic::vdivDouble));
    rows.addAll(
        accumulate(
            "VFNMS",
            "11101 D 01",
            "0",
            318,
            VfpMultiplyAdd::vfnmsSingle,
            VfpMultiplyAdd::vfnmsDouble));
    rows.addAll(
        accumulate(
            "VFNMA",
            "11101 D 01",
            "1",
            318,
            VfpMultiplyAdd::vfnmaSingle,
            VfpMultiplyAdd::vfnmaDouble));
    rows.addAll(
        accumulate(
            "VFMA",
            "11101 D 10",
            "0",
            317,
            VfpMultiplyAdd::vfmaSingle,
            VfpMultiplyAdd::vfmaDouble));
    rows.addAll(
        accumulate(
            "VFMS",
            "11101 D 10",
            "1",
            317,
            VfpMultiplyAdd::vfmsSingle,
            VfpMultiplyAdd::vfmsDouble));
    rows.addAll(two("VMOV", "0000", "0", 340, VfpUnary::vmovSingle, VfpUnary::vmovDouble));
    rows.addAll(two("VABS", "0000", "1", 280, VfpUnary::vabsSingle, VfpUnary::vabsDouble));
    rows.addAll(two("VNEG", "0001", "0", 355, VfpUnary::vnegSingle, VfpUnary::vnegDouble));
    rows.addAll(two("VSQRT", "0001", "1", 401, VfpUnary::vsqrtSingle, VfpUnary::vsqrtDouble));
    rows.addAll(immediates());
    rows.addAll(compare("VCMP", "0"));
    rows.addAll(compare("VCMPE", "1"));
    return rows;
  }

  private static String title(String name, String type) {
    return name + " (" + type + ")";
  }

  private static String template(String name, String type, String operands) {
    return name.toLowerCase(Locale.ROOT) + "{c}." + type + " " + operands;
  }

  private static List<RowBuilder> three(
      String name, String bits, String op, int section, Operation single, Operation wide) {
    String pattern = "cond " + bits + " Vn:4 Vd:4 101%s N " + op + " M 0 Vm:4";
    return List.of(
        row(
                title(name, "F32"),
                String.format(pattern, "0"),
                template(name, "f32", "{Sd}, {Sn}, {Sm}"),
                single)
            .section("A8.8." + section)
            .effects("Sn Sm FPSCR -> Sd FPSCR"),
        row(
                title(name, "F64"),
                String.format(pattern, "1"),
                template(name, "f64", "{Dd}, {Dn}, {Dm}"),
                wide)
            .section("A8.8." + section)
            .effects("Dn Dm FPSCR -> Dd FPSCR"));
  }

  /** As {@link #three}, where the destination is an operand too. */
  private static List<RowBuilder> accumulate(
      String name, String bits, String op, int section, Operation single, Operation wide) {
    List<RowBuilder> rows = three(name, bits, op, section, single, wide);
    rows.get(0).effects("Sd Sn Sm FPSCR -> Sd FPSCR");
    rows.get(1).effects("Dd Dn Dm FPSCR -> Dd FPSCR");
    return rows;
  }

  private static List<RowBuilder> two(
      String name, String opc2, String op, int section, Operation single, Operation wide) {
    String pattern = "cond 11101 D 11 " + opc2 + " Vd:4 101%s " + op + " 1 M 0 Vm:4";
    String status = name.equals("VSQRT") ? STATUS : "";
    return List.of(
        row(
                title(name, name.equals("VMOV") ? "register, F32" : "F32"),
                String.format(pattern, "0"),
                template(name, "f32", "{Sd}, {Sm}"),
                single)
            .section("A8.8." + section)
            .effects("Sm FPSCR -> Sd" + status),
        row(
                title(name, name.equals("VMOV") ? "register, F64" : "F64"),
                String.format(pattern, "1"),
                template(name, "f64", "{Dd}, {Dm}"),
                wide)
            .section("A8.8." + section)
            .effects("Dm FPSCR -> Dd" + status));
  }

  private static List<RowBuilder> immediates() {
    String pattern = "cond 11101 D 11 imm4H:4 Vd:4 101%s (0)0(0)0 imm4L:4";
    return List.of(
        row(
                "VMOV (immediate, F32)",
                String.format(pattern, "0"),
                "vmov{c}.f32 {Sd}, {fpimm}",
                VfpUnary::vmovImmediateSingle)
            .section("A8.8.339")
            .effects("FPSCR -> Sd"),
        row(
                "VMOV (immediate, F64)",
                String.format(pattern, "1"),
                "vmov{c}.f64 {Dd}, {fpimm}",
                VfpUnary::vmovImmediateDouble)
            .section("A8.8.339")
            .effects("FPSCR -> Dd"));
  }

  /** VCMP or VCMPE, with a register and with zero. */
  private static List<RowBuilder> compare(String name, String e) {
    String register = "cond 11101 D 11 0100 Vd:4 101%s " + e + " 1 M 0 Vm:4";
    String zero = "cond 11101 D 11 0101 Vd:4 101%s " + e + " 1(0)0(0000)";
    return List.of(
        row(
                title(name, "F32"),
                String.format(register, "0"),
                template(name, "f32", "{Sd}, {Sm}"),
                VfpUnary::vcmpSingle)
            .section("A8.8.303")
            .effects("Sd Sm FPSCR -> FPSCR"),
        row(
                title(name, "F64"),
                String.format(register, "1"),
                template(name, "f64", "{Dd}, {Dm}"),
                VfpUnary::vcmpDouble)
            .section("A8.8.303")
            .effects("Dd Dm FPSCR -> FPSCR"),
        row(
                title(name, "with zero, F32"),
                String.format(zero, "0"),
                template(name, "f32", "{Sd}, #0.0"),
                VfpUnary::vcmpZeroSingle)
            .section("A8.8.303")
            .effects("Sd FPSCR -> FPSCR"),
        row(
                title(name, "with zero, F64"),
                String.format(zero, "1"),
                template(name, "f64", "{Dd}, #0.0"),
                VfpUnary::vcmpZeroDouble)
            .section("A8.8.303")
            .effects("Dd FPSCR -> FPSCR"));
  }
}
