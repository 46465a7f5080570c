package org.hypscope.oracle.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.decode.DisassembledInsn;
import org.hypscope.arm.isa.Row;

/** An instruction set as the suites see it: rows, words, bytes and texts. */
enum InstructionSet {
  A32("armv7a", ".arm", 8) {
    @Override
    List<Row> rows() {
      return org.hypscope.arm.isa.A32.rows();
    }

    @Override
    Encoding encoding(int word) {
      return new Encoding(word, 4);
    }

    @Override
    DisassembledInsn disassemble(Encoding encoding, int address, int it) {
      return org.hypscope.arm.isa.A32.disassembler().a32(encoding.word(), address);
    }
  },

  T32("thumbv7a", ".thumb", 4) {
    @Override
    List<Row> rows() {
      return org.hypscope.arm.isa.T32.rows();
    }

    @Override
    Encoding encoding(int word) {
      return word >>> 27 >= FIRST_WIDE ? new Encoding(word, 4) : new Encoding(word >>> 16, 2);
    }

    @Override
    DisassembledInsn disassemble(Encoding encoding, int address, int it) {
      int word = encoding.word();
      int first = encoding.size() == 4 ? word >>> 16 : word;
      return org.hypscope.arm.isa.T32.disassembler().t32(first, word & 0xffff, address, it);
    }
  };

  private static final int FIRST_WIDE = 0b11101;

  private final String triple;
  private final String directive;
  private final int pcOffset;

  InstructionSet(String triple, String directive, int pcOffset) {
    this.triple = triple;
    this.directive = directive;
    this.pcOffset = pcOffset;
  }

  /** LLVM's name of it. */
  String triple() {
    return triple;
  }

  /** The assembler's directive for it. */
  String directive() {
    return directive;
  }

  /** What R15 reads as, less the address of the instruction. */
  int pcOffset() {
    return pcOffset;
  }

  /** The rows. */
  abstract List<Row> rows();

  /** The instruction that begins with the bits of {@code word}, in T32 with the upper halfword. */
  abstract Encoding encoding(int word);

  /** The instruction that lies where {@code bytes}, a little-endian word, were read. */
  Encoding inMemory(int bytes) {
    return encoding(this == A32 ? bytes : Integer.rotateLeft(bytes, 16));
  }

  /** An instruction that does nothing. */
  Encoding nop() {
    return this == A32 ? new Encoding(0xe320f000, 4) : new Encoding(0xbf00, 2);
  }

  /** The instruction {@code word} as a row's pattern writes it: a narrow one has 16 bits. */
  Encoding ofRow(int word) {
    return new Encoding(word, this == A32 || word >>> 16 != 0 ? 4 : 2);
  }

  /**
   * What this project's disassembler makes of {@code encoding} at {@code address}, in T32 under the
   * ITSTATE {@code it}.
   */
  abstract DisassembledInsn disassemble(Encoding encoding, int address, int it);

  /** As {@link #disassemble(Encoding, int, int)}, outside an IT block. */
  DisassembledInsn disassemble(Encoding encoding, int address) {
    return disassemble(encoding, address, 0);
  }

  /** The ITSTATE after {@code encoding}, read under {@code it}. */
  int itAfter(Encoding encoding, int it) {
    return this == T32 ? ItState.after(encoding.word(), it) : 0;
  }

  /** The bytes in memory, one instruction after the other. */
  byte[] bytes(List<Encoding> encodings) {
    ByteBuffer bytes =
        ByteBuffer.allocate(encodings.stream().mapToInt(Encoding::size).sum())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (Encoding encoding : encodings) {
      int word = encoding.word();
      if (this == A32) {
        bytes.putInt(word);
      } else if (encoding.size() == 4) {
        bytes.putShort((short) (word >>> 16)).putShort((short) word);
      } else {
        bytes.putShort((short) word);
      }
    }
    return bytes.array();
  }
}
