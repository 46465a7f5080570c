package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.simd.BitwiseLanes;
import org.hypscope.arm.core.exec.simd.ByImmediate;
import org.hypscope.arm.core.exec.simd.FloatLanes;
import org.hypscope.arm.core.exec.simd.LaneOp;
import org.hypscope.arm.core.exec.simd.ModifiedImmediate;
import org.hypscope.arm.core.exec.simd.Narrowing;
import org.hypscope.arm.core.exec.simd.ShiftLanes;

/**
 * Advanced SIMD: two registers and a shift amount, a row for each width of elements, and one
 * register and a modified immediate (ARM ARM A7.4.4, A7.4.6).
 */
final class A32SimdShifts {
  private A32SimdShifts() {}

  static List<RowBuilder> sameWidth() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.addAll(right("VSHR", 398, "U", "0000", "", ShiftLanes::shr));
    rows.addAll(right("VSRA", 402, "U", "0001", "d", ShiftLanes::sra));
    rows.addAll(right("VRSHR", 389, "U", "0010", "", ShiftLanes::rshr));
    rows.addAll(right("VRSRA", 393, "U", "0011", "d", ShiftLanes::rsra));
    rows.addAll(right("VSRI", 403, "1", "0100", "d", ShiftLanes::sri));
    rows.addAll(left("VSHL (immediate", 395, "s", "0", "0101", "", ShiftLanes::shlImmediate));
    rows.addAll(left("VSLI (", 400, "", "1", "0101", "d", ShiftLanes::sli));
    rows.addAll(left("VQSHL (immediate", 380, "{su}", "U", "0111", "f", ShiftLanes::qshlImmediate));
    for (int bits = 8; bits <= 64; bits *= 2) {
      Operation operation = ByImmediate.leftSigned(ShiftLanes::qshlu, bits);
      rows.add(
          same("VQSHLU (" + bits, 380, "s", "1|0110", bits, "{" + imm(bits) + "}", "f", operation));
    }
    return rows;
  }

  private static List<RowBuilder> right(
      String name, int section, String u, String opcode, String notes, LaneOp op) {
    String type = u.equals("U") ? "{su}" : "";
    return widths(
        8,
        bits ->
            same(
                name + " (" + bits,
                section,
                type,
                u + "|" + opcode,
                bits,
                "{right}",
                notes,
                ByImmediate.right(op, bits)));
  }

  private static List<RowBuilder> left(
      String name, int section, String type, String u, String opcode, String notes, LaneOp op) {
    return widths(
        8,
        bits ->
            same(
                name + (name.endsWith("(") ? "" : ", ") + bits,
                section,
                type,
                u + "|" + opcode,
                bits,
                "{" + imm(bits) + "}",
                notes,
                ByImmediate.left(op, bits)));
  }

  private static List<RowBuilder> widths(int least, IntFunction<RowBuilder> rowOf) {
    List<RowBuilder> rows = new ArrayList<>();
    for (int bits = least; bits <= 8 * least; bits *= 2) {
      rows.add(rowOf.apply(bits));
    }
    return rows;
  }

  /** {@code bits} of {@code u} and bits 11:8. */
  private static RowBuilder same(
      String name,
      int section,
      String type,
      String codes,
      int bits,
      String amount,
      String notes,
      Operation operation) {
    String[] part = codes.split("\\|");
    return row(
            name + ")",
            String.format(
                "1111 001 %s 1 D %s Vd:4 %s %s Q M 1 Vm:4",
                part[0], field(bits), part[1], bits == 64 ? "1" : "0"),
            SimdRows.mnemonic(name) + "." + type + bits + " {Vd?Q}, {Vm?Q}, #" + amount,
            operation)
        .section("A8.8." + section)
        .effects(SimdRows.effects("Vm?Q", "Vd?Q", notes))
        .except(SimdRows.ODD_TWO);
  }

  /** Bits 21:16 for elements of this width. */
  private static String field(int bits) {
    return switch (bits) {
      case 8 -> "001 imm3";
      case 16 -> "01 imm4";
      case 32 -> "1 imm5";
      default -> "imm6";
    };
  }

  private static String imm(int bits) {
    return field(bits).substring(field(bits).length() - 4);
  }

  static List<RowBuilder> otherWidths() {
    List<RowBuilder> rows = new ArrayList<>();
    for (int bits = 8; bits <= 32; bits *= 2) {
      rows.add(narrow("VSHRN", 399, "i", "0|1000|0", "", bits, Narrowing.shift(bits)));
      rows.add(narrow("VRSHRN", 390, "i", "0|1000|1", "", bits, Narrowing.shift(bits)));
      Operation unsigned = Narrowing.unsignedShift(bits);
      rows.add(narrow("VQSHRUN", 381, "s", "1|1000|0", "f", bits, unsigned));
      rows.add(narrow("VQRSHRUN", 378, "s", "1|1000|1", "f", bits, unsigned));
      Operation saturating = Narrowing.saturatingShift(bits);
      rows.add(narrow("VQSHRN", 381, "{su}", "U|1001|0", "f", bits, saturating));
      rows.add(narrow("VQRSHRN", 378, "{su}", "U|1001|1", "f", bits, saturating));
      String group = "VSHLL " + bits;
      String zeros = field(bits).replace("imm", "").replaceAll("\\d$", "");
      rows.add(widen("VSHLL", 397, field(bits), ", #{" + imm(bits) + "}", bits).group(group));
      rows.add(widen("VMOVL", 346, zeros + zeros(bits), "", bits).group(group));
    }
    rows.add(fixed("VCVT (f32 from s32 fixed)", "f32.s32", "0|1110", FloatLanes::fromSigned));
    rows.add(fixed("VCVT (f32 from u32 fixed)", "f32.u32", "1|1110", FloatLanes::fromUnsigned));
    rows.add(fixed("VCVT (s32 fixed from f32)", "s32.f32", "0|1111", FloatLanes::toSigned));
    rows.add(fixed("VCVT (u32 fixed from f32)", "u32.f32", "1|1111", FloatLanes::toUnsigned));
    return rows;
  }

  private static String zeros(int bits) {
    return "0".repeat(Integer.numberOfTrailingZeros(bits));
  }

  /** {@code codes} are U, bits 11:8 and bit 6; {@code bits} is the narrow width. */
  private static RowBuilder narrow(
      String name,
      int section,
      String type,
      String codes,
      String notes,
      int bits,
      Operation operation) {
    String[] part = codes.split("\\|");
    return row(
            name + " (" + bits + ")",
            String.format(
                "1111 001 %s 1 D %s Vd:4 %s 0 %s M 1 Vm:4", part[0], field(bits), part[1], part[2]),
            SimdRows.mnemonic(name) + "." + type + 2 * bits + " {Dd}, {Qm}, #{right}",
            operation)
        .section("A8.8." + section)
        .effects(SimdRows.effects("Qm", "Dd", notes))
        .except("Vm[0]==1");
  }

  private static RowBuilder widen(String name, int section, String field, String amount, int bits) {
    return row(
            name + " (" + bits + ")",
            "1111 001 U 1 D " + field + " Vd:4 1010 00 M 1 Vm:4",
            SimdRows.mnemonic(name) + ".{su}" + bits + " {Qd}, {Dm}" + amount,
            ByImmediate.widening(bits))
        .section("A8.8." + section)
        .effects("Dm -> Qd")
        .except("Vd[0]==1");
  }

  private static RowBuilder fixed(String name, String type, String codes, LaneOp op) {
    String[] part = codes.split("\\|");
    return row(
            name,
            String.format("1111 001 %s 1 D 1 imm5 Vd:4 %s 0 Q M 1 Vm:4", part[0], part[1]),
            "vcvt." + type + " {Vd?Q}, {Vm?Q}, #{right}",
            ByImmediate.fixed(op))
        .section("A8.8.307")
        .effects(SimdRows.effects("Vm?Q", "Vd?Q", "f"))
        .except(SimdRows.ODD_TWO);
  }

  static List<RowBuilder> immediates() {
    List<RowBuilder> rows = new ArrayList<>();
    rows.addAll(immediate("VMOV", 339, "", "0", false, BitwiseLanes::second));
    rows.addAll(immediate("VMVN", 353, "", "1", false, BitwiseLanes::mvn));
    rows.addAll(immediate("VORR", 359, "d", "0", true, BitwiseLanes::orr));
    rows.addAll(immediate("VBIC", 288, "d", "1", true, BitwiseLanes::bic));
    rows.add(constant("VMOV", 339, "i8", "1110|0", "{modimm}", BitwiseLanes::second));
    rows.add(constant("VMOV", 339, "f32", "1111|0", "{modfloat}", BitwiseLanes::second));
    rows.add(constant("VMOV", 339, "i64", "1110|1", "{modbytes}", BitwiseLanes::second));
    return rows;
  }

  /** Words shifted by bytes, halfwords shifted by bytes and, not with logic, ones shifted in. */
  private static List<RowBuilder> immediate(
      String name, int section, String notes, String op, boolean logic, LaneOp lane) {
    String low = logic ? "1" : "0";
    List<RowBuilder> rows = new ArrayList<>();
    for (int shift = 0; shift < 4; shift++) {
      String cmode = "0" + (shift >> 1) + (shift & 1) + low;
      String title = name + " (immediate, i32" + shifted(8 * shift);
      rows.add(modified(title, section, "i32", cmode + "|" + op, notes, lane, shift > 0));
    }
    for (int shift = 0; shift < 2; shift++) {
      String title = name + " (immediate, i16" + shifted(8 * shift);
      String cmode = "10" + shift + low;
      rows.add(modified(title, section, "i16", cmode + "|" + op, notes, lane, shift > 0));
    }
    for (int shift = 0; shift < 2 && !logic; shift++) {
      String title = name + " (immediate, i32 with ones" + shifted(8 * shift + 8);
      rows.add(modified(title, section, "i32", "110" + shift + "|" + op, notes, lane, true));
    }
    return rows;
  }

  private static String shifted(int bits) {
    return bits == 0 ? "" : ", LSL " + bits;
  }

  /** A shifted zero is UNPREDICTABLE. */
  private static RowBuilder modified(
      String name,
      int section,
      String type,
      String codes,
      String notes,
      LaneOp op,
      boolean shifted) {
    RowBuilder row = frame(name + ")", section, type, codes, "{modimm}", notes, op);
    return shifted ? row.unpredictable("i==0 && imm3==0 && imm4==0") : row;
  }

  private static RowBuilder constant(
      String name, int section, String type, String codes, String operand, LaneOp op) {
    String title = name + " (immediate, " + type + ")";
    return frame(title, section, type, codes, operand, "", op);
  }

  /** {@code codes} are cmode and op. */
  private static RowBuilder frame(
      String name,
      int section,
      String type,
      String codes,
      String operand,
      String notes,
      LaneOp op) {
    String[] part = codes.split("\\|");
    return row(
            name,
            String.format("1111 001 i 1 D 000 imm3 Vd:4 %s 0 Q %s 1 imm4", part[0], part[1]),
            SimdRows.mnemonic(name) + "." + type + " {Vd?Q}, " + operand,
            ModifiedImmediate.of(op))
        .section("A8.8." + section)
        .effects(SimdRows.effects("", "Vd?Q", notes))
        .except("Q==1 && Vd[0]==1");
  }
}
