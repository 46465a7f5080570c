package org.hypscope.arm.isa;

import static org.hypscope.arm.isa.RowBuilder.row;

import java.util.List;
import org.hypscope.arm.core.Operation;
import org.hypscope.arm.core.exec.simd.ByScalar;
import org.hypscope.arm.core.exec.simd.DifferentLengths;
import org.hypscope.arm.core.exec.simd.FloatLanes;
import org.hypscope.arm.core.exec.simd.IntegerLanes;
import org.hypscope.arm.core.exec.simd.LaneOp;
import org.hypscope.arm.core.exec.simd.MultiplyLanes;

/**
 * Advanced SIMD: three registers of different lengths, and two registers and a scalar (ARM ARM
 * A7.4.2, A7.4.3).
 */
final class A32SimdLengths {
  private static final String SIZE = "size:2!11";
  private static final String NO_BYTES = "size==0";

  private A32SimdLengths() {}

  static List<RowBuilder> differentLengths() {
    return List.of(
        widening("VADDL", 285, "U", "0000", "", IntegerLanes::add),
        wide("VADDW", 285, "0001", IntegerLanes::add),
        widening("VSUBL", 417, "U", "0010", "", IntegerLanes::sub),
        wide("VSUBW", 417, "0011", IntegerLanes::sub),
        high("VADDHN", 284, "0", "0100", IntegerLanes::add),
        high("VRADDHN", 383, "1", "0100", IntegerLanes::add),
        widening("VABAL", 277, "U", "0101", "d", IntegerLanes::aba),
        high("VSUBHN", 416, "0", "0110", IntegerLanes::sub),
        high("VRSUBHN", 394, "1", "0110", IntegerLanes::sub),
        widening("VABDL", 278, "U", "0111", "", IntegerLanes::abd),
        widening("VMLAL", 336, "U", "1000", "d", MultiplyLanes::mla),
        widening("VMLSL", 336, "U", "1010", "d", MultiplyLanes::mls),
        widening("VQDMLAL", 371, "0", "1001", "df", MultiplyLanes::qdmlal),
        widening("VQDMLSL", 371, "0", "1011", "df", MultiplyLanes::qdmlsl),
        widening("VMULL (integer)", 350, "U", "1100", "", MultiplyLanes::mul),
        widening("VQDMULL", 373, "0", "1101", "f", MultiplyLanes::qdmull),
        frame(
                "VMULL (polynomial)",
                "p8",
                "0",
                "00",
                "1110",
                "{Qd}, {Dn}, {Dm}",
                DifferentLengths.wideningPolynomials(MultiplyLanes::polynomial))
            .section("A8.8.350")
            .effects("Dn Dm -> Qd")
            .except("Vd[0]==1"));
  }

  /** Saturating ones, which have no U, are not of bytes. */
  private static RowBuilder widening(
      String name, int section, String u, String opcode, String notes, LaneOp op) {
    boolean saturates = u.equals("0");
    return frame(
            name,
            saturates ? "s{bits}" : "{su}{bits}",
            u,
            SIZE,
            opcode,
            "{Qd}, {Dn}, {Dm}",
            DifferentLengths.widening(op))
        .section("A8.8." + section)
        .effects(SimdRows.effects("Dn Dm", "Qd", notes))
        .except(saturates ? "Vd[0]==1 || " + NO_BYTES : "Vd[0]==1");
  }

  private static RowBuilder wide(String name, int section, String opcode, LaneOp op) {
    return frame(
            name, "{su}{bits}", "U", SIZE, opcode, "{Qd}, {Qn}, {Dm}", DifferentLengths.wide(op))
        .section("A8.8." + section)
        .effects("Qn Dm -> Qd")
        .except("Vd[0]==1 || Vn[0]==1");
  }

