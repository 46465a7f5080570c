package org.hypscope.debug;

import java.util.Optional;
import org.hypscope.arm.arch.Mode;
import org.hypscope.time.Mark;

/**
 * One core of the machine in brief.
 *
 * @param number from 0
 * @param state whether it executes
 * @param mode its mode, as for {@code pc} and {@code hvbar} what it had last where it is off
 * @param pc the address of its next instruction
 * @param hvbar its HVBAR
 * @param boot how it was started; empty where it never was
 */
public record CoreView(int number, State state, Mode mode, int pc, int hvbar, Optional<Boot> boot) {
  /** What a core is doing. */
  public enum State {
    /** It executes when it is its turn. */
    RUNNING("running"),
    /** It has stopped in WFI. */
    WAITING_FOR_INTERRUPT("waiting in WFI"),
    /** It has stopped in WFE. */
    WAITING_FOR_EVENT("waiting in WFE"),
    /** It was never switched on, or is off again. */
    OFF("off");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * The start of a core: at reset, or by CPU_ON.
   *
   * @param at the instant
   * @param mode the mode of its first instruction
   * @param entry the address of that instruction
   */
  public record Boot(Mark at, Mode mode, int entry) {}
}
