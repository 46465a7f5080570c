package org.hypscope.oracle.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.isa.Row;

/** An instruction set as the suites see it: rows, words, bytes and texts. */
enum InstructionSet {
  A32("armv7a", 8);

  private final String triple;
  private final int pcOffset;

  InstructionSet(String triple, int pcOffset) {
    this.triple = triple;
    this.pcOffset = pcOffset;
  }

  /** LLVM's name of it. */
  String triple() {
    return triple;
  }

  /** The assembler's directive for it. */
  String directive() {
    return ".arm";
  }

  /** What R15 reads as, less the address of the instruction. */
  int pcOffset() {
    return pcOffset;
  }

  /** The rows. */
  List<Row> rows() {
    return org.hypscope.arm.isa.A32.rows();
  }

  /** The instruction that begins with the bits of {@code word}. */
  Encoding encoding(int word) {
    return Encoding.a32(word);
  }

  /** What this project's disassembler makes of {@code encoding} at {@code address}. */
  DisassembledInsn disassemble(Encoding encoding, int address) {
    return org.hypscope.arm.isa.A32.disassembler().a32(encoding.word(), address);
  }

  /** The bytes in memory, one instruction after the other. */
  byte[] bytes(List<Encoding> encodings) {
    ByteBuffer bytes =
        ByteBuffer.allocate(encodings.stream().mapToInt(Encoding::size).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (Encoding encoding : encodings) {
      bytes.putInt(encoding.word());
    }
    return bytes.array();
  }
}
