package org.hypscope.arm.isa;

import java.util.List;
import java.util.stream.Stream;
import org.hypscope.arm.core.Decoded;
import org.hypscope.arm.core.Decoder;
import org.hypscope.arm.decode.T32Disassembler;

/**
 * The T32 instruction set, of one and of two halfwords: every row, and the decoder and disassembler
 * made from them.
 */
public final class T32 {
  private static final List<Row> ROWS =
      Stream.of(
              T16DataProcessing.rows(),
              T16LoadStore.rows(),
              T16Branches.rows(),
              T32DataProcessing.rows(),
              T32Media.rows(),
              T32Multiplies.rows(),
              T32LoadStore.rows(),
              T32Preloads.rows(),
              T32BlockTransfer.rows(),
              T32Branches.rows(),
              T32Coprocessor.rows())
          .flatMap(List::stream)
          .map(RowBuilder::build)
          .toList();
  private static final T32Decoder DECODER = new T32Decoder(ROWS);
  private static final T32Disassembler DISASSEMBLER =
      new T32Disassembler(ROWS.stream().map(Row::form).toList());

  private T32() {}

  /** All rows, in the order of the tables. */
  public static List<Row> rows() {
    return ROWS;
  }

  /** The decoder for a core, of both instruction sets. */
  public static Decoder decoder() {
    return IsaDecoder.instance();
  }

  static Decoded decode(int hw1, int hw2) {
    return DECODER.decode(hw1, hw2);
  }

  /** The disassembler; T32 instructions only. */
  public static T32Disassembler disassembler() {
    return DISASSEMBLER;
  }
}
