package org.hypscope.debug;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hypscope.arm.core.FpState;

/** The Advanced SIMD and Floating-point registers at one instant (ARM ARM A2.6). Immutable. */
public final class FpRegisters {
  /** How many doublewords there are: D0 to D31. */
  public static final int COUNT = 32;

  private final long[] doublewords;
  private final int fpscr;

  private FpRegisters(long[] doublewords, int fpscr) {
    this.doublewords = doublewords;
    this.fpscr = fpscr;
  }

  /**
   * Those of {@code fp}: {@code before} itself where nothing differs, so that a step costs little.
   */
  static FpRegisters of(FpState fp, FpRegisters before) {
    boolean same =
        before != null && before.fpscr == fp.fpscr() && Arrays.equals(before.doublewords, fp.d);
    return same ? before : new FpRegisters(fp.d.clone(), fp.fpscr());
  }

  /** D{@code n}, 0 to 31; Q{@code n/2} is an even D and the one after it. */
  public long d(int n) {
    return doublewords[n];
  }

  /** FPSCR. */
  public int fpscr() {
    return fpscr;
  }

  /** The numbers of the doublewords that differ, with what they are in {@code before}. */
  Map<Integer, Long> changedSince(FpRegisters before) {
    if (this == before) {
      return Map.of();
    }
    Map<Integer, Long> changed = new TreeMap<>();
    for (int n = 0; n < COUNT; n++) {
      if (doublewords[n] != before.doublewords[n]) {
        changed.put(n, before.doublewords[n]);
      }
    }
    return changed;
  }
}
