package org.hypscope.debug;

/**
 * Why a session stands where it stands.
 *
 * @param kind for programs
 * @param text one sentence for people
 */
public record StopReason(Kind kind, String text) {
  /** What ended the last command. */
  public enum Kind {
    /** Before the first instruction. */
    START,
    /** A step is complete. */
    STEP,
    /** What a run was asked for is reached. */
    GOAL,
    /** An address breakpoint. */
    BREAKPOINT,
    /** A caught exception vector. */
    VECTOR,
    /** A watched mode was entered. */
    MODE,
    /** What is watched was written. */
    WATCH,
    /** Somebody asked to stop. */
    PAUSED,
    /** The number of instructions allowed is used up. */
    LIMIT,
    /** A branch to itself, or exceptions without end. */
    LOOP,
    /** WFI or WFE, and nothing can wake the core. */
    WAITING,
    /** The firmware switched the machine off. */
    POWER_OFF,
    /** The firmware was asked for a reset. */
    RESET,
    /** Code outside the loaded executable segments was entered. */
    WILD_BRANCH,
    /** A register or memory was edited. */
    EDITED
  }

  /** Whether the machine cannot go on: off, reset, in an endless loop, or waiting for ever. */
  public boolean isEnd() {
    return switch (kind) {
      case POWER_OFF, RESET, LOOP, WAITING -> true;
      default -> false;
    };
  }

  /** Whether the run was cut short by a limit. */
  public boolean isCutShort() {
    return kind == Kind.LIMIT;
  }
}
