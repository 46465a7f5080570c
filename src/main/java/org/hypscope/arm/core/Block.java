package org.hypscope.arm.core;

/**
 * A hot run of instructions that follow each other, made into one class. What it does is what the
 * interpreter would have done with the same instructions, instant by instant.
 */
final class Block {
  /** The longest block, in instructions. */
  static final int LONGEST = 24;

  /** How many instructions it has. */
  final int length;

  /** How many bytes they take. */
  final int bytes;

  /** What it may write, as {@link StopCheck#mayStopWithin} is told it. */
  final int written;

  private final Code code;

  /** The generated class. */
  interface Code {
    /**
     * Executes from {@code at}, the address of the first instruction, with {@code retired}
     * instructions completed before it.
     *
     * @return how many instructions were completed: all, or fewer where the core asked to leave
     * @throws ArmException where an instruction takes an exception; {@link Core#pc()} and {@link
     *     Core#retired()} then are those of that instruction
     */
    int execute(Core core, int at, long retired);
  }

  Block(int length, int bytes, int written, Code code) {
    this.length = length;
    this.bytes = bytes;
    this.written = written;
    this.code = code;
  }

  /** {@link Code#execute}. */
  int execute(Core core, int at, long retired) {
    return code.execute(core, at, retired);
  }
}