  private static RowBuilder high(String name, int section, String u, String opcode, LaneOp op) {
    return frame(
            name, "i{2bits}", u, SIZE, opcode, "{Dd}, {Qn}, {Qm}", DifferentLengths.highHalves(op))
        .section("A8.8." + section)
        .effects("Qn Qm -> Dd")
        .except("Vn[0]==1 || Vm[0]==1");
  }

  private static RowBuilder frame(
      String name,
      String type,
      String u,
      String size,
      String opcode,
      String operands,
      Operation operation) {
    return row(
        name,
        String.format("1111 001 %s 1 D %s Vn:4 Vd:4 %s N 0 M 0 Vm:4", u, size, opcode),
        SimdRows.mnemonic(name) + "." + type + " " + operands,
        operation);
  }

  static List<RowBuilder> byScalar() {
    return List.of(
        integers("VMLA", 338, "i", "0000", "d", MultiplyLanes::mla),
        singles("VMLA", 338, "0001", "df", FloatLanes::mla),
        integers("VMLS", 338, "i", "0100", "d", MultiplyLanes::mls),
        singles("VMLS", 338, "0101", "df", FloatLanes::mls),
        longScalar("VMLAL", 338, "U", "0010", "d", MultiplyLanes::mla),
        longScalar("VMLSL", 338, "U", "0110", "d", MultiplyLanes::mls),
        longScalar("VQDMLAL", 371, "0", "0011", "df", MultiplyLanes::qdmlal),
        longScalar("VQDMLSL", 371, "0", "0111", "df", MultiplyLanes::qdmlsl),
        integers("VMUL", 352, "i", "1000", "", MultiplyLanes::mul),
        singles("VMUL", 352, "1001", "f", FloatLanes::mul),
        longScalar("VMULL", 352, "U", "1010", "", MultiplyLanes::mul),
        longScalar("VQDMULL", 373, "0", "1011", "f", MultiplyLanes::qdmull),
        integers("VQDMULH", 372, "s", "1100", "f", MultiplyLanes::qdmulh),
        integers("VQRDMULH", 376, "s", "1101", "f", MultiplyLanes::qrdmulh));
  }

  private static RowBuilder integers(
      String name, int section, String type, String opcode, String notes, LaneOp op) {
    return scalar(
            name + " (by scalar)",
            "Q",
            SIZE,
            opcode,
            type + "{bits}",
            "{Vd?Q}, {Vn?Q}",
            ByScalar.integers(op))
        .section("A8.8." + section)
        .effects(SimdRows.effects("Vn?Q scalar", "Vd?Q", notes))
        .except(NO_BYTES + " || Q==1 && (Vd[0]==1 || Vn[0]==1)");
  }

  private static RowBuilder singles(
      String name, int section, String opcode, String notes, LaneOp op) {
    return scalar(
            name + " (f32 by scalar)",
            "Q",
            "10",
            opcode,
            "f32",
            "{Vd?Q}, {Vn?Q}",
            ByScalar.singles(op))
        .section("A8.8." + section)
        .effects(SimdRows.effects("Vn?Q scalar", "Vd?Q", notes))
        .except("Q==1 && (Vd[0]==1 || Vn[0]==1)");
  }

  private static RowBuilder longScalar(
      String name, int section, String u, String opcode, String notes, LaneOp op) {
    String type = u.equals("U") ? "{su}{bits}" : "s{bits}";
    return scalar(name + " (by scalar)", u, SIZE, opcode, type, "{Qd}, {Dn}", ByScalar.widening(op))
        .section("A8.8." + section)
        .effects(SimdRows.effects("Dn scalar", "Qd", notes))
        .except(NO_BYTES + " || Vd[0]==1");
  }

  private static RowBuilder scalar(
      String name,
      String high,
      String size,
      String opcode,
      String type,
      String operands,
      Operation operation) {
    return row(
        name,
        String.format("1111 001 %s 1 D %s Vn:4 Vd:4 %s N 1 M 0 Vm:4", high, size, opcode),
        SimdRows.mnemonic(name) + "." + type + " " + operands + ", {scalar}",
        operation);
  }
}
