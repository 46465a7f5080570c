package org.hypscope.debug.symbols.unwind;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What the first instructions of a function have done to the stack, read one after another until a
 * call, a jump or a limit. All places are distances from SP on entry.
 */
final class Prologue {
  static final int NOT_SAVED = Integer.MIN_VALUE;
  private static final int MOST = 32;

  private final int[] saved;
  private Prologue atJump;
  private int sp;
  private boolean spKnown = true;
  private int frameRegister = -1;
  private int frame;
  private int copy = NOT_SAVED;
  private boolean straight = true;
  private boolean ended;

  private Prologue() {
    saved = new int[16];
    Arrays.fill(saved, NOT_SAVED);
  }

  private Prologue(Prologue from) {
    saved = from.saved.clone();
    take(from);
  }

  private void take(Prologue from) {
    System.arraycopy(from.saved, 0, saved, 0, saved.length);
    sp = from.sp;
    spKnown = from.spKnown;
    frameRegister = from.frameRegister;
    frame = from.frame;
    copy = from.copy;
  }

  /** The prologue of the function at {@code start}, as far as it has run at {@code pc}. */
  static Prologue read(int start, int pc, boolean thumb, FrameRegisters of, StackReader reader) {
    Prologue read = new Prologue();
    int at = start;
    for (int n = 0; n < MOST && at != pc && !read.ended; n++) {
      at +=
          thumb
              ? PrologueT32.step(read, at, of.mode(), reader)
              : PrologueA32.step(read, at, of.mode(), reader);
    }
    read.straight &= at == pc && !read.ended;
    return read;
  }

  /** Whether every instruction up to PC was read, and none can have been jumped over. */
  boolean isStraight() {
    return straight;
  }

  /** Whether LR is on the stack. */
  boolean savesLr() {
    return saved[FrameRegisters.LR] != NOT_SAVED;
  }

  /** SP on entry, which is the caller's; empty where it cannot be told. */
  OptionalInt entrySp(FrameRegisters now) {
    if (frameRegister >= 0 && now.knows(frameRegister)) {
      return OptionalInt.of(now.need(frameRegister) - frame);
    }
    boolean known = spKnown && frameRegister < 0 && now.knows(FrameRegisters.SP);
    return known ? OptionalInt.of(now.need(FrameRegisters.SP) - sp) : OptionalInt.empty();
  }

  /** Where register {@code n} is saved, from SP on entry; or {@link #NOT_SAVED}. */
  int saved(int n) {
    return saved[n];
  }

  /** Registers {@code mask} were pushed. */
  void push(int mask) {
    sp -= 4 * Integer.bitCount(mask);
    int at = sp;
    for (int n = 0; n < 16; n++) {
      if ((mask >>> n & 1) != 0) {
        store(n, at);
        at += 4;
      }
    }
  }

  /** Register {@code n} was stored {@code offset} bytes from SP, which moved there or not. */
  void store(int n, int offset, boolean moves) {
    store(n, sp + offset);
    moveSp(moves ? offset : 0);
  }

  private void store(int n, int at) {
    if (saved[n] == NOT_SAVED) {
      saved[n] = at;
    }
  }

  /** SP moved by {@code bytes}. */
  void moveSp(int bytes) {
    sp += bytes;
  }

  /** SP was given a value that only the run knows. */
  void loseSp() {
    spKnown = false;
  }

  /** SP was copied to IP. */
  void copySp() {
    copy = sp;
  }

  /** {@code register} was set to SP, or to its copy, and {@code offset}. */
  void setFrame(int register, boolean fromCopy, int offset) {
    int base = fromCopy ? copy : sp;
    if (base != NOT_SAVED && frameRegister < 0) {
      frameRegister = register;
      frame = base + offset;
    }
  }

  /** A branch may have led over what follows. */
  void mayJump() {
    straight = false;
    if (atJump == null) {
      atJump = new Prologue(this);
    }
  }

  /** What follows is reached by an earlier branch, if there was one, or belongs to no prologue. */
  void jumps() {
    if (atJump == null) {
      ended = true;
    } else {
      take(atJump);
    }
  }

  /** A call: what the function needs is saved before it. */
  void calls() {
    ended = true;
  }
}
