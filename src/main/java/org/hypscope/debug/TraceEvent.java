package org.hypscope.debug;

import org.hypscope.arm.arch.Mode;
import org.hypscope.time.Mark;

/**
 * An exception entry or return.
 *
 * @param n its number, counted from 1 over all events of the run
 * @param core the number of the core it happened on
 * @param kind {@code hvc smc svc undef pabt dabt irq fiq hyptrap eret}
 * @param at instructions retired before this event's instruction
 * @param pc the address of that instruction
 * @param symbol what lies there, as {@code name+0x4}; empty for nothing known
 * @param mode the mode it was executed in
 * @param toMode the mode it led to
 * @param imm the immediate of HVC, SMC and SVC; 0 otherwise
 * @param r0 before the event, as are r1 to r3
 * @param hvbar before the event
 * @param vttbr before the event
 * @param vectorPc where execution went on
 * @param hsr the syndrome if taken to HYP, or null
 * @param spsr for a return, the PSR that it restored; otherwise the one it saved; null for neither
 * @param target for a return, the address returned to, or null
 * @param ret what the call's return left, or null while it has not returned
 */
public record TraceEvent(
    int n,
    int core,
    String kind,
    long at,
    int pc,
    String symbol,
    Mode mode,
    Mode toMode,
    int imm,
    int r0,
    int r1,
    int r2,
    int r3,
    int hvbar,
    long vttbr,
    int vectorPc,
    Integer hsr,
    Integer spsr,
    Integer target,
    Return ret) {
  /**
   * A call's return.
   *
   * @param at instructions retired when the caller goes on
   * @param r0 what the caller finds there, as for {@code hvbar}
   * @param mode the mode returned to
   */
  public record Return(long at, int r0, int hvbar, Mode mode) {}

  /** Whether this is a hypercall. */
  public boolean isHvc() {
    return kind.equals("hvc");
  }

  /** Whether this is a call, whose instruction retires and to which there can be a return. */
  public boolean isCall() {
    return isHvc() || kind.equals("svc") || kind.equals("smc");
  }

  /** Whether this is an exception return. */
  public boolean isReturn() {
    return kind.equals("eret");
  }

  /** Whether this is an SMC that the board's firmware answered, without any exception. */
  public boolean isFirmwareCall() {
    return kind.equals("smc") && toMode == mode && mode != Mode.MON;
  }

  /** The instant before the event's instruction. */
  public Mark mark() {
    return new Mark(at, 0);
  }
}
