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
  private static final List<Chapter<Row>> CHAPTERS =
      Stream.of(
              List.of(
                  Chapter.of(
                      "Data processing of one halfword (A6.2.1 to A6.2.3)",
                      T16DataProcessing.rows()),
                  Chapter.of("Loads and stores of one halfword (A6.2.4)", T16LoadStore.rows()),
                  Chapter.of(
                      "Branches and miscellaneous of one halfword (A6.2.5, A6.2.6)",
                      T16Branches.rows()),
                  Chapter.of("Data processing (A6.3.1, A6.3.11)", T32DataProcessing.rows()),
                  Chapter.of(
                      "Plain immediates, media and saturating instructions (A6.3.3, A6.3.12 to A6.3.15)",
                      T32Media.rows()),
                  Chapter.of("Multiplies and divides (A6.3.16, A6.3.17)", T32Multiplies.rows()),
                  Chapter.of(
                      "Loads, stores and preloads (A6.3.7 to A6.3.10)",
                      T32LoadStore.rows(),
                      T32Preloads.rows()),
                  Chapter.of(
                      "Load and store multiple, dual and exclusive, table branch (A6.3.5, A6.3.6)",
                      T32BlockTransfer.rows()),
                  Chapter.of("Branches and control (A6.3.4)", T32Branches.rows())),
              T32Coprocessor.chapters())
          .flatMap(List::stream)
          .map(chapter -> chapter.map(RowBuilder::build))
          .toList();
  private static final List<Row> ROWS = Chapter.rows(CHAPTERS);
  private static final T32Decoder DECODER = new T32Decoder(ROWS);
  private static final T32Disassembler DISASSEMBLER =
      new T32Disassembler(ROWS.stream().map(Row::form).toList());

  private T32() {}

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

  static Decoded decode(int hw1, int hw2) {
    return DECODER.decode(hw1, hw2);
  }

  /** The disassembler; T32 instructions only. */
  public static T32Disassembler disassembler() {
    return DISASSEMBLER;
  }
}
