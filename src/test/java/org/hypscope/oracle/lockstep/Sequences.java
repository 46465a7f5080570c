package org.hypscope.oracle.lockstep;

import java.util.ArrayList;
import java.util.List;

/**
 * Straight-line code of rows that only compute: sixteen words a case, for the long run. Rows that
 * touch memory, branch, or see more of the state are compared word by word.
 */
final class Sequences {
  private static final int WORDS = 16;

  private final Values values;
  private final Words words;
  private final List<Subject> a32;
  private final List<Subject> t32;

  /** Sequences of those of {@code subjects} that only compute. */
  Sequences(Values values, Words words, List<Subject> subjects) {
    this.values = values;
    this.words = words;
    this.a32 = subjects.stream().filter(each -> each.computes() && !each.thumb()).toList();
    this.t32 = subjects.stream().filter(each -> each.computes() && each.thumb()).toList();
  }

  /** Words of one instruction set, for a case that starts outside an IT block. */
  List<Case.Step> draw() {
    List<Subject> from = values.onceIn(2) && !t32.isEmpty() ? t32 : a32;
    List<Case.Step> steps = new ArrayList<>();
    while (steps.size() < WORDS) {
      Subject subject = from.get(values.below(from.size()));
      int word = words.draw(subject, 0);
      if (word != 0 && !subject.writesPc(word)) {
        steps.add(new Case.Step(subject, word));
      }
    }
    return steps;
  }
}
