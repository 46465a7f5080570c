package org.hypscope.arm.isa;

import static org.hypscope.arm.core.exec.simd.SameLength.bits;
import static org.hypscope.arm.core.exec.simd.SameLength.integers;
import static org.hypscope.arm.core.exec.simd.SameLength.pairsOfIntegers;
import static org.hypscope.arm.core.exec.simd.SameLength.pairsOfSingles;
import static org.hypscope.arm.core.exec.simd.SameLength.polynomials;
import static org.hypscope.arm.core.exec.simd.SameLength.signed;
import static org.hypscope.arm.core.exec.simd.SameLength.singles;
import static org.hypscope.arm.isa.SimdRows.same;

import java.util.List;
import org.hypscope.arm.core.exec.simd.BitwiseLanes;
import org.hypscope.arm.core.exec.simd.FloatLanes;
import org.hypscope.arm.core.exec.simd.IntegerLanes;
import org.hypscope.arm.core.exec.simd.LaneOp;
import org.hypscope.arm.core.exec.simd.MultiplyLanes;
import org.hypscope.arm.core.exec.simd.ShiftLanes;

/** Advanced SIMD: three registers of the same length (ARM ARM A7.4.1). */
final class A32SimdSameLength {
  private static final String SMALL = "size==3";
  private static final String HALF_OR_WORD = "size==0 || size==3";

  private A32SimdSameLength() {}

  static List<RowBuilder> integerRows() {
    return List.of(
        sign("VHADD", 319, "0000|0", "", SMALL, IntegerLanes::hadd),
        sign("VQADD", 370, "0000|1", "f", "", IntegerLanes::qadd),
        sign("VRHADD", 387, "0001|0", "", SMALL, IntegerLanes::rhadd),
        sign("VHSUB", 319, "0010|0", "", SMALL, IntegerLanes::hsub),
        sign("VQSUB", 382, "0010|1", "f", "", IntegerLanes::qsub),
        sign("VCGT (register)", 295, "0011|0", "", SMALL, IntegerLanes::cgt),
        sign("VCGE (register)", 293, "0011|1", "", SMALL, IntegerLanes::cge),
        sign("VSHL (register)", 396, "0100|0", "s", "", ShiftLanes::shl),
        sign("VQSHL (register)", 379, "0100|1", "sf", "", ShiftLanes::qshl),
        sign("VRSHL", 388, "0101|0", "s", "", ShiftLanes::rshl),
        sign("VQRSHL", 377, "0101|1", "sf", "", ShiftLanes::qrshl),
        sign("VMAX (integer)", 334, "0110|0", "", SMALL, IntegerLanes::max),
        sign("VMIN (integer)", 334, "0110|1", "", SMALL, IntegerLanes::min),
        sign("VABD (integer)", 278, "0111|0", "", SMALL, IntegerLanes::abd),
        sign("VABA", 277, "0111|1", "d", SMALL, IntegerLanes::aba),
        plain("VADD (integer)", 282, "i", "0", "1000|0", "", "", IntegerLanes::add),
        plain("VSUB (integer)", 414, "i", "1", "1000|0", "", "", IntegerLanes::sub),
        plain("VTST", 421, "", "0", "1000|1", "", SMALL, IntegerLanes::tst),
        plain("VCEQ (register)", 291, "i", "1", "1000|1", "", SMALL, IntegerLanes::ceq),
        plain("VMLA (integer)", 336, "i", "0", "1001|0", "d", SMALL, MultiplyLanes::mla),
        plain("VMLS (integer)", 336, "i", "1", "1001|0", "d", SMALL, MultiplyLanes::mls),
        plain("VMUL (integer)", 350, "i", "0", "1001|1", "", SMALL, MultiplyLanes::mul),
        same(
            "VMUL (polynomial)",
            350,
            "p8",
            "1|00|1001|1",
            "",
            "",
            polynomials(MultiplyLanes::polynomial)),
        pairs("VPMAX (integer)", 365, "0", IntegerLanes::max),
        pairs("VPMIN (integer)", 365, "1", IntegerLanes::min),
        plain("VQDMULH", 372, "s", "0", "1011|0", "f", HALF_OR_WORD, MultiplyLanes::qdmulh),
        plain("VQRDMULH", 376, "s", "1", "1011|0", "f", HALF_OR_WORD, MultiplyLanes::qrdmulh),
        same(
            "VPADD (integer)",
            362,
            "i{bits}",
            "0|size:2|1011|1",
            "p",
            SMALL,
            pairsOfIntegers(IntegerLanes::add)));
  }

