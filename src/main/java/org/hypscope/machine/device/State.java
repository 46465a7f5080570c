package org.hypscope.machine.device;

import java.util.Arrays;

/**
 * The values of a {@link Stateful}, in the order in which it names them: written down from one, and
 * given to another of the same make.
 */
public final class State {
  private long[] values;
  private int at;
  private final boolean giving;

  private State(long[] values, boolean giving) {
    this.values = values;
    this.giving = giving;
  }

  /** The values of {@code part} as they are now. */
  public static long[] of(Stateful part) {
    State state = new State(new long[64], false);
    part.exchange(state);
    return Arrays.copyOf(state.values, state.at);
  }

  /** Gives {@code part} the values that {@link #of} took from another. */
  public static void give(Stateful part, long[] values) {
    part.exchange(new State(values, true));
  }

  /** One value: what the part has now, or what it is to have. */
  public long value(long now) {
    if (giving) {
      return values[at++];
    }
    if (at == values.length) {
      values = Arrays.copyOf(values, 2 * at);
    }
    values[at++] = now;
    return now;
  }

  /** As {@link #value(long)}. */
  public int value(int now) {
    return (int) value((long) now);
  }

  /** As {@link #value(long)}. */
  public boolean value(boolean now) {
    return value(now ? 1L : 0L) != 0;
  }

  /** All values of {@code array}, in place. */
  public void values(int[] array) {
    for (int n = 0; n < array.length; n++) {
      array[n] = value(array[n]);
    }
  }
}
