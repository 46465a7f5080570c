package org.hypscope.oracle.lockstep;

import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;

/**
 * A row's word in a state: what both sides start from and what the core made of it.
 *
 * @param subject the row and the instruction set
 * @param word the instruction word of the row
 * @param code all code of the case: a prefix, the word, a call that ends it
 * @param in the state before, by {@link Slots}
 */
record Case(Subject subject, int word, byte[] code, int[] in) {
  /** The A32 word as which it is executed. */
  int image() {
    return subject.form().image(word);
  }

  /** The ITSTATE that it starts under. */
  int itState() {
    return ItState.of(in[Slots.SPSR_HYP]);
  }

  /** The mode that it starts in. */
  Mode mode() {
    return Mode.of(in[Slots.SPSR_HYP]);
  }
}
