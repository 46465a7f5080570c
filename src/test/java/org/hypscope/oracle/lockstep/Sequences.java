package org.hypscope.oracle.lockstep;

import java.util.ArrayList;
import java.util.List;
import org.hypscope.arm.arch.ItState;
import org.hypscope.arm.arch.Mode;
import org.hypscope.arm.decode.Field;

/**
 * Straight-line code of rows that compute, with loads, stores and IT blocks between them: sixteen
 * words a case and more, for the long run. Rows that branch, or see more of the state, are compared
 * word by word.
 *
 * <p>MOVW and MOVT before an access set its base and its index, so that it meets the case's page
 * whatever came before.
 */
final class Sequences {
  private static final int WORDS = 16;
  private static final int ONE_ACCESS_IN = 16;
  private static final int ONE_BLOCK_IN = 16;
  private static final String IT = "T32 IT (T1)";
  private static final int SP = 13;
  private static final int PC = 15;

  private final Values values;
  private final Words words;
  private final Generator generator;
  private final Pool a32;
  private final Pool t32;

  /** The rows of one instruction set. */
  private record Pool(
      List<Subject> computing, List<Subject> accessing, Subject movw, Subject movt, Subject it) {
    static Pool of(boolean thumb, List<Subject> subjects) {
      return new Pool(
          subjects.stream().filter(each -> each.thumb() == thumb && each.computes()).toList(),
          subjects.stream().filter(each -> each.thumb() == thumb && each.accesses()).toList(),
          of(move(thumb, false, 0, 0), thumb, subjects),
          of(move(thumb, true, 0, 0), thumb, subjects),
          subjects.stream()
              .filter(each -> thumb && each.title().equals(IT))
              .findFirst()
              .orElse(null));
    }

    private Subject any(Values values) {
      if (values.onceIn(ONE_ACCESS_IN) && movw != null && !accessing.isEmpty()) {
        return accessing.get(values.below(accessing.size()));
      }
      boolean block = it != null && values.onceIn(ONE_BLOCK_IN);
      return block ? it : computing(values);
    }

    private Subject computing(Values values) {
      return computing.get(values.below(computing.size()));
    }

    private static Subject of(int word, boolean thumb, List<Subject> subjects) {
      return subjects.stream()
          .filter(each -> each.thumb() == thumb && each.form().pattern().width() == 32)
          .filter(each -> each.decode(word).form == each.form())
          .findFirst()
          .orElse(null);
    }
  }

  /** Sequences of those of {@code subjects} that fit; {@code generator} aims their accesses. */
  Sequences(Values values, Words words, List<Subject> subjects, Generator generator) {
    this.values = values;
    this.words = words;
    this.generator = generator;
    this.a32 = Pool.of(false, subjects);
    this.t32 = Pool.of(true, subjects);
  }

  /**
   * Words of one instruction set, for case {@code index}, which starts outside an IT block and ends
   * so.
   */
  List<Case.Step> draw(Mode mode, int index) {
    boolean thumb = values.onceIn(2) && !t32.computing.isEmpty();
    Pool pool = thumb ? t32 : a32;
    List<Case.Step> steps = new ArrayList<>();
    int it = 0;
    while (steps.size() < WORDS || it != 0) {
      Subject subject = it == 0 ? pool.any(values) : pool.computing(values);
      int word = words.draw(subject, it);
      boolean access = subject.accesses();
      if (word != 0
          && !subject.writesPc(word)
          && (!access || aim(steps, subject, word, mode, index))) {
        steps.add(new Case.Step(subject, word));
        it = thumb ? ItState.after(word, it) : 0;
      }
    }
    return steps;
  }

  /** Sets the registers of an access; false where that cannot be done. */
  private boolean aim(List<Case.Step> steps, Subject subject, int word, Mode mode, int index) {
    int base = subject.imageField("Rn").of(subject.form().image(word));
    Case aimed = base == SP || base == PC ? null : generator.aimed(subject, word, mode, index);
    if (aimed == null) {
      return false;
    }
    Field other = subject.imageField("Rm");
    int m = other == null || other.width() != 4 ? PC : other.of(aimed.image());
    if (m != base && m < SP) {
      set(steps, subject.thumb(), m, aimed.in()[Slots.register(m, mode)]);
    }
    set(steps, subject.thumb(), base, aimed.in()[Slots.register(base, mode)]);
    return true;
  }

  private void set(List<Case.Step> steps, boolean thumb, int register, int value) {
    Pool pool = thumb ? t32 : a32;
    steps.add(new Case.Step(pool.movw, move(thumb, false, register, value & 0xffff)));
    steps.add(new Case.Step(pool.movt, move(thumb, true, register, value >>> 16)));
  }

  /** MOVW or MOVT of 16 bits. */
  private static int move(boolean thumb, boolean top, int register, int bits) {
    int high = bits >>> 12 << 16;
    if (!thumb) {
      return (top ? 0xe3400000 : 0xe3000000) | high | register << 12 | bits & 0xfff;
    }
    int middle = (bits >>> 11 & 1) << 26 | (bits >>> 8 & 7) << 12;
    return (top ? 0xf2c00000 : 0xf2400000) | high | middle | register << 8 | bits & 0xff;
  }
}
