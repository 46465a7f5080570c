package org.hypscope.debug.symbols.unwind;

import java.util.ArrayDeque;
import java.util.Deque;

/** Computes an address by a DWARF expression (DWARF 5, 2.5), as far as frames use them. */
final class Expression {
  private static final int MOST_STEPS = 1_000;
  private static final int MOST_VALUES = 64;

  private final FrameRegisters frame;
  private final StackReader reader;
  private final Deque<Integer> values = new ArrayDeque<>();

  Expression(FrameRegisters frame, StackReader reader) {
    this.frame = frame;
    this.reader = reader;
  }

  /** The value of {@code expression}, which begins with {@code given} on its stack. */
  int value(byte[] expression, int... given) {
    for (int each : given) {
      values.push(each);
    }
    ByteReader code = new ByteReader(expression, 0, expression.length);
    for (int steps = 0; code.hasMore(); steps++) {
      if (steps == MOST_STEPS || values.size() > MOST_VALUES) {
        throw new BadTableException("an expression does not end");
      }
      code = step(code, expression);
    }
    return pop();
  }

  private ByteReader step(ByteReader code, byte[] all) {
    int opcode = code.u8();
    if (opcode == 0x2f || opcode == 0x28) {
      int distance = (short) code.u16();
      boolean taken = opcode == 0x2f || pop() != 0;
      return taken ? new ByteReader(all, code.at() + distance, all.length) : code;
    }
    if (opcode >= 0x30 && opcode <= 0x4f) {
      values.push(opcode - 0x30);
    } else if (opcode >= 0x70 && opcode <= 0x8f) {
      values.push(register(opcode - 0x70) + (int) code.sleb());
    } else if (!constant(opcode, code) && !arrange(opcode, code)) {
      values.push(arithmetic(opcode, code));
    }
    return code;
  }

  private boolean constant(int opcode, ByteReader code) {
    switch (opcode) {
      case 0x03, 0x0c, 0x0d -> values.push(code.u32());
      case 0x08 -> values.push(code.u8());
      case 0x09 -> values.push((int) (byte) code.u8());
      case 0x0a -> values.push(code.u16());
      case 0x0b -> values.push((int) (short) code.u16());
      case 0x10 -> values.push((int) code.uleb());
      case 0x11 -> values.push((int) code.sleb());
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Moves values about. */
  private boolean arrange(int opcode, ByteReader code) {
    switch (opcode) {
      case 0x12 -> values.push(values.isEmpty() ? pop() : values.peek());
      case 0x13 -> pop();
      case 0x14 -> pick(1);
      case 0x15 -> pick(code.u8());
      case 0x16 -> {
        int top = pop();
        int next = pop();
        values.push(top);
        values.push(next);
      }
      case 0x96 -> {} // nop
      default -> {
        return false;
      }
    }
    return true;
  }

  private void pick(int index) {
    if (index >= values.size()) {
      throw new BadTableException("an expression takes a value that is not there");
    }
    values.push(values.stream().skip(index).findFirst().orElseThrow());
  }

  private int arithmetic(int opcode, ByteReader code) {
    int top = pop();
    return switch (opcode) {
      case 0x06 -> word(top);
      case 0x19 -> Math.abs(top);
      case 0x1a -> pop() & top;
      case 0x1b -> divide(pop(), top);
      case 0x1c -> pop() - top;
      case 0x1e -> pop() * top;
      case 0x1f -> -top;
      case 0x20 -> ~top;
      case 0x21 -> pop() | top;
      case 0x22 -> pop() + top;
      case 0x23 -> top + (int) code.uleb();
      case 0x24 -> top > 31 || top < 0 ? 0 * pop() : pop() << top;
      case 0x25 -> top > 31 || top < 0 ? 0 * pop() : pop() >>> top;
      case 0x26 -> pop() >> Math.min(top & 0x7fff_ffff, 31);
      case 0x27 -> pop() ^ top;
      case 0x29 -> pop() == top ? 1 : 0;
      case 0x2a -> pop() >= top ? 1 : 0;
      case 0x2b -> pop() > top ? 1 : 0;
      case 0x2c -> pop() <= top ? 1 : 0;
      case 0x2d -> pop() < top ? 1 : 0;
      case 0x2e -> pop() != top ? 1 : 0;
      default -> throw new BadTableException(String.format("expression operation 0x%02x", opcode));
    };
  }

  private static int divide(int value, int by) {
    if (by == 0) {
      throw new BadTableException("an expression divides by 0");
    }
    return value / by;
  }

  private int register(int n) {
    if (n > 15) {
      throw new BadTableException("an expression reads register " + n);
    }
    return frame.need(n);
  }

  private int word(int address) {
    return Words.word(reader, frame.mode(), address);
  }

  private int pop() {
    if (values.isEmpty()) {
      throw new BadTableException("an expression takes a value that is not there");
    }
    return values.pop();
  }
}
