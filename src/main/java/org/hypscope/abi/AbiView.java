package org.hypscope.abi;

import java.util.List;
import org.hypscope.time.Mark;

/**
 * Everything that is known of a hypercall before it runs.
 *
 * @param at the instant: standing at the HVC
 * @param caller what the caller means
 * @param registers r0 to r3 as both sides see them
 * @param handler who answers
 * @param prediction what will happen
 * @param findings what is wrong, worst first; empty for right use
 * @param verdict the one sentence to show: what will happen and why
 */
public record AbiView(
    Mark at,
    CallerView caller,
    List<RegisterMeaning> registers,
    HandlerView handler,
    Prediction prediction,
    List<Finding> findings,
    String verdict) {
  /** Copies the lists. */
  public AbiView {
    registers = List.copyOf(registers);
    findings = List.copyOf(findings);
  }
}
