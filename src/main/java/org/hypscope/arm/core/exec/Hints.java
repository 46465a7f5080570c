package org.hypscope.arm.core.exec;

import org.hypscope.arm.core.Core;

/**
 * Hints and barriers that have nothing to do here (ARM ARM A8.8.119, A8.8.43, A8.8.53): one core
 * that executes in order and decodes what memory holds.
 */
public final class Hints {
  private Hints() {}

  /** NOP, DMB, DSB, ISB, PLD, PLDW, PLI and the hints that are not allocated. */
  public static void nothing(Core core, int insn) {}
}
