package org.hypscope.arm.isa;

import java.util.Random;
import org.hypscope.arm.decode.Field;
import org.hypscope.arm.decode.Form;

/** Words of a row, drawn at random from a seed. */
public final class RowWords {
  private static final int ALWAYS = 14;

  /** Coprocessors whose instructions objdump does not read as FPA, Maverick, VFP or later. */
  private static final int[] COPROCESSORS = {3, 7, 14};

  private static final int TRIES = 1000;

  private final Random random;
  private final Decoders decoders;

  /** Which row a word belongs to. */
  public interface Decoders {
    Form formOf(int word);
  }

  /** Words drawn from {@code seed}. */
  public RowWords(long seed, Decoders decoders) {
    this.random = new Random(seed);
    this.decoders = decoders;
  }

  /**
   * A word of this row that no narrower row takes and that is not UNPREDICTABLE; half of them are
   * unconditional.
   */
  public int next(Form form) {
    for (int n = 0; n < TRIES; n++) {
      int word = draw(form);
      if (decoders.formOf(word) == form && form.unpredictable(word) == null) {
        return word;
      }
    }
    throw new IllegalStateException("no word found for " + form.title());
  }

  private int draw(Form form) {
    int word = form.pattern().value() | form.pattern().shouldValue();
    boolean coprocessor = form.pattern().find("coproc") != null;
    for (Field field : form.pattern().fields()) {
      int value = random.nextInt() & (-1 >>> 32 - field.width());
      word |= (coprocessor ? plain(field, value) : within(field, value)) << field.low();
    }
    return word;
  }

  private int within(Field field, int value) {
    boolean always = field.name().equals("cond") && random.nextBoolean();
    return always ? ALWAYS : field.name().equals("cond") ? value % 15 : value;
  }

  /** Keeps to the coprocessor words that objdump reads without a slip. */
  private int plain(Field field, int value) {
    return switch (field.name()) {
      case "coproc" -> COPROCESSORS[value % COPROCESSORS.length];
      case "imm8" -> value | 1;
      case "Rn" -> value % 15;
      default -> within(field, value);
    };
  }
}
