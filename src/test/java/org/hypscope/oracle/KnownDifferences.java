package org.hypscope.oracle;

import java.util.List;

/**
 * Where QEMU 7.2's Cortex-A15 departs from the ARM ARM (DDI 0406C) in a value that programs read.
 * The core follows the manual. Everything else that differs is a fault.
 */
final class KnownDifferences {
  private static final int MRC_HSR = 0xee950f12;
  private static final int MRC_MASK = 0xffff0fff;
  private static final int EC_SHIFT = 26;
  private static final int EC_DATA_ABORT_FROM_HYP = 0x25;
  private static final int ISS_ABOVE_STATUS = 0x03ffffc0;

  private record Known(String reason, Test test) {}

  private interface Test {
    boolean fits(String register, int ours, int theirs);
  }

  private static final List<Known> ALL =
      List.of(
          new Known(
              "HSR.ISV, and IL with it, is only set for stage 2 aborts (B3.13.6); QEMU sets them for"
                  + " every data abort that Hyp takes from itself",
              (register, ours, theirs) ->
                  register.equals("HSR")
                      && ours >>> EC_SHIFT == EC_DATA_ABORT_FROM_HYP
                      && (ours & ISS_ABOVE_STATUS) == 0
                      && (theirs & ~ISS_ABOVE_STATUS) == ours));

  private KnownDifferences() {}

  /** Whether there is a reason on the list for a register to be {@code ours} and {@code theirs}. */
  static boolean explain(String register, int ours, int theirs) {
    return ALL.stream().anyMatch(known -> known.test.fits(register, ours, theirs));
  }

  /** As {@link #explain(String, int, int)}, for what the instruction {@code insn} has read. */
  static boolean explainRead(int insn, int ours, int theirs) {
    return (insn & MRC_MASK) == MRC_HSR && explain("HSR", ours, theirs);
  }
}
