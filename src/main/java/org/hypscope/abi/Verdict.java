package org.hypscope.abi;

import org.hypscope.time.Mark;

/**
 * What a hypercall did, once it is over.
 *
 * @param call the instant of its HVC
 * @param at the instant at which it was over
 * @param outcome how it ended for the caller
 * @param held whether that is what was predicted
 * @param sentence what did happen, and whether the prediction held
 * @param r0After r0 at the end
 * @param hvbarAfter HVBAR at the end
 */
public record Verdict(
    Mark call,
    Mark at,
    Outcome outcome,
    boolean held,
    String sentence,
    int r0After,
    int hvbarAfter) {}
