package org.hypscope.arm.isa;

import java.util.List;
import java.util.stream.Stream;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.core.Decoder;
import org.hypscope.arm.decode.Disassembler;

/** The A32 instruction set: every row, and the decoder and disassembler made from them. */
public final class A32 {
  private static final List<RowBuilder> BUILDERS =
      Stream.of(
              A32DataProcessing.rows(),
              A32Multiplies.plain(),
              A32Multiplies.halves(),
              A32Multiplies.media(),
              A32Media.saturating(),
              A32Media.parallel(),
              A32Media.packing(),
              A32Media.extending(),
              A32Media.bitFields(),
              A32LoadStore.rows(),
              A32ExtraLoadStore.rows(),
              A32Exclusives.rows(),
              A32BlockTransfer.rows(),
              A32Branches.rows(),
              A32Hints.rows(),
              A32System.exceptions(),
              A32System.status(),
              A32Coprocessor.rows(),
              A32SimdSameLength.integerRows(),
              A32SimdSameLength.bitwiseRows(),
              A32SimdSameLength.singleRows(),
              A32SimdLengths.differentLengths(),
              A32SimdLengths.byScalar(),
              A32SimdShifts.sameWidth(),
              A32SimdShifts.otherWidths(),
              A32SimdShifts.immediates(),
              A32SimdMisc.elements(),
              A32SimdMisc.permutations(),
              A32SimdMisc.otherWidths(),
              A32SimdLoadStore.rows(),
              A32VfpArithmetic.rows(),
              A32VfpConversions.rows(),
              A32VfpTransfers.rows(),
              A32VfpLoadStore.rows())
          .flatMap(List::stream)
          .toList();
  private static final List<Row> ROWS = BUILDERS.stream().map(RowBuilder::build).toList();
  private static final A32Decoder DECODER = new A32Decoder(ROWS);
  private static final Disassembler DISASSEMBLER =
      new Disassembler(ROWS.stream().map(Row::form).toList());

  private A32() {}

  /** What the rows are built from, for the encodings of T32 that derive from them. */
  static List<RowBuilder> builders() {
    return BUILDERS;
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
