package org.hypscope.oracle;

/** A processor that can be stepped and looked at: the core of this project, or QEMU's. */
interface Target extends AutoCloseable {
  /** Index of CPSR in {@link #registers()} and {@link #setRegister}. */
  int CPSR = 16;

  /** Index of the program counter. */
  int PC = 15;

  /** R0 to R15 as the current mode sees them, R15 the next instruction, then CPSR. */
  int[] registers();

  /** Sets R0 to R15 of the current mode, or CPSR for 16. */
  void setRegister(int n, int value);

  /** The little-endian word at a physical address. */
  default int word(int address) {
    return words(address, 1)[0];
  }

  /** {@code count} little-endian words from a physical address on. */
  int[] words(int address, int count);

  /** Writes little-endian words from a physical address on. */
  void setWords(int address, int... values);

  /**
   * Executes one instruction or the exception entry that takes its place.
   *
   * @return whether the machine is still powered on
   */
  boolean step();

  @Override
  void close();
}