  private static RowBuilder sign(
      String name, int section, String opcode, String notes, String except, LaneOp op) {
    return same(name, section, "{su}{bits}", "U|size:2|" + opcode, notes, except, integers(op));
  }

  private static RowBuilder plain(
      String name,
      int section,
      String type,
      String u,
      String opcode,
      String notes,
      String except,
      LaneOp op) {
    String bits = u + "|size:2|" + opcode;
    return same(name, section, type + "{bits}", bits, notes, except, signed(op));
  }

  private static RowBuilder pairs(String name, int section, String b, LaneOp op) {
    String bits = "U|size:2|1010|" + b;
    return same(name, section, "{su}{bits}", bits, "p", SMALL, pairsOfIntegers(op));
  }

  static List<RowBuilder> bitwiseRows() {
    return List.of(
        bitwise("VAND (register)", 287, "0|00", "", BitwiseLanes::and),
        bitwise("VBIC (register)", 289, "0|01", "", BitwiseLanes::bic),
        bitwise("VORR (register)", 360, "0|10", "", BitwiseLanes::orr),
        bitwise("VORN (register)", 358, "0|11", "", BitwiseLanes::orn),
        bitwise("VEOR", 315, "1|00", "", BitwiseLanes::eor),
        bitwise("VBSL", 290, "1|01", "d", BitwiseLanes::bsl),
        bitwise("VBIT", 290, "1|10", "d", BitwiseLanes::bit),
        bitwise("VBIF", 290, "1|11", "d", BitwiseLanes::bif));
  }

  private static RowBuilder bitwise(
      String name, int section, String bits, String notes, LaneOp op) {
    return same(name, section, "", bits + "|0001|1", notes, "", bits(op));
  }

  static List<RowBuilder> singleRows() {
    return List.of(
        single("VFMA", 317, "0|00|1100|1", "df", FloatLanes::fma),
        single("VFMS", 317, "0|10|1100|1", "df", FloatLanes::fms),
        single("VADD", 283, "0|00|1101|0", "f", FloatLanes::add),
        single("VSUB", 415, "0|10|1101|0", "f", FloatLanes::sub),
        singlePairs("VPADD", 363, "1|00|1101|0", FloatLanes::add),
        single("VABD", 279, "1|10|1101|0", "f", FloatLanes::abd),
        single("VMLA", 337, "0|00|1101|1", "df", FloatLanes::mla),
        single("VMLS", 337, "0|10|1101|1", "df", FloatLanes::mls),
        single("VMUL", 351, "1|00|1101|1", "f", FloatLanes::mul),
        single("VCEQ", 291, "0|00|1110|0", "f", FloatLanes::ceq),
        single("VCGE", 293, "1|00|1110|0", "f", FloatLanes::cge),
        single("VCGT", 295, "1|10|1110|0", "f", FloatLanes::cgt),
        single("VACGE", 281, "1|00|1110|1", "f", FloatLanes::acge),
        single("VACGT", 281, "1|10|1110|1", "f", FloatLanes::acgt),
        single("VMAX", 335, "0|00|1111|0", "f", FloatLanes::max),
        single("VMIN", 335, "0|10|1111|0", "f", FloatLanes::min),
        singlePairs("VPMAX", 366, "1|00|1111|0", FloatLanes::max),
        singlePairs("VPMIN", 366, "1|10|1111|0", FloatLanes::min),
        single("VRECPS", 385, "0|00|1111|1", "f", FloatLanes::recps),
        single("VRSQRTS", 392, "0|10|1111|1", "f", FloatLanes::rsqrts));
  }

  private static RowBuilder single(String name, int section, String bits, String notes, LaneOp op) {
    return same(name + " (f32 vectors)", section, "f32", bits, notes, "", singles(op));
  }

  private static RowBuilder singlePairs(String name, int section, String bits, LaneOp op) {
    return same(name + " (f32 vectors)", section, "f32", bits, "pf", "", pairsOfSingles(op));
  }
}
