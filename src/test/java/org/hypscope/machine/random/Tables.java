package org.hypscope.machine.random;

import java.util.SplittableRandom;

/**
 * Translation tables: code, stacks and devices where they are, so that a program can go on whatever
 * it switches on; the megabytes from 0x40800000 drawn at random.
 */
final class Tables {
  /** Where what is mapped at random begins. */
  static final int WINDOW = 0x40800000;

  /** How many megabytes of it there are. */
  static final int WINDOW_SIZE = 8;

  private static final int MEGABYTE = 20;

  private Tables() {}

  static void write(Code code, Layout layout, SplittableRandom random) {
    for (int n = 0; n < Layout.TABLES; n++) {
      stage1(code.at(layout.stage1(n)), layout, random);
      stage2(code, layout, layout.stage2(n), random);
    }
    hyp(code, layout);
  }

  private static void stage1(Code code, Layout layout, SplittableRandom random) {
    for (int megabyte = 0; megabyte < 4096; megabyte++) {
      int at = megabyte << MEGABYTE;
      boolean drawn = at >= WINDOW && at < WINDOW + (WINDOW_SIZE << MEGABYTE);
      boolean device = megabyte >= 0x80 && megabyte < 0xa2;
      boolean ram = megabyte >= 0x400 && megabyte < 0x480;
      code.put(drawn ? section(random, at) : device ? at | 0xc06 : ram ? at | 0x1c0e : 0);
    }
  }

  /** A section entry of some kind for {@code at}, mostly of memory nearby. */
  static int section(SplittableRandom random, int at) {
    int target = WINDOW + (random.nextInt(WINDOW_SIZE) << MEGABYTE);
    int[] access = {0xc00, 0x800, 0x400, 0x8c00, 0x8400, 0};
    int[] memory = {0x100c, 0x0c, 0x04, 0x1004, 0x00, 0x08};
    int global = random.nextInt(3) == 0 ? 1 << 17 : 0;
    int kind = access[random.nextInt(access.length)] | memory[random.nextInt(memory.length)];
    return random.nextInt(5) == 0 ? at & random.nextInt(2) : target | global | kind | 2;
  }

  private static void stage2(Code code, Layout layout, int at, SplittableRandom random) {
    code.at(at).put(1 | 0x7fd, 0, at + 0x1000 | 3, 0, 0, 0, 0, 0);
    code.at(at + 0x1000);
    for (int n = 0; n < 64; n++) {
      code.put(n >= 4 && n < 8 ? block2(random, layout, n) : 0x40000000 + (n << 21) | 0x7fd, 0);
    }
  }

  /** The low word of a block of two megabytes of stage 2, the {@code n}-th from 0x40000000. */
  static int block2(SplittableRandom random, Layout layout, int n) {
    int target = 0x40000000 + (random.nextInt(4) + 4 << 21);
    int[] attributes = {0x7fd, 0x7fd, 0x77d, 0x7bd, 0x4c5, 0x7f5, 0};
    int attribute = attributes[random.nextInt(attributes.length)];
    return attribute == 0 ? 0 : target | attribute;
  }

  private static void hyp(Code code, Layout layout) {
    int at = layout.hypTable();
    code.at(at).put(0x745, 0, at + 0x1000 | 3, 0, 0, 0, 0, 0).at(at + 0x1000);
    for (int n = 0; n < 64; n++) {
      code.put(0x40000000 + (n << 21) | 0x741, 0);
    }
  }
}
