package org.hypscope.abi;

import java.util.List;
import java.util.Optional;
import org.hypscope.arm.arch.Mode;
import org.hypscope.time.Mark;

/**
 * Where a hypercall stopped being one, and the state there.
 *
 * @param kind how
 * @param pc where execution stood
 * @param mode the mode there
 * @param thumb whether in T32 state there
 * @param vector address of the vector that the HVC entered
 * @param vectorThumb whether it was entered in T32 state
 * @param undefined whether the HVC itself was UNDEFINED
 * @param registers r0 to r12, SP and LR there, as the current mode names them
 * @param hvbar HVBAR there
 * @param vectorsThere whether a vector table lies at HVBAR there
 * @param httbr the low word of HTTBR there
 * @param mmu whether the HYP MMU is on there
 * @param instructions instructions retired since, the HVC included
 * @param fault the first exception that HYP took meanwhile, if any
 * @param last the last instruction that was begun before the end
 * @param hvbarWrite the last instruction that changed HVBAR, if one did
 * @param accesses what HYP may not do, done on the way
 * @param fourth what the function called reads that nobody carried
 * @param unpredictable what was UNPREDICTABLE on the way, in words
 */
record Ending(
    Kind kind,
    int pc,
    Mode mode,
    boolean thumb,
    int vector,
    boolean vectorThumb,
    boolean undefined,
    List<Integer> registers,
    int hvbar,
    boolean vectorsThere,
    int httbr,
    boolean mmu,
    long instructions,
    Optional<Fault> fault,
    Step last,
    Optional<Step> hvbarWrite,
    List<HypAccess> accesses,
    Optional<CalleeReads.Fourth> fourth,
    List<String> unpredictable) {
  /** How a hypercall ends. */
  enum Kind {
    /** Back in the caller's mode, after the HVC. */
    RETURNED,
    /** At the address that the caller handed over, in HYP, for good. */
    ENTERED,
    /** Before an instruction outside the loaded executable regions. */
    WILD,
    /** A branch to itself, or a wait that nothing ends. */
    LOOP,
    /** Exceptions without end. */
    EXCEPTION_LOOP,
    /** The machine was switched off or reset. */
    OFF,
    /** The limit came first. */
    LIMIT
  }

  /**
   * An instruction on the way.
   *
   * @param at the instant before it
   * @param pc its address
   */
  record Step(Mark at, int pc) {}

  /** Where things took the turn that led to this ending, as far as one instruction did it. */
  Step turn(Outcome outcome) {
    return switch (outcome) {
      case HVBAR_LOST -> hvbarWrite.orElse(last);
      default -> fault.map(Fault::step).orElse(last);
    };
  }

  /**
   * An exception that replaced an instruction.
   *
   * @param pc address of the instruction
   * @param vector address of the vector entered
   * @param step the instruction
   */
  record Fault(int pc, int vector, Step step) {
    /** The exception, by the vector's offset. */
    String words() {
      return switch (vector & 0x1f) {
        case 0x04 -> "an undefined instruction exception";
        case 0x08 -> "an SVC or HVC exception";
        case 0x0c -> "a prefetch abort";
        case 0x10 -> "a data abort";
        default -> "an exception";
      };
    }
  }

  int r0() {
    return registers.get(0);
  }
}
