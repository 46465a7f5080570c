package org.hypscope.machine.device;

import java.util.Arrays;

/**
 * The values of a {@link Stateful} at one instant: immutable. Images taken one after the other
 * share the parts that are equal.
 */
public final class StateImage {
  private static final int PART = 64;

  private final long[][] parts;
  private final int length;

  private StateImage(long[][] parts, int length) {
    this.parts = parts;
    this.length = length;
  }

  /** The values of {@code part} now, sharing what it can with {@code before}, which may be null. */
  public static StateImage of(Stateful part, StateImage before) {
    long[] values = State.of(part);
    long[][] parts = new long[(values.length + PART - 1) / PART][];
    for (int n = 0; n < parts.length; n++) {
      int from = n * PART;
      int to = Math.min(values.length, from + PART);
      boolean same =
          before != null
              && n < before.parts.length
              && Arrays.equals(values, from, to, before.parts[n], 0, before.parts[n].length);
      parts[n] = same ? before.parts[n] : Arrays.copyOfRange(values, from, to);
    }
    return new StateImage(parts, values.length);
  }

  /** How many bytes it takes that {@code before}, which may be null, does not share. */
  public long bytesBeyond(StateImage before) {
    long bytes = 0;
    for (int n = 0; n < parts.length; n++) {
      boolean same = before != null && n < before.parts.length && parts[n] == before.parts[n];
      bytes += same ? 0 : (long) parts[n].length * Long.BYTES;
    }
    return bytes;
  }

  /** The values in their order. */
  public long[] values() {
    long[] all = new long[length];
    for (int n = 0; n < parts.length; n++) {
      System.arraycopy(parts[n], 0, all, n * PART, parts[n].length);
    }
    return all;
  }
}
