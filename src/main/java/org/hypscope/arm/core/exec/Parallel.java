package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/**
 * Parallel addition and subtraction, and what goes with it (ARM ARM A4.4.7). Bits 22:20 say what
 * becomes of each result, bits 7:5 what is added to or subtracted from what.
 */
public final class Parallel {
  private static final int WRAP = 1;
  private static final int SATURATE = 2;
  private static final int ASX = 1;
  private static final int SAX = 2;
  private static final int SUB16 = 3;
  private static final int SUB8 = 7;

  private Parallel() {}

  /** The six operations on halfwords: ADD16, ASX, SAX and SUB16 with every prefix. */
  public static void halfwords(Core core, int insn) {
    int n = core.r(Insn.at16(insn));
    int m = core.r(Insn.at0(insn));
    int op = insn >>> 5 & 7;
    boolean cross = op == ASX || op == SAX;
    boolean lowSubtracts = op == ASX || op == SUB16;
    boolean highSubtracts = op == SAX || op == SUB16;
    int mLow = cross ? m >>> 16 : m;
    int mHigh = cross ? m : m >>> 16;
    int low = lane(insn, n, mLow, 16, lowSubtracts);
    int high = lane(insn, n >>> 16, mHigh, 16, highSubtracts);
    core.setR(Insn.at12(insn), finish(insn, low, 16) | finish(insn, high, 16) << 16);
    if (wraps(insn)) {
      int lowGe = ge(insn, low, 16, lowSubtracts) ? 3 : 0;
      int highGe = ge(insn, high, 16, highSubtracts) ? 12 : 0;
      core.setGe(lowGe | highGe);
    }
  }

  /** The two operations on bytes: ADD8 and SUB8 with every prefix. */
  public static void bytes(Core core, int insn) {
    int n = core.r(Insn.at16(insn));
    int m = core.r(Insn.at0(insn));
    boolean subtracts = (insn >>> 5 & 7) == SUB8;
    int result = 0;
    int ge = 0;
    for (int at = 0; at < 4; at++) {
      int sum = lane(insn, n >>> at * 8, m >>> at * 8, 8, subtracts);
      result |= finish(insn, sum, 8) << at * 8;
      ge |= ge(insn, sum, 8, subtracts) ? 1 << at : 0;
    }
    core.setR(Insn.at12(insn), result);
    if (wraps(insn)) {
      core.setGe(ge);
    }
  }

  /** SEL: bytes of Rn where GE is set, of Rm elsewhere (A8.8.166). */
  public static void sel(Core core, int insn) {
    int ge = core.ge();
    int mask = 0;
    for (int at = 0; at < 4; at++) {
      mask |= (ge >>> at & 1) != 0 ? 0xff << at * 8 : 0;
    }
    int n = core.r(Insn.at16(insn));
    int m = core.r(Insn.at0(insn));
    core.setR(Insn.at12(insn), n & mask | m & ~mask);
  }

  /** USAD8 (A8.8.264). */
  public static void usad8(Core core, int insn) {
    core.setR(Insn.at16(insn), differences(core, insn));
  }

  /** USADA8 (A8.8.265). */
  public static void usada8(Core core, int insn) {
    core.setR(Insn.at16(insn), core.r(Insn.at12(insn)) + differences(core, insn));
  }

  private static int differences(Core core, int insn) {
    int n = core.r(Insn.at0(insn));
    int m = core.r(Insn.at8(insn));
    int sum = 0;
    for (int at = 0; at < 32; at += 8) {
      sum += Math.abs((n >>> at & 0xff) - (m >>> at & 0xff));
    }
    return sum;
  }

  private static boolean unsigned(int insn) {
    return Insn.isSet(insn, 22);
  }

  private static boolean wraps(int insn) {
    return (insn >>> 20 & 3) == WRAP;
  }

  private static int lane(int insn, int n, int m, int width, boolean subtracts) {
    int a = extend(insn, n, width);
    int b = extend(insn, m, width);
    return subtracts ? a - b : a + b;
  }

  private static int extend(int insn, int value, int width) {
    int top = value << 32 - width;
    return unsigned(insn) ? top >>> 32 - width : top >> 32 - width;
  }

  /** Wraps, saturates or halves a result to {@code width} bits. */
  private static int finish(int insn, int value, int width) {
    int mask = (1 << width) - 1;
    int kind = insn >>> 20 & 3;
    if (kind == WRAP) {
      return value & mask;
    }
    if (kind != SATURATE) {
      return value >> 1 & mask;
    }
    int max = unsigned(insn) ? mask : mask >>> 1;
    int min = unsigned(insn) ? 0 : -max - 1;
    return Math.max(min, Math.min(max, value)) & mask;
  }

  private static boolean ge(int insn, int value, int width, boolean subtracts) {
    return unsigned(insn) && !subtracts ? value >= 1 << width : value >= 0;
  }
}
