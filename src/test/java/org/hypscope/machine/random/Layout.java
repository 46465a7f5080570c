package org.hypscope.machine.random;

/** Where the parts of a random program lie. */
record Layout(int base) {
  static final int SIZE = 0x60000;
  static final int TABLES = 3;
  static final int MOST_CORES = 4;
  private static final int BODY = 0x8000;

  int hypVectors() {
    return base + 0x1000;
  }

  int pl1Vectors() {
    return base + 0x2000;
  }

  int boot(int core) {
    return base + 0x3000 + core * 0x400;
  }

  int body(int core) {
    return base + 0x8000 + core * BODY;
  }

  int bodySize() {
    return BODY;
  }

  /** Short descriptors for PL1, a megabyte an entry. */
  int stage1(int number) {
    return base + 0x30000 + number * 0x4000;
  }

  /** Long descriptors for stage 2: a table of gigabytes, and one of blocks for the second. */
  int stage2(int number) {
    return base + 0x40000 + number * 0x2000;
  }

  /** Long descriptors for HYP, as {@link #stage2}. */
  int hypTable() {
    return base + 0x48000;
  }

  /** What the program reads and writes, and whatever it maps there. */
  int data() {
    return base + 0x50000;
  }
}
