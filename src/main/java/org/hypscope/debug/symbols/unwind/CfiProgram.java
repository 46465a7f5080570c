package org.hypscope.debug.symbols.unwind;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.hypscope.debug.symbols.unwind.CfiRow.Kind;

/** Carries out call frame instructions up to one address (DWARF 5, 6.4.2). */
final class CfiProgram {
  private static final int MOST_REMEMBERED = 64;

  private final CommonEntry common;
  private final int wanted;
  private final Deque<CfiRow> remembered = new ArrayDeque<>();
  private CfiRow row = new CfiRow();
  private CfiRow initial = row;
  private int at;
  private ByteReader code;

  private CfiProgram(CommonEntry common, int wanted, int start) {
    this.common = common;
    this.wanted = wanted;
    this.at = start;
  }

  /** The rules at {@code address}, which {@code entry} of {@code table} covers. */
  static CfiRow row(CfiTable table, CfiTable.Entry entry, int address) {
    CfiProgram program = new CfiProgram(entry.common(), address, entry.start());
    program.run(table.program(entry.common()));
    program.initial = program.row.copy();
    program.run(table.program(entry));
    return program.row;
  }

  private void run(ByteReader instructions) {
    code = instructions;
    while (code.hasMore() && Integer.compareUnsigned(at, wanted) <= 0) {
      int opcode = code.u8();
      int operand = opcode & 0x3f;
      switch (opcode >>> 6) {
        case 1 -> advance(operand);
        case 2 -> row.set(operand, Kind.OFFSET, code.uleb() * common.dataFactor());
        case 3 -> row.restore(operand, initial);
        default -> extended(opcode);
      }
    }
  }

  /** Ends the program where the next row begins beyond the address that is wanted. */
  private void advance(long factored) {
    at += (int) (factored * common.codeFactor());
  }

  private void extended(int opcode) {
    switch (opcode) {
      case 0x00 -> {} // nop
      case 0x01 -> at = code.u32(); // set_loc
      case 0x02 -> advance(code.u8());
      case 0x03 -> advance(code.u16());
      case 0x04 -> advance(code.u32() & 0xffff_ffffL);
      case 0x0a -> remember();
      case 0x0b -> recall();
      case 0x0c -> row.cfa(code.uleb(), code.uleb());
      case 0x0d -> row.cfaRegister(code.uleb());
      case 0x0e -> row.cfaOffset(code.uleb());
      case 0x0f -> row.cfa(block());
      case 0x12 -> row.cfa(code.uleb(), code.sleb() * common.dataFactor());
      case 0x13 -> row.cfaOffset(code.sleb() * common.dataFactor());
      case 0x2e -> code.uleb(); // GNU_args_size
      default -> rule(opcode);
    }
  }

  private void rule(int opcode) {
    long register = code.uleb();
    switch (opcode) {
      case 0x05 -> row.set(register, Kind.OFFSET, code.uleb() * common.dataFactor());
      case 0x06 -> row.restore(register, initial);
      case 0x07 -> row.set(register, Kind.UNDEFINED, 0);
      case 0x08 -> row.set(register, Kind.SAME, 0);
      case 0x09 -> row.set(register, Kind.REGISTER, code.uleb());
      case 0x10 -> row.set(register, Kind.EXPRESSION, block());
      case 0x11 -> row.set(register, Kind.OFFSET, code.sleb() * common.dataFactor());
      case 0x14 -> row.set(register, Kind.VALUE_OFFSET, code.uleb() * common.dataFactor());
      case 0x15 -> row.set(register, Kind.VALUE_OFFSET, code.sleb() * common.dataFactor());
      case 0x16 -> row.set(register, Kind.VALUE_EXPRESSION, block());
      case 0x2f -> row.set(register, Kind.OFFSET, -code.uleb() * common.dataFactor());
      default ->
          throw new BadTableException(String.format("call frame instruction 0x%02x", opcode));
    }
  }

  private byte[] block() {
    ByteReader part = code.part(code.uleb());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (part.hasMore()) {
      bytes.write(part.u8());
    }
    return bytes.toByteArray();
  }

  private void remember() {
    if (remembered.size() == MOST_REMEMBERED) {
      throw new BadTableException("more than " + MOST_REMEMBERED + " remembered states");
    }
    remembered.push(row.copy());
  }

  private void recall() {
    if (remembered.isEmpty()) {
      throw new BadTableException("a state is restored that was never remembered");
    }
    row = remembered.pop();
  }
}
