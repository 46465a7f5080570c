package org.hypscope.arm.core;

import org.hypscope.arm.arch.Cond;
import org.hypscope.arm.decode.Form;

/** An instruction bound to its row: immutable, cached per physical page. */
public final class Decoded {
  /** {@link #cond} of an instruction that is executed in an IT block whatever its condition. */
  public static final int ALWAYS = 15;

  /** The instruction as fetched; of a wide T32 one the first halfword is the upper half. */
  public final int raw;

  /** The word that {@link #operation} is given: an A32 word, for T32 the image of {@link #raw}. */
  public final int word;

  /** Bytes: 4, or 2. */
  public final int size;

  /** What it does. */
  public final Operation operation;

  /**
   * When it does it: the ordinal of its {@link Cond}; AL for the unconditional space, and in T32
   * for what takes its condition from the IT block; or {@link #ALWAYS}.
   */
  public final int cond;

  /**
   * Its form, or null where no row matches (the operation then takes an Undefined Instruction
   * exception).
   */
  public final Form form;

  /** Why it is UNPREDICTABLE outside an IT block, in words, or null. */
  public final String unpredictable;

  /** What it is in an IT block where that is another thing, or null: ADDS becomes ADD. */
  public final Decoded inIt;

  /** How often execution came here by a branch; races between threads only make it late. */
  int arrivals;

  /** The block that begins here, or null. */
  Block block;

  /** Whether no block may contain it: then one may begin after it. */
  boolean endsBlocks;

  /** Binds the A32 word {@code word}. */
  public Decoded(int word, Operation operation, Cond cond, Form form, String unpredictable) {
    this(word, word, 4, operation, cond.ordinal(), form, unpredictable, null);
  }

  private Decoded(
      int raw,
      int word,
      int size,
      Operation operation,
      int cond,
      Form form,
      String unpredictable,
      Decoded inIt) {
    this.raw = raw;
    this.word = word;
    this.size = size;
    this.operation = operation;
    this.cond = cond;
    this.form = form;
    this.unpredictable = unpredictable;
    this.inIt = inIt;
  }

  /**
   * Binds the T32 instruction {@code raw}.
   *
   * @param size its bytes
   * @param image the word that {@code operation} is given
   * @param cond {@link #cond}
   * @param form its form, or null
   * @param inIt {@link #inIt}
   */
  public static Decoded t32(
      int raw, int size, int image, Operation operation, int cond, Form form, Decoded inIt) {
    String unpredictable = form == null ? null : form.unpredictable(raw);
    return new Decoded(raw, image, size, operation, cond, form, unpredictable, inIt);
  }
}
