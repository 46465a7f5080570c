package org.hypscope.abi;

import java.util.List;
import org.hypscope.time.Mark;

/**
 * What a checked run showed.
 *
 * @param image the image's name
 * @param calls every hypercall in order
 * @param findings all findings in order of the run
 * @param console the text that the run printed
 * @param end how the run ended
 * @param endText the same in one sentence
 * @param at the instant at which it ended
 */
public record CheckReport(
    String image,
    List<CheckedCall> calls,
    List<Finding> findings,
    String console,
    End end,
    String endText,
    Mark at) {
  /** How a checked run ends. */
  public enum End {
    /** The machine was switched off. */
    POWER_OFF,
    /** The machine was reset. */
    RESET,
    /** A branch to itself, or a wait that nothing ends. */
    LOOP,
    /** Execution left the loaded code and did not come back. */
    WILD_BRANCH,
    /** The limit came first. */
    LIMIT
  }

  /** Copies the lists. */
  public CheckReport {
    calls = List.copyOf(calls);
    findings = List.copyOf(findings);
  }

  /** Whether the run could not be followed to its end. */
  public boolean cutShort() {
    return switch (end) {
      case LIMIT, WILD_BRANCH -> true;
      case POWER_OFF, RESET, LOOP -> false;
    };
  }

  /**
   * The exit status of {@code check}: 1 with findings, else 3 if the run could not be followed to
   * its end, else 0.
   */
  public int exitStatus() {
    return exitStatus(findings);
  }

  /** The same, where only {@code unknown} findings count. */
  public int exitStatus(List<Finding> unknown) {
    return !unknown.isEmpty() ? 1 : cutShort() ? 3 : 0;
  }
}
