package org.hypscope.abi;

import java.util.Locale;

/**
 * How a hypercall ends, seen from the caller's contract. One vocabulary for YAML, JSON and views.
 */
public enum Outcome {
  /** It did what the caller's contract promises. */
  WORKS(false),
  /** It returned, but not what the caller's contract promises. */
  WRONG_RESULT(true),
  /** It returned an error value. */
  ERROR_RETURNED(true),
  /** It returned, and HVBAR no longer holds what the caller's contract says. */
  HVBAR_LOST(true),
  /** Execution left the loaded executable regions. */
  WILD_BRANCH(true),
  /** HYP branches to itself or waits for ever. */
  HANG(true),
  /** HYP took an exception, or switched the machine off, instead of returning. */
  FAULT(true),
  /** It left for good, as promised. */
  NO_RETURN(false),
  /** Running ahead reached its limit, or the callers that fit were promised different things. */
  UNDECIDED(false);

  private final boolean bad;

  Outcome(boolean bad) {
    this.bad = bad;
  }

  /** The word used in YAML, JSON and text, such as {@code wild-branch}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the caller did not get what it was promised. */
  public boolean bad() {
    return bad;
  }
}
