package org.hypscope.debug.symbols.unwind;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the caller of a frame that is about to return: by doing to registers what the next
 * instructions would do, if they only give the stack back and return.
 */
final class Epilogue {
  private static final int MOST = 12;

  private final FrameRegisters now;
  private final StackReader reader;
  private int at;
  private int sp;
  private OptionalInt target = OptionalInt.empty();
  private boolean known = true;

  private Epilogue(FrameRegisters frame, StackReader reader) {
    this.now = frame.before(frame.pc());
    this.reader = reader;
    this.at = frame.pc();
    this.sp = frame.need(FrameRegisters.SP);
  }

  /** The caller; empty where something else comes before the return. */
  static Optional<Step> step(FrameRegisters frame, StackReader reader) {
    if (!frame.exact()) {
      return Optional.empty();
    }
    Epilogue ahead = new Epilogue(frame, reader);
    for (int n = 0; n < MOST && ahead.known && ahead.target.isEmpty(); n++) {
      ahead.at += frame.thumb() ? ahead.t32() : ahead.a32();
    }
    return ahead.target.isEmpty() || !ahead.known ? Optional.empty() : Optional.of(ahead.caller());
  }

  private Step caller() {
    FrameRegisters caller = now.caller(target.getAsInt(), OptionalInt.of(sp));
    return new Step.To(caller, Method.RETURN, Certainty.SURE, "");
  }

  private int a32() {
    int insn = reader.word(now.mode(), at).orElse(0);
    int rt = insn >>> 12 & 0xf;
    if (insn >>> 28 != 0xe) {
      known = false;
    } else if (insn == 0xe12fff1e || insn == 0xe1a0f00e) {
      target = now.get(FrameRegisters.LR);
      known = target.isPresent();
    } else if ((insn & 0x0fff0000) == 0x08bd0000) {
      pop(insn & 0xffff);
    } else if ((insn & 0x0fffa000) == 0x089da000) {
      popWithSp(insn & 0xffff);
    } else if ((insn & 0x0fff0fff) == 0x049d0004) {
      pop(1 << rt);
    } else if ((insn & 0x0fbf0e00) == 0x0cbd0a00) {
      sp += 4 * (insn & 0xff);
    } else if ((insn & 0x0ffff000) == 0x028dd000) {
      sp += Immediates.a32(insn & 0xfff);
    } else if ((insn & 0x0ffff000) == 0x024bd000) {
      fromFrame(FrameRegisters.FP_A32, -Immediates.a32(insn & 0xfff));
    } else if ((insn & 0x0ffff000) == 0x028bd000 || insn == 0xe1a0d00b) {
      fromFrame(FrameRegisters.FP_A32, insn == 0xe1a0d00b ? 0 : Immediates.a32(insn & 0xfff));
    } else {
      // MOV and ADD of other registers, and VFP, as results are made ready.
      boolean harmless = (insn & 0x0fe00000) == 0x01a00000 || (insn & 0x0de00000) == 0x00800000;
      boolean vfp = (insn & 0x0f000e00) == 0x0e000a00;
      known = vfp || harmless && rt < FrameRegisters.SP;
      now.forget(rt);
    }
    return 4;
  }

  private int t32() {
    int first = Words.half(reader, now.mode(), at);
    if (first >= 0xe800) {
      wide(first, Words.half(reader, now.mode(), at + 2));
      return 4;
    }
    if (first == 0x4770) {
      target = now.get(FrameRegisters.LR);
      known = target.isPresent();
    } else if ((first & 0xfe00) == 0xbc00) {
      pop(first & 0xff | (first & 0x100) << 7);
    } else if ((first & 0xff80) == 0xb000) {
      sp += 4 * (first & 0x7f);
    } else if (first == 0x46bd) {
      fromFrame(FrameRegisters.FP_T32, 0);
    } else if ((first & 0xff00) == 0x3700 && now.knows(FrameRegisters.FP_T32)) {
      now.set(FrameRegisters.FP_T32, now.need(FrameRegisters.FP_T32) + (first & 0xff));
    } else if ((first & 0xff00) == 0x4600 && (first & 0x87) < 8 || (first & 0xf800) == 0x1800) {
      now.forget(first & 7);
    } else if ((first & 0xe000) == 0x2000) {
      now.forget(first >>> 8 & 7);
    } else {
      known = false;
    }
    return 2;
  }

  private void wide(int first, int second) {
    boolean toSp = (second & 0x8f00) == 0x0d00;
    if (first == 0xe8bd) {
      pop(second);
    } else if (first == 0xf85d && (second & 0x0fff) == 0x0b04) {
      pop(1 << (second >>> 12));
    } else if ((first & 0xffbf) == 0xecbd && (second & 0x0e00) == 0x0a00) {
      sp += 4 * (second & 0xff);
    } else if ((first & 0xfbff) == 0xf10d && toSp) {
      sp += Immediates.t32(first, second);
    } else if ((first & 0xfbff) == 0xf20d && toSp) {
      sp += Immediates.plain(first, second);
    } else {
      known = (first & 0xff00) == 0xee00 && (second & 0x0e00) == 0x0a00;
      now.forget(second >>> 12);
    }
  }

  private void fromFrame(int register, int offset) {
    known = now.knows(register);
    sp = known ? now.need(register) + offset : sp;
  }

  private void pop(int mask) {
    load(mask);
    sp += 4 * Integer.bitCount(mask);
  }

  /** LDM SP, {..., SP, PC}: the end of an APCS frame. */
  private void popWithSp(int mask) {
    load(mask);
    sp = now.need(FrameRegisters.SP);
  }

  private void load(int mask) {
    int from = sp;
    for (int n = 0; n < 16; n++) {
      if ((mask >>> n & 1) != 0) {
        int value = Words.word(reader, now.mode(), from);
        from += 4;
        if (n == FrameRegisters.PC) {
          target = OptionalInt.of(value);
        } else {
          now.set(n, value);
        }
      }
    }
  }
}
