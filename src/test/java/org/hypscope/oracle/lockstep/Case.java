package org.hypscope.oracle.lockstep;

import java.util.List;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;

/**
 * Words of rows in a state, mostly one: what both sides start from.
 *
 * @param steps the words, one after the other
 * @param code all code of the case: a prefix, the words, a call that ends it
 * @param in the state before, by {@link Slots}
 */
record Case(List<Step> steps, byte[] code, int[] in) {
  /** One word of a row. */
  record Step(Subject subject, int word) {
    /** The A32 word as which it is executed. */
    int image() {
      return subject.form().image(word);
    }
  }

  /** The row of the last word. */
  Subject subject() {
    return last().subject;
  }

  /** The last word. */
  int word() {
    return last().word;
  }

  /** The last word with its row. */
  Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The A32 word as which the last word is executed. */
  int image() {
    return last().image();
  }

  /** The ITSTATE that it starts under. */
  int itState() {
    return ItState.of(in[Slots.SPSR_HYP]);
  }

  /** The mode that it starts in. */
  Mode mode() {
    return Mode.of(in[Slots.SPSR_HYP]);
  }

  /** The first {@code count} words from the same state, at {@code address}. */
  Case prefix(int count, int address) {
    List<Step> first = List.copyOf(steps.subList(0, count));
    int[] state = in.clone();
    state[Slots.ELR_HYP] = address;
    return new Case(first, codeOf(first), state);
  }

  /** The code of words of one instruction set with the call that ends it. */
  static byte[] codeOf(List<Step> steps) {
    return steps.get(0).subject.code(steps.stream().mapToInt(Step::word).toArray());
  }
}
