package org.hypscope.oracle;

import org.hypscope.arm.arch.Mode;
import org.hypscope.debug.TraceEvent;

/**
 * An exception entry or return as both sides tell of it.
 *
 * @param kind as {@link TraceEvent#kind}
 * @param at instructions retired before its instruction
 * @param pc of its instruction; 0 where there was none yet: for an interrupt, and a Prefetch Abort
 * @param next where execution went on
 * @param hsr the syndrome, where HYP was entered by an exception that has one; empty otherwise
 */
record EventLine(String kind, long at, int pc, int next, String hsr) {
  private static final int EC_SHIFT = 26;
  private static final int PREFETCH_ABORT = 0x20;
  private static final int DATA_ABORT = 0x24;
  private static final int IL = 1 << 25;
  private static final int ISV = 1 << 24;
  private static final int S1PTW = 1 << 7;
  private static final int LEVEL = 3;

  /** The event as the product's trace has it. */
  static EventLine of(TraceEvent event) {
    boolean interrupt = isInterrupt(event.kind());
    boolean told = event.hsr() != null && event.toMode() == Mode.HYP && !interrupt;
    int next = event.isReturn() ? event.target() : event.vectorPc();
    return new EventLine(
        event.kind(),
        event.at(),
        interrupt || event.kind().equals("pabt") ? 0 : event.pc(),
        event.isFirmwareCall() ? event.pc() + 4 : next,
        told ? comparable(event.hsr()) : "");
  }

  /**
   * HSR without what QEMU tells otherwise: IL where it is UNKNOWN, which QEMU logs before it clears
   * it, and the level of a stage 2 fault on a walk of stage 1 (translation/differences.tsv).
   */
  static String comparable(int hsr) {
    int exceptionClass = hsr >>> EC_SHIFT;
    boolean fetch = (exceptionClass & ~1) == PREFETCH_ABORT;
    boolean access = (exceptionClass & ~1) == DATA_ABORT;
    boolean noLength = exceptionClass == 0 || fetch || access && (hsr & ISV) == 0;
    boolean walk = (fetch || access) && (hsr & S1PTW) != 0;
    return String.format("%08x", hsr & (noLength ? ~IL : -1) & (walk ? ~LEVEL : -1));
  }

  static boolean isInterrupt(String kind) {
    return kind.equals("irq") || kind.equals("fiq");
  }

  @Override
  public String toString() {
    return String.format("%s #%d %08x -> %08x %s", kind, at, pc, next, hsr);
  }
}
