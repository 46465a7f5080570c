package org.hypscope.oracle.lockstep;

import java.util.SplittableRandom;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.arch.Psr;

/** Random values that matter: numbers at the edges, addresses, program status, floating point. */
public final class Values {
  private static final int AL = 14;
  private static final int[] EDGES = {
    0,
    1,
    2,
    -1,
    0x80000000,
    0x7fffffff,
    0x8000,
    0x7fff8000,
    0x80008000,
    0x00ff00ff,
    0x7f80ff01,
    31,
    32,
    33
  };
  private static final int[] FLOATS = {
    0, 0x80000000, 0x3f800000, 0xbf800000, 0x7f800000, 0xff800000, 0x7fc00000, 0x7f800001,
    0x00000001, 0x807fffff, 0x00800000, 0x7f7fffff, 0x3f7fffff, 0x4f000000, 0x5f000000, 0x33800000,
    0x7ff00000, 0x3ff00000, 0xfff80000, 0x000fffff, 0x7fefffff, 0x7c007bff, 0x80010001
  };
  private static final Mode[] BELOW_HYP = {
    Mode.USR, Mode.SYS, Mode.SVC, Mode.ABT, Mode.UND, Mode.IRQ, Mode.FIQ
  };
  private static final Mode[] TESTED = {
    Mode.USR, Mode.USR, Mode.USR, Mode.SVC, Mode.SVC, Mode.SYS, Mode.FIQ, Mode.HYP, Mode.HYP,
    Mode.ABT, Mode.UND, Mode.IRQ
  };

  private final SplittableRandom random;

  /** Values that follow from {@code seed}. */
  public Values(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A number from 0 up to, not with, {@code bound}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in {@code n} times. */
  public boolean onceIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** Any 32 bits. */
  public int bits() {
    return random.nextInt();
  }

  /** A mode to run a case in. */
  Mode mode() {
    return TESTED[random.nextInt(TESTED.length)];
  }

  /** A mode that Non-secure PL1 may return to. */
  Mode modeBelowHyp() {
    return BELOW_HYP[random.nextInt(BELOW_HYP.length)];
  }

  /** A number: an edge or its neighbour, a small one, or any. */
  int number() {
    return switch (random.nextInt(4)) {
      case 0 -> EDGES[random.nextInt(EDGES.length)] + random.nextInt(-1, 2);
      case 1 -> random.nextInt() >> random.nextInt(32);
      default -> random.nextInt();
    };
  }

  /** A word of a floating-point register: a special value, one near it, or any. */
  int floating() {
    return switch (random.nextInt(4)) {
      case 0 -> FLOATS[random.nextInt(FLOATS.length)];
      case 1 -> FLOATS[random.nextInt(FLOATS.length)] + random.nextInt(-2, 3);
      case 2 -> 0x3f800000 + random.nextInt(-0x2000000, 0x2000000) | random.nextInt() & 0x80000000;
      default -> random.nextInt();
    };
  }

  /** The ITSTATE of an instruction outside an IT block, at the end of one, or further up. */
  int itState() {
    int cond = random.nextInt(AL + 1) << 4;
    return switch (random.nextInt(6)) {
      case 0, 1 -> cond | 8;
      case 2 -> (cond == AL << 4 ? 0 : cond) | random.nextInt(1, 16);
      default -> 0;
    };
  }

  /** A program status with valid mode and state bits; A32 unless {@code thumb}. */
  int psr(Mode mode, boolean thumb) {
    int psr = random.nextInt() & (0xf80f0000 | Psr.A | Psr.I | Psr.F) | mode.encoding();
    if (onceIn(8)) {
      psr |= Psr.E;
    }
    return thumb ? psr | Psr.T : psr;
  }
}
