package org.hypscope.oracle.lockstep;

/**
 * Where things are in the memory that both sides run cases in. Code is never put twice at one
 * address while QEMU runs, because it keeps what it translated; what lies between the code of two
 * batches is filled with a word that is an undefined instruction in A32 and in T32, so that a case
 * that branches is caught wherever it arrives.
 */
public final class Layout {
  /** The cases of a batch. */
  static final int CASES = 1024;

  /** The bytes that each case has for its code, most of them traps. */
  static final int SLOT = 256;

  /** Where in its slot a case begins: short branches backwards arrive in the slot too. */
  static final int ENTRY = 96;

  /** Undefined in A32 (UDF #0xfdef) and, at either halfword, in T32 (UDF, or a branch to one). */
  static final int TRAP = 0xe7ffdeff;

  /** The records of a batch. */
  public static final int RECORDS = 0x40300000;

  /** The page of memory that each case may read and write. */
  static final int SCRATCH = 0x40800000;

  /** The code of the first batch. */
  static final int CODE = 0x42100000;

  /** The bytes of code of a batch. */
  static final int CODE_SIZE = CASES * SLOT;

  /** The bytes of traps between the code of two batches. */
  static final int GUARD = 0x10000;

  /** From the code of one batch to that of the next; what is between is filled with traps. */
  static final int CODE_STRIDE = CODE_SIZE + GUARD;

  /** The memory of the machine. */
  public static final int RAM = 0x40000000;

  public static final int RAM_SIZE = 0x20000000;

  /** After how many batches QEMU is started anew: they fit, and its file stays small. */
  static final int BATCHES = 400;

  /** From here on nothing answers: accesses and fetches take external aborts. */
  static final int UNMAPPED = RAM + RAM_SIZE;

  /** How far from its physical address RAM is seen: as it is mostly; PL1 only; to be read only. */
  static final int[] ALIASES = {0, 0, 0, 0, 0, 0, -0x40000000, 0x40000000};

  private Layout() {}

  /** The slot of case {@code index} of batch {@code batch}. */
  static int slot(int batch, int index) {
    return CODE + batch * CODE_STRIDE + index * SLOT;
  }

  /** The code of case {@code index} of batch {@code batch}. */
  static int code(int batch, int index) {
    return slot(batch, index) + ENTRY;
  }

  /**
   * Whether {@code address} is in a slot of batch {@code batch}, but not in that of {@code index}.
   */
  static boolean inOtherSlot(int address, int batch, int index) {
    int behind = address - slot(batch, 0);
    return behind >= 0 && behind < CODE_SIZE && behind / SLOT != index;
  }

  /** The record of case {@code index}. */
  public static int record(int index) {
    return RECORDS + index * Supervisor.STRIDE;
  }

  /** The page of case {@code index}. */
  static int scratch(int index) {
    return SCRATCH + (index << 12);
  }
}
