package org.hypscope.abi;

import org.hypscope.arm.arch.Mode;

/**
 * What a hypercall will do, found by running ahead on a copy of the machine.
 *
 * @param outcome how it ends for the caller
 * @param sentence the same in one sentence, with the reason
 * @param endPc where running ahead stopped
 * @param endMode the mode there
 * @param vectorTaken address of the vector that the HVC enters, or null where none was entered
 * @param returns whether it comes back to its caller
 * @param unpredictable whether something UNPREDICTABLE is met on the way
 * @param r0After r0 at the end
 * @param hvbarAfter HVBAR at the end
 * @param instructions instructions that retire until then, the HVC included
 */
public record Prediction(
    Outcome outcome,
    String sentence,
    int endPc,
    Mode endMode,
    Integer vectorTaken,
    boolean returns,
    boolean unpredictable,
    int r0After,
    int hvbarAfter,
    long instructions) {}
