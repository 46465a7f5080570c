package org.hypscope.debug.symbols.unwind;

/**
 * Undoes a prologue by the byte codes of the Exception Handling ABI for the Arm Architecture
 * (10.3), in a frame that is past its prologue and before its epilogue.
 */
final class UnwindOpcodes {
  private static final int LONG_STEP = 0x204;
  private static final int EXCEPTION_FRAME = 0xffff;

  private final ByteReader code;
  private final FrameRegisters frame;
  private final StackReader reader;
  private final int[] values = new int[16];
  private int popped;
  private int vsp;
  private int lastBase;

  UnwindOpcodes(byte[] opcodes, FrameRegisters frame, StackReader reader) {
    this.code = new ByteReader(opcodes, 0, opcodes.length);
    this.frame = frame;
    this.reader = reader;
    this.vsp = frame.need(FrameRegisters.SP);
  }

  /** Carries all of them out; false where they say that the frame cannot be unwound. */
  boolean run() {
    while (code.hasMore()) {
      int opcode = code.u8();
      if (opcode == 0xb0) {
        break;
      }
      if (opcode == 0x80) {
        int mask = code.u8();
        if (mask == 0) {
          return false;
        }
        pop(mask << 4);
      } else {
        one(opcode);
      }
    }
    return true;
  }

  /** The caller's SP. */
  int sp() {
    return (popped >>> FrameRegisters.SP & 1) != 0 ? values[FrameRegisters.SP] : vsp;
  }

  /** Where the caller goes on: the PC that was popped, else LR. */
  int target() {
    return (popped >>> FrameRegisters.PC & 1) != 0
        ? values[FrameRegisters.PC]
        : restored(FrameRegisters.LR);
  }

  /** Whether every register was popped, as an exception's entry saves them. */
  boolean isExceptionFrame() {
    return popped == EXCEPTION_FRAME;
  }

  /** The address after the registers that were popped last, where such an entry saves CPSR. */
  int afterRegisters() {
    return lastBase;
  }

  /** Gives {@code caller} what was popped. */
  void give(FrameRegisters caller) {
    for (int n = 0; n < FrameRegisters.SP; n++) {
      if ((popped >>> n & 1) != 0) {
        caller.set(n, values[n]);
      }
    }
  }

  int popped(int n) {
    return values[n];
  }

  private void one(int opcode) {
    switch (opcode >>> 4) {
      case 0x0, 0x1, 0x2, 0x3 -> vsp += ((opcode & 0x3f) << 2) + 4;
      case 0x4, 0x5, 0x6, 0x7 -> vsp -= ((opcode & 0x3f) << 2) + 4;
      case 0x8 -> pop((opcode & 0xf) << 12 | code.u8() << 4);
      case 0x9 -> fromRegister(opcode & 0xf);
      case 0xa -> pop((0xff >>> 7 - (opcode & 7) & 0xff) << 4 | (opcode & 8) << 11);
      case 0xb -> groupB(opcode);
      case 0xc -> groupC(opcode);
      case 0xd -> eight(opcode, 0);
      default -> throw spare(opcode);
    }
  }

  private void fromRegister(int n) {
    if (n == FrameRegisters.SP || n == FrameRegisters.PC) {
      throw spare(0x90 | n);
    }
    vsp = restored(n);
  }

  private void groupB(int opcode) {
    switch (opcode) {
      case 0xb1 -> popLow(code.u8());
      case 0xb2 -> vsp += LONG_STEP + (int) (code.uleb() << 2);
      case 0xb3 -> vsp += 8 * ((code.u8() & 0xf) + 1) + 4;
      case 0xb4 -> vsp += 4; // return address authentication code
      case 0xb5, 0xb6, 0xb7 -> throw spare(opcode);
      default -> eight(opcode, 4);
    }
  }

  private void groupC(int opcode) {
    switch (opcode) {
      case 0xc6 -> vsp += 8 * ((code.u8() & 0xf) + 1);
      case 0xc7 -> vsp += 4 * Integer.bitCount(control(code.u8()));
      case 0xc8, 0xc9 -> vsp += 8 * ((code.u8() & 0xf) + 1);
      case 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf -> throw spare(opcode);
      default -> eight(opcode, 0);
    }
  }

  /** D8 up to D8 + n, or WR10 up: only their size matters. */
  private void eight(int opcode, int more) {
    if (opcode >= 0xd8) {
      throw spare(opcode);
    }
    vsp += 8 * ((opcode & 7) + 1) + more;
  }

  private void popLow(int mask) {
    pop(control(mask));
  }

  private static int control(int mask) {
    if (mask == 0 || mask > 0xf) {
      throw spare(mask);
    }
    return mask;
  }

  private void pop(int mask) {
    for (int n = 0; n < 16; n++) {
      if ((mask >>> n & 1) != 0) {
        values[n] = Words.word(reader, frame.mode(), vsp);
        vsp += 4;
      }
    }
    popped |= mask;
    lastBase = vsp;
    if ((mask >>> FrameRegisters.SP & 1) != 0) {
      vsp = values[FrameRegisters.SP];
    }
  }

  private int restored(int n) {
    return (popped >>> n & 1) != 0 ? values[n] : frame.need(n);
  }

  private static BadTableException spare(int opcode) {
    return new BadTableException(String.format("unwind instruction 0x%02x", opcode));
  }
}
