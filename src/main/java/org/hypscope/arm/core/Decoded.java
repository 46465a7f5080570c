package org.hypscope.arm.core;

import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.decode.Form;

/** An instruction word bound to its row: immutable, cached per physical page. */
public final class Decoded {
  /** The instruction word. */
  public final int word;

  /** What it does. */
  public final Operation operation;

  /** When it does it: the ordinal of its {@link Cond}; AL for the unconditional space. */
  public final int cond;

  /**
   * Its form, or null where no row matches (the operation then takes an Undefined Instruction
   * exception).
   */
  public final Form form;

  /** Why the word is UNPREDICTABLE, in words, or null. */
  public final String unpredictable;

  /** How often execution came here by a branch; races between threads only make it late. */
  int arrivals;

  /** The block that begins here, or null. */
  Block block;

  /** Binds {@code word}. */
  public Decoded(int word, Operation operation, Cond cond, Form form, String unpredictable) {
    this.word = word;
    this.operation = operation;
    this.cond = cond.ordinal();
    this.form = form;
    this.unpredictable = unpredictable;
  }
}
