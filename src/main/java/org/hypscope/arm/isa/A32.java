package org.hypscope.arm.isa;

import java.util.List;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.core.Decoder;
import org.hypscope.arm.decode.Disassembler;

/** The A32 instruction set: every row, and the decoder and disassembler made from them. */
public final class A32 {
  private static final List<Chapter<RowBuilder>> BUILDERS =
      List.of(
          Chapter.of("Data processing (A5.2.1 to A5.2.4)", A32DataProcessing.rows()),
          Chapter.of(
              "Multiplies and divides (A5.2.5, A5.2.7, A5.4.4)",
              A32Multiplies.plain(),
              A32Multiplies.halves(),
              A32Multiplies.media()),
          Chapter.of(
              "Saturating, parallel, packing and bit field instructions (A5.2.6, A5.4)",
              A32Media.saturating(),
              A32Media.parallel(),
              A32Media.packing(),
              A32Media.extending(),
              A32Media.bitFields()),
          Chapter.of(
              "Loads and stores (A5.2.8, A5.2.9, A5.3)",
              A32LoadStore.rows(),
              A32ExtraLoadStore.rows()),
          Chapter.of("Synchronization primitives (A5.2.10)", A32Exclusives.rows()),
          Chapter.of("Load and store multiple (A5.5, B9.3)", A32BlockTransfer.rows()),
          Chapter.of("Branches (A5.5)", A32Branches.rows()),
          Chapter.of("Hints, barriers and preloads (A5.2.11, A5.7.1)", A32Hints.rows()),
          Chapter.of(
              "Exceptions, modes and status registers (A5.2.12, B9.3)",
              A32System.exceptions(),
              A32System.status()),
          Chapter.of("Coprocessors (A5.6)", A32Coprocessor.rows()),
          Chapter.of(
              "Advanced SIMD: three registers of the same length (A7.4.1)",
              A32SimdSameLength.integerRows(),
              A32SimdSameLength.bitwiseRows(),
              A32SimdSameLength.singleRows()),
          Chapter.of(
              "Advanced SIMD: registers of different lengths, and scalars (A7.4.2, A7.4.3)",
              A32SimdLengths.differentLengths(),
              A32SimdLengths.byScalar()),
          Chapter.of(
              "Advanced SIMD: shifts and immediates (A7.4.4, A7.4.6)",
              A32SimdShifts.sameWidth(),
              A32SimdShifts.otherWidths(),
              A32SimdShifts.immediates()),
          Chapter.of(
              "Advanced SIMD: two registers, permutations and tables (A7.4.5)",
              A32SimdMisc.elements(),
              A32SimdMisc.permutations(),
              A32SimdMisc.otherWidths()),
          Chapter.of("Advanced SIMD: loads and stores (A7.7)", A32SimdLoadStore.rows()),
          Chapter.of(
              "Floating-point data processing (A7.5)",
              A32VfpArithmetic.rows(),
              A32VfpConversions.rows()),
          Chapter.of(
              "Transfers to and from extension registers (A7.8, A7.9)", A32VfpTransfers.rows()),
          Chapter.of("Loads and stores of extension registers (A7.6)", A32VfpLoadStore.rows()));
  private static final List<Chapter<Row>> CHAPTERS =
      BUILDERS.stream().map(chapter -> chapter.map(RowBuilder::build)).toList();
  private static final List<Row> ROWS = Chapter.rows(CHAPTERS);
  private static final A32Decoder DECODER = new A32Decoder(ROWS);
  private static final Disassembler DISASSEMBLER =
      new Disassembler(ROWS.stream().map(Row::form).toList());

  private A32() {}

  /** What the rows are built from, for the encodings of T32 that derive from them. */
  static List<Chapter<RowBuilder>> builders() {
    return BUILDERS;
  }

  /** All rows, by chapters of the manual. */
  public static List<Chapter<Row>> chapters() {
    return CHAPTERS;
  }

  /** All rows, in the order of the tables. */
  public static List<Row> rows() {
    return ROWS;
  }

  /** The decoder for a core, of both instruction sets. */
  public static Decoder decoder() {
    return IsaDecoder.instance();
  }

  static Decoded decode(int word) {
    return DECODER.decode(word);
  }

  /** The disassembler; A32 words only. */
  public static Disassembler disassembler() {
    return DISASSEMBLER;
  }
}
